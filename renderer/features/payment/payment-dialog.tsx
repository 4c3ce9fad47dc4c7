/**
 * "Enregistrer un versement": what arrived, and to which tranches it goes. Oldest first, split by itself, corrected by hand;
 * the remainder is said at each change. The service refuses with the same rule that warns here.
 */
import { useMemo, useState } from 'react'
import type { InstalmentRow, PaymentRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frEuros } from '#shared/text/format.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { useScope } from '../../data/preferences.ts'
import { act, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { RefusalNote } from '../../ui/blocks.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ComboBox } from '../../ui/fields/choice.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { DayField, MoneyField } from '../../ui/fields/typed-fields.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { AllocationTable } from './allocation-table.tsx'
import { CreditLines } from './credit-lines.tsx'
import { toAllocations, wantedIds } from './draft.ts'
import { PaymentFindings } from './payment-findings.tsx'
import { PAYMENT_WORDS as W } from './text.ts'
import { useAnnouncedRemainder } from './use-announced-remainder.ts'
import { type PaymentState, type PaymentValues, usePayment, usualFunder } from './use-payment.ts'
import './payment.css'

type Props = DialogProps<'payment'>

export function PaymentDialog(props: Props) {
  const instalments = useRead('read.grid', { grid: 'instalments', employerId: null }, { fresh: true })
  const payments = useRead('read.grid', { grid: 'payments', employerId: null }, { fresh: true })
  const employers = useRead('read.grid', { grid: 'employers', employerId: null }, { fresh: true })
  if (instalments.data === undefined || payments.data === undefined || employers.data === undefined)
    return null
  return (
    <PaymentForm
      {...props}
      rows={instalments.data.instalments ?? []}
      payments={payments.data.payments ?? []}
      employers={(employers.data.employers ?? []).map((row) => ({ value: row.id, label: row.employer.name }))}
    />
  )
}

interface FormProps extends Props {
  readonly rows: readonly InstalmentRow[]
  readonly payments: readonly PaymentRow[]
  readonly employers: readonly { readonly value: Id; readonly label: string }[]
}

function PaymentForm(props: FormProps) {
  const { rows, payments, employers, close } = props
  const today = useToday()
  const scope = useScope()
  const first = firstValues(props, scope, today)
  const wanted = useMemo(
    () => wantedIds(props.instalmentIds, props.positionId, rows),
    [props.instalmentIds, props.positionId, rows],
  )
  const payment = usePayment(first, rows, payments, wanted, today)
  const { values, review } = payment
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const repayment = (values.amountCents ?? 0) < 0
  useAnnouncedRemainder(payment)

  const save = async () => {
    setAsked(true)
    const { employerId, amountCents, receivedOn } = values
    if (
      review === null ||
      review.refused ||
      employerId === null ||
      amountCents === null ||
      receivedOn === null
    ) {
      announce(review === null ? firstMissing(values) : review.findings.map(findingSentence).join(' '))
      return
    }
    setBusy(true)
    const answer = await act(
      'write.recordPayment',
      {
        ...values,
        employerId,
        amountCents,
        receivedOn,
        funder: values.funder.trim(),
        allocations: toAllocations(payment.shares, payment.credits),
      },
      { quiet: true },
    )
    setBusy(false)
    if (!answer.ok) {
      setRefusal([answer.error.message, ...(answer.error.details ?? []).map((d) => d.message)].join('\n'))
      return
    }
    showToast(W.recorded(frEuros(amountCents)))
    close()
  }

  return (
    <DialogFrame
      title={repayment ? W.repaymentTitle : W.title}
      subtitle={employers.find((e) => e.value === values.employerId)?.label}
      width={760}
      onClose={close}
      hint={W.undoable}
      primary={{
        label: repayment ? W.repaymentAction : W.action,
        onPress: () => void save(),
        isDisabled: busy || (asked && review?.refused === true),
      }}
    >
      <PaymentFields payment={payment} asked={asked} {...props} />
      <AllocationTable payment={payment} repayment={repayment} />
      <CreditLines payment={payment} />
      <PaymentFindings payment={payment} />
      {refusal !== null && <RefusalNote>{refusal}</RefusalNote>}
    </DialogFrame>
  )
}

function PaymentFields(props: FormProps & { readonly payment: PaymentState; readonly asked: boolean }) {
  const { values, set } = props.payment
  const missing = (wrong: boolean, message: string) => (props.asked && wrong ? { error: message } : {})
  const funders = useMemo(
    () => [...new Set(props.rows.filter((r) => r.employerId === values.employerId).map((r) => r.funder))],
    [props.rows, values.employerId],
  )
  const fieldError = (field: string) => {
    const found = props.payment.review?.findings.find((f) => f.severity === 'refused' && f.field === field)
    return found === undefined ? {} : { error: findingSentence(found) }
  }
  // Open where something is known at first; then as the person leaves it.
  const [publicMoney] = useState(values.titleNumber + values.bordereau + values.p503 + values.note !== '')
  const fixedEmployer = props.employerId !== undefined && props.employers.length === 1
  return (
    <>
      {!fixedEmployer && props.employers.length > 1 && (
        <ComboBox
          label={W.employer}
          options={props.employers}
          value={values.employerId}
          onChange={(employerId) => set({ employerId })}
          isRequired
          autoFocus={values.employerId === null}
          {...missing(values.employerId === null, W.required.employer)}
        />
      )}
      <div className="payment-fields">
        <MoneyField
          label={W.amount}
          value={values.amountCents}
          onChange={(amountCents) => set({ amountCents })}
          isRequired
          autoFocus={values.employerId !== null}
          {...missing(values.amountCents === null, W.required.amount)}
          {...fieldError('amountCents')}
        />
        <DayField
          label={W.receivedOn}
          value={values.receivedOn}
          onChange={(receivedOn) => set({ receivedOn })}
          isRequired
          {...missing(values.receivedOn === null, W.required.receivedOn)}
          {...fieldError('receivedOn')}
        />
        <TextField
          label={W.bankReference}
          value={values.bankReference}
          onChange={(bankReference) => set({ bankReference })}
        />
        <ComboBox
          label={W.funder}
          options={funders.map((funder) => ({ value: funder, label: funder }))}
          value={funders.includes(values.funder) ? values.funder : null}
          onChange={(funder) => set({ funder })}
          allowsText
          text={values.funder}
          onText={(funder) => set({ funder })}
          isRequired
          {...missing(values.funder.trim() === '', W.required.funder)}
        />
      </div>
      <details className="payment-more" open={publicMoney}>
        <summary>{W.more}</summary>
        <div className="payment-fields">
          <TextField
            label={W.titleNumber}
            value={values.titleNumber}
            onChange={(titleNumber) => set({ titleNumber })}
          />
          <DayField
            label={W.titleIssuedOn}
            value={values.titleIssuedOn}
            onChange={(titleIssuedOn) => set({ titleIssuedOn })}
          />
          <TextField
            label={W.bordereau}
            value={values.bordereau}
            onChange={(bordereau) => set({ bordereau })}
          />
          <TextField label={W.p503} value={values.p503} onChange={(p503) => set({ p503 })} />
        </div>
        <TextField label={W.note} value={values.note} onChange={(note) => set({ note })} multiline rows={2} />
      </details>
    </>
  )
}

function firstMissing(values: PaymentValues): string {
  if (values.employerId === null) return W.required.employer
  if (values.amountCents === null) return W.required.amount
  if (values.receivedOn === null) return W.required.receivedOn
  return W.required.funder
}

function firstValues(props: FormProps, scope: Id | null, today: PaymentValues['receivedOn']): PaymentValues {
  const named = props.rows.find(
    (row) => props.instalmentIds?.includes(row.id) === true || row.positionId === (props.positionId ?? -1),
  )
  const only = props.employers.length === 1 ? (props.employers[0]?.value ?? null) : null
  const employerId = props.employerId ?? named?.employerId ?? scope ?? only
  const funder = named?.funder ?? usualFunder(props.rows, employerId)
  return {
    employerId,
    funder,
    amountCents: null,
    receivedOn: today,
    bankReference: '',
    titleNumber: '',
    titleIssuedOn: null,
    bordereau: '',
    p503: '',
    note: '',
  }
}
