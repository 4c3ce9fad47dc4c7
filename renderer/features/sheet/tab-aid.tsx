/** Aid of the post: its agreements with their amounts, then every tranche with what was asked, received, and is missing. */

import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { AgreementRow, InstalmentRow } from '#shared/api/views/grid-rows.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import { cents, sumCents } from '#shared/domain/money.ts'
import { frAmount, frDay, frInteger } from '#shared/text/format.ts'
import { SCHEME_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { useFileStatus } from '../../data/queries.ts'
import { EmptyState } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import { NotComputed } from '../../ui/left-out.tsx'
import { RowMenu } from '../../ui/lists/row-menu.tsx'
import { num, TableHead, unseen } from '../../ui/lists/table-head.tsx'
import { AID_WORDS as W } from './text.ts'

type Explain = (target: ExplainTarget) => void

export function AidTab({ sheet, onExplain }: { readonly sheet: PositionSheet; readonly onExplain: Explain }) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  const { row } = sheet
  const newAgreement = () =>
    openDialog({
      kind: 'new-agreement',
      positionIds: [row.id],
      ...(row.employerId === null ? {} : { employerId: row.employerId }),
    })
  if (sheet.agreements.length === 0) {
    return (
      <EmptyState
        title={W.empty}
        action={
          <Button variant="primary" isDisabled={!writable} onPress={newAgreement}>
            {W.addAgreement}
          </Button>
        }
      >
        {W.emptyWhere}
      </EmptyState>
    )
  }
  return (
    <>
      <div className="scroll-x">
        <Agreements sheet={sheet} writable={writable} onExplain={onExplain} />
      </div>
      <div className="scroll-x">
        <Instalments sheet={sheet} writable={writable} />
      </div>
      <div className="tab-actions">
        <Button
          size="small"
          isDisabled={!writable}
          onPress={() =>
            openDialog({
              kind: 'payment',
              positionId: row.id,
              ...(row.employerId === null ? {} : { employerId: row.employerId }),
            })
          }
        >
          {W.payment}
        </Button>
        <Button
          size="small"
          isDisabled={!writable}
          onPress={() =>
            openDialog({
              kind: 'entity',
              entity: 'instalment',
              id: null,
              preset: {
                positionId: row.id,
                agreementId: row.agreementId ?? sheet.agreements.at(-1)?.id ?? null,
                rank: sheet.instalments.length + 1,
                label: W.instalmentLabel(sheet.instalments.length + 1),
              },
            })
          }
        >
          <Icon name="plus" />
          {W.addInstalment}
        </Button>
        <Button size="small" isDisabled={!writable} onPress={newAgreement}>
          <Icon name="plus" />
          {W.addAgreement}
        </Button>
      </div>
    </>
  )
}

const AMOUNTS = ['notifiedCents', 'earnedCents', 'receivedCents', 'outstandingCents'] as const

function Agreements(props: {
  readonly sheet: PositionSheet
  readonly writable: boolean
  readonly onExplain: Explain
}) {
  return (
    <table className="plain">
      <TableHead
        columns={[
          W.agreement,
          W.funder,
          W.scheme,
          W.period,
          num(W.notified),
          num(W.earned),
          num(W.received),
          num(W.outstanding),
          W.state,
          unseen(W.actions),
        ]}
      />
      <tbody>
        {props.sheet.agreements.map((row) => (
          <AgreementLine key={row.id} row={row} writable={props.writable} onExplain={props.onExplain} />
        ))}
      </tbody>
    </table>
  )
}

function AgreementLine(props: {
  readonly row: AgreementRow
  readonly writable: boolean
  readonly onExplain: Explain
}) {
  const { row } = props
  const { agreement: a } = row
  return (
    <tr>
      <th scope="row" className="b">
        {a.reference}
      </th>
      <td>{a.funder}</td>
      <td>{SCHEME_WORDS[a.scheme]}</td>
      <td>{W.fromTo(frDay(a.startsOn), frDay(a.endsOn))}</td>
      {AMOUNTS.map((amount) => (
        <td key={amount} className="num">
          {row.uncomputed === undefined ? (
            <button
              type="button"
              className="why-link"
              onClick={() => props.onExplain({ kind: 'agreement-amount', agreementId: row.id, amount })}
            >
              <span className="vh">{W.amounts[amount]} </span>
              {frAmount(row.aid[amount])}
              <span className="vh"> {W.whyAmount}</span>
            </button>
          ) : (
            '—'
          )}
        </td>
      ))}
      <td>
        {row.uncomputed === undefined ? <StateGlyph of="agreement" state={row.state} /> : <NotComputed />}
      </td>
      <td>
        <RowMenu
          label={W.actionsOn(a.reference)}
          isDisabled={!props.writable}
          items={[
            {
              id: 'edit',
              label: W.editAgreement,
              run: () => openDialog({ kind: 'entity', entity: 'agreement', id: row.id }),
            },
            {
              id: 'amend',
              label: W.amendAgreement,
              run: () =>
                openDialog({
                  kind: 'entity',
                  entity: 'agreementAmendment',
                  id: null,
                  preset: { agreementId: row.id },
                }),
            },
            {
              id: 'funds',
              label: W.dedicatedFunds,
              run: () => openDialog({ kind: 'dedicated-funds', agreementId: row.id }),
            },
            {
              id: 'budget',
              label: W.budget,
              run: () => openDialog({ kind: 'budget', employerId: a.employerId, agreementId: row.id }),
            },
            {
              id: 'grant',
              label: W.addGrant,
              run: () =>
                openDialog({
                  kind: 'entity',
                  entity: 'grant',
                  id: null,
                  preset: { agreementId: row.id },
                }),
            },
          ]}
        />
      </td>
    </tr>
  )
}

function Instalments({ sheet, writable }: { readonly sheet: PositionSheet; readonly writable: boolean }) {
  const rows = sheet.instalments
  if (rows.length === 0) return <p className="tab-note">{W.noInstalment}</p>
  const amount = sumCents(rows.map((row) => row.instalment.amountCents))
  const received = sumCents(rows.map((row) => row.receivedCents))
  return (
    <table className="plain">
      <TableHead
        columns={[
          W.instalment,
          W.agreement,
          num(W.amount),
          W.claimable,
          W.claimed,
          W.due,
          W.receivedOn,
          num(W.received),
          num(W.gap),
          W.stateAndCondition,
          unseen(W.actions),
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <InstalmentLine key={row.id} row={row} writable={writable} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {W.total(rows.length)}
          </th>
          <td className="num">{frAmount(amount)}</td>
          <td colSpan={4} />
          <td className="num">{frAmount(received)}</td>
          <td className="num">{frAmount(cents(received - amount))}</td>
          <td colSpan={2} />
        </tr>
      </tfoot>
    </table>
  )
}

function InstalmentLine({ row, writable }: { readonly row: InstalmentRow; readonly writable: boolean }) {
  const { instalment: i } = row
  const late = row.daysLate > 0
  const gap = cents(row.receivedCents - i.amountCents)
  const isComputed = row.uncomputed === undefined
  return (
    <tr>
      <th scope="row" className="b">
        {i.label}
      </th>
      <td>{row.agreementReference}</td>
      <td className="num">{frAmount(i.amountCents)}</td>
      <td>{i.claimableOn === null ? '—' : frDay(i.claimableOn)}</td>
      <td>{i.claimedOn === null ? '—' : frDay(i.claimedOn)}</td>
      <td>{i.dueOn === null ? '—' : frDay(i.dueOn)}</td>
      <td>{row.lastReceivedOn === null ? '—' : frDay(row.lastReceivedOn)}</td>
      <td className="num">{isComputed ? frAmount(row.receivedCents) : '—'}</td>
      <td className={late ? 'num late b' : 'num'}>{isComputed ? frAmount(gap) : '—'}</td>
      <td>
        {isComputed ? (
          <span className={late ? 'late b' : undefined}>
            <StateGlyph of="instalment" state={row.state} suffix={stateSuffix(row)} />
          </span>
        ) : (
          <NotComputed />
        )}
      </td>
      <td>
        <RowMenu
          label={W.actionsOn(i.label)}
          isDisabled={!writable}
          items={[
            {
              id: 'payment',
              label: W.payment,
              isDisabled: row.outstandingCents === 0,
              run: () => openDialog({ kind: 'payment', employerId: row.employerId, instalmentIds: [row.id] }),
            },
            {
              id: 'edit',
              label: W.editInstalment,
              run: () => openDialog({ kind: 'entity', entity: 'instalment', id: row.id }),
            },
          ]}
        />
      </td>
    </tr>
  )
}

function stateSuffix(row: InstalmentRow): string {
  // "En retard de 237 j", but "Reçue en partie, en retard de 237 j".
  if (row.daysLate > 0)
    return `${row.state === 'late' ? '' : ', en retard'} de ${frInteger(row.daysLate)}\u00a0j`
  if (row.state === 'received' && row.payments.length > 1) return ` en ${row.payments.length}\u00a0versements`
  if (row.state === 'suspended' && row.instalment.conditions !== null) return `, ${row.instalment.conditions}`
  return ''
}
