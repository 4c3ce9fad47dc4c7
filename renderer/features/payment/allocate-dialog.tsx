/**
 * "Affecter un versement": money that arrived before anybody said to which tranches it goes. The same table, remainder and rule
 * as when a payment is recorded; the payment itself does not change.
 */
import { useMemo, useState } from 'react'
import type { InstalmentRow, PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { useScope } from '../../data/preferences.ts'
import { act, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { RefusalNote } from '../../ui/blocks.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ComboBox } from '../../ui/fields/choice.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { AllocationTable } from './allocation-table.tsx'
import { CreditLines } from './credit-lines.tsx'
import { toAllocations, wantedIds } from './draft.ts'
import { PaymentFindings } from './payment-findings.tsx'
import { PAYMENT_WORDS as W } from './text.ts'
import { useAnnouncedRemainder } from './use-announced-remainder.ts'
import { type PaymentValues, usePayment } from './use-payment.ts'
import './payment.css'

type Props = DialogProps<'allocate-payment'>

export function AllocateDialog(props: Props) {
  const scope = useScope()
  const instalments = useRead('read.grid', { grid: 'instalments', employerId: null }, { fresh: true })
  const payments = useRead('read.grid', { grid: 'payments', employerId: null }, { fresh: true })
  const [chosen, setChosen] = useState<Id | null>(props.paymentId ?? null)
  if (instalments.data === undefined || payments.data === undefined) return null
  const rows = payments.data.payments ?? []
  const employerId = props.employerId ?? scope
  const open = rows.filter(
    (row) =>
      row.unallocatedCents !== 0 &&
      (props.paymentId !== undefined || employerId === null || row.payment.employerId === employerId),
  )
  const row = open.find((each) => each.id === chosen) ?? (open.length === 1 ? open[0] : undefined)
  const choice =
    props.paymentId !== undefined || open.length < 2 ? null : (
      <ComboBox
        label={W.whichPayment}
        options={open.map((each) => ({ value: each.id, label: nameOf(each) }))}
        value={row?.id ?? null}
        onChange={setChosen}
        autoFocus={row === undefined}
        isRequired
      />
    )
  if (row === undefined)
    return (
      <DialogFrame title={W.allocateTitle} onClose={props.close} width={760}>
        {choice ?? <p>{W.allAllocated}</p>}
      </DialogFrame>
    )
  return (
    <AllocateForm
      key={row.id}
      row={row}
      rows={instalments.data.instalments ?? []}
      payments={rows}
      positionId={props.positionId}
      close={props.close}
    >
      {choice}
    </AllocateForm>
  )
}

function AllocateForm(props: {
  readonly row: PaymentRow
  readonly rows: readonly InstalmentRow[]
  readonly payments: readonly PaymentRow[]
  readonly positionId: Id | undefined
  readonly close: () => void
  readonly children: React.ReactNode
}) {
  const { row, rows, payments, close } = props
  const today = useToday()
  const wanted = useMemo(() => wantedIds(undefined, props.positionId, rows), [props.positionId, rows])
  const payment = usePayment(valuesOf(row), rows, payments, wanted, today, row)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  useAnnouncedRemainder(payment)
  const { review, shares, credits } = payment

  const save = async () => {
    if (review === null || review.refused || shares.size === 0) return
    setBusy(true)
    const answer = await act(
      'write.allocatePayment',
      { paymentId: row.id, allocations: toAllocations(shares, credits) },
      { quiet: true },
    )
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.error.message)
    showToast(W.allocated(frEuros(review.allocatedCents)))
    close()
  }
  return (
    <DialogFrame
      title={W.allocateTitle}
      subtitle={row.employerName}
      width={760}
      onClose={close}
      hint={W.undoable}
      primary={{
        label: W.allocateAction,
        onPress: () => void save(),
        isDisabled: busy || shares.size === 0 || review?.refused === true,
      }}
    >
      {props.children}
      <p>
        {W.paymentOf(nameOf(row))} {W.toAllocate} <b className="amount">{frEuros(row.unallocatedCents)}</b>
      </p>
      <AllocationTable payment={payment} repayment={row.payment.amountCents < 0} />
      <CreditLines payment={payment} />
      <PaymentFindings payment={payment} />
      {refusal !== null && <RefusalNote>{refusal}</RefusalNote>}
    </DialogFrame>
  )
}

function nameOf({ payment }: PaymentRow): string {
  const reference = payment.bankReference ?? payment.titleNumber ?? W.noReference
  return `${reference}, ${frEuros(payment.amountCents)} du ${frDay(payment.receivedOn)}`
}

function valuesOf({ payment }: PaymentRow): PaymentValues {
  return {
    employerId: payment.employerId,
    funder: payment.funder,
    amountCents: payment.amountCents,
    receivedOn: payment.receivedOn,
    bankReference: payment.bankReference ?? '',
    titleNumber: payment.titleNumber ?? '',
    titleIssuedOn: payment.titleIssuedOn,
    bordereau: payment.bordereau ?? '',
    p503: payment.p503 ?? '',
    note: payment.note ?? '',
  }
}
