/** Tranches, Versements, Conventions: the money promised, the money that arrived, and what links them. */
import { useMemo } from 'react'
import type { AgreementRow, InstalmentRow, PaymentRow } from '#shared/api/views/grid-rows.ts'
import { explainCell } from '../../app/explain-cell.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { type InstalmentTab, navigate, type Route } from '../../app/routes.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { plural } from '../../text/fr.ts'
import { AGREEMENTS, INSTALMENTS, PAYMENTS } from '../../text/instalments.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { GridScreen } from '../../ui/grid/grid-screen.tsx'
import type { GridTab } from '../../ui/grid/view/view-state.ts'
import { AGREEMENT_COLUMNS, agreementProblem } from './agreement-columns.tsx'
import { INSTALMENT_COLUMNS, instalmentDetails, instalmentName, instalmentProblem } from './columns.tsx'
import { groupRank } from './instalment-state.tsx'
import { NEW_INSTALMENT_ROWS, NEW_PAYMENT_ROWS } from './new-rows.ts'
import { PAYMENT_COLUMNS, paymentDetails, paymentName, paymentProblem } from './payment-columns.tsx'
import { SplitBars } from './split-bars.tsx'

type InstalmentsRoute = Extract<Route, { readonly screen: 'instalments' }>

interface Tabs {
  readonly items: readonly { readonly id: string; readonly label: string; readonly count?: number }[]
  readonly value: string
  readonly onChange: (id: string) => void
}

const isOpen = (row: InstalmentRow) => row.state !== 'received' && row.state !== 'cancelled'
const idOf = (row: { readonly id: number }) => row.id

export function InstalmentsScreen({ route }: { readonly route: InstalmentsRoute }) {
  const employerId = useScope()
  const instalments = useRead('read.grid', { grid: 'instalments', employerId })
  const payments = useRead('read.grid', { grid: 'payments', employerId })
  const agreements = useRead('read.grid', { grid: 'agreements', employerId })
  const rows = instalments.data?.instalments
  const counts: Readonly<Record<InstalmentTab, number | undefined>> = {
    follow: rows?.filter(isOpen).length,
    all: rows?.length,
    payments: payments.data?.payments?.length,
    agreements: agreements.data?.agreements?.length,
  }
  const tabs: Tabs = {
    items: (['follow', 'all', 'payments', 'agreements'] as const).map((id) => {
      const count = counts[id]
      return { id, label: INSTALMENTS.tabs[id], ...(count === undefined ? {} : { count }) }
    }),
    value: route.tab,
    onChange: (id) => {
      const tab = (['follow', 'all', 'payments', 'agreements'] as const).find((each) => each === id)
      if (tab !== undefined) navigate({ screen: 'instalments', tab }, { replace: true })
    },
  }
  switch (route.tab) {
    case 'payments':
      return (
        <Reading read={payments}>
          {(answer) => <Payments rows={answer.payments ?? []} revision={answer.revision} tabs={tabs} />}
        </Reading>
      )
    case 'agreements':
      return (
        <Reading read={agreements}>
          {(answer) => <Agreements rows={answer.agreements ?? []} revision={answer.revision} tabs={tabs} />}
        </Reading>
      )
    default:
      return (
        <Reading read={instalments}>
          {(answer) => (
            <Instalments
              key={route.tab}
              rows={answer.instalments ?? []}
              revision={answer.revision}
              tabs={tabs}
              onlyOpen={route.tab === 'follow'}
              {...(route.focus === undefined ? {} : { focus: route.focus })}
            />
          )}
        </Reading>
      )
  }
}

const INSTALMENT_VIEWS: readonly GridTab<InstalmentRow>[] = [
  {
    id: 'all',
    label: INSTALMENTS.tabs.all,
    view: { grouping: 'state', sorting: [{ id: 'dueOn', desc: false }] },
  },
]
const PAYMENT_VIEWS: readonly GridTab<PaymentRow>[] = [
  { id: 'all', label: INSTALMENTS.tabs.payments, view: { sorting: [{ id: 'receivedOn', desc: true }] } },
]
const AGREEMENT_VIEWS: readonly GridTab<AgreementRow>[] = [
  { id: 'all', label: INSTALMENTS.tabs.agreements, view: { grouping: 'employer' } },
]

function Actions({ late }: { readonly late: readonly number[] }) {
  return (
    <>
      {late.length > 0 && (
        <Button
          className="hide-sm"
          onPress={() => openDialog({ kind: 'reminder-text', instalmentIds: late })}
        >
          {INSTALMENTS.reminder}
        </Button>
      )}
      <Button variant="primary" onPress={() => openDialog({ kind: 'payment' })}>
        {INSTALMENTS.record}
      </Button>
    </>
  )
}

function recordPayment(rows: readonly InstalmentRow[]): void {
  openDialog({ kind: 'payment', instalmentIds: rows.filter(isOpen).map(idOf) })
}

function openInstalment(row: InstalmentRow): void {
  if (row.positionId !== null) navigate({ screen: 'position', id: row.positionId, tab: 'aid' })
  else openDialog({ kind: 'entity', entity: 'instalment', id: row.id })
}

function Instalments(props: {
  readonly rows: readonly InstalmentRow[]
  readonly revision: number
  readonly tabs: Tabs
  readonly onlyOpen: boolean
  readonly focus?: number
}) {
  const { onlyOpen } = props
  const rows = useMemo(() => (onlyOpen ? props.rows.filter(isOpen) : props.rows), [props.rows, onlyOpen])
  const late = useMemo(() => props.rows.filter((row) => row.daysLate > 0).map(idOf), [props.rows])
  return (
    <GridScreen
      name="instalments"
      title={INSTALMENTS.title}
      one={INSTALMENTS.one}
      many={INSTALMENTS.many}
      rows={rows}
      revision={props.revision}
      columns={INSTALMENT_COLUMNS}
      rowId={idOf}
      rowName={instalmentName}
      views={INSTALMENT_VIEWS}
      fixedTabs={props.tabs}
      sumsInHeading
      summary={(shown) => INSTALMENTS.totalLabel(shown.length)}
      groupedWord={(id) => (id === 'state' ? INSTALMENTS.groupedByState : '')}
      groupRank={groupRank}
      details={instalmentDetails}
      problem={instalmentProblem}
      onOpen={openInstalment}
      onPayment={recordPayment}
      rowActions={(row, selected) => [
        {
          id: 'record',
          label: INSTALMENTS.recordHere,
          shortcut: 'Ctrl+Entrée',
          run: () => openDialog({ kind: 'payment', instalmentIds: selected.map(idOf) }),
        },
        ...(row.daysLate > 0
          ? [
              {
                id: 'remind',
                label: INSTALMENTS.reminder,
                run: () =>
                  openDialog({
                    kind: 'reminder-text',
                    instalmentIds: selected.filter((each) => each.daysLate > 0).map(idOf),
                  }),
              },
            ]
          : []),
      ]}
      newRows={NEW_INSTALMENT_ROWS}
      deletes="instalment"
      above={<SplitBars rows={props.rows} />}
      actions={<Actions late={late} />}
      {...(props.focus === undefined ? {} : { focus: props.focus })}
      empty={
        onlyOpen && props.rows.length > 0 ? (
          <EmptyState title={INSTALMENTS.nothingToFollow}>{INSTALMENTS.nothingToFollowBody}</EmptyState>
        ) : (
          <EmptyState
            title={INSTALMENTS.emptyTitle}
            action={
              <Button variant="primary" onPress={() => openDialog({ kind: 'new-agreement' })}>
                {INSTALMENTS.newAgreement}
              </Button>
            }
          >
            {INSTALMENTS.emptyBody}
          </EmptyState>
        )
      }
    />
  )
}

interface RowsOf<R> {
  readonly rows: readonly R[]
  readonly revision: number
  readonly tabs: Tabs
}

function Payments({ rows, revision, tabs }: RowsOf<PaymentRow>) {
  return (
    <GridScreen
      name="payments"
      title={INSTALMENTS.title}
      one={PAYMENTS.one}
      many={PAYMENTS.many}
      rows={rows}
      revision={revision}
      columns={PAYMENT_COLUMNS}
      rowId={idOf}
      rowName={paymentName}
      summary={(shown) => plural(shown.length, PAYMENTS.one, PAYMENTS.many)}
      views={PAYMENT_VIEWS}
      fixedTabs={tabs}
      details={paymentDetails}
      problem={paymentProblem}
      onOpen={(row) => openDialog({ kind: 'entity', entity: 'payment', id: row.id })}
      rowActions={(row) =>
        row.unallocatedCents === 0
          ? []
          : [
              {
                id: 'allocate',
                label: PAYMENTS.allocate,
                run: () => openDialog({ kind: 'allocate-payment', paymentId: row.id }),
              },
            ]
      }
      newRows={NEW_PAYMENT_ROWS}
      deletes="payment"
      actions={<Actions late={[]} />}
      empty={<EmptyState title={PAYMENTS.emptyTitle}>{PAYMENTS.emptyBody}</EmptyState>}
    />
  )
}

function Agreements({ rows, revision, tabs }: RowsOf<AgreementRow>) {
  return (
    <GridScreen
      name="agreements"
      title={INSTALMENTS.title}
      one={AGREEMENTS.one}
      many={AGREEMENTS.many}
      rows={rows}
      revision={revision}
      columns={AGREEMENT_COLUMNS}
      rowId={idOf}
      rowName={(row) => row.agreement.reference}
      summary={(shown) => plural(shown.length, AGREEMENTS.one, AGREEMENTS.many)}
      views={AGREEMENT_VIEWS}
      fixedTabs={tabs}
      problem={agreementProblem}
      onOpen={(row) => openDialog({ kind: 'entity', entity: 'agreement', id: row.id })}
      onExplain={explainCell}
      rowActions={(row) => [
        {
          id: 'funds',
          label: AGREEMENTS.dedicatedFunds,
          run: () => openDialog({ kind: 'dedicated-funds', agreementId: row.id }),
        },
        {
          id: 'budget',
          label: AGREEMENTS.budget,
          run: () =>
            openDialog({
              kind: 'budget',
              employerId: row.agreement.employerId,
              agreementId: row.id,
            }),
        },
      ]}
      deletes="agreement"
      actions={
        <Button variant="primary" onPress={() => openDialog({ kind: 'new-agreement' })}>
          {INSTALMENTS.newAgreement}
        </Button>
      }
      empty={<EmptyState title={AGREEMENTS.emptyTitle}>{AGREEMENTS.emptyBody}</EmptyState>}
    />
  )
}
