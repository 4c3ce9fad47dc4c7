/** The schedule of tranches before it is written: proposed year by year, each line editable, its total checked against the amounts. */

import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import { cents, ZERO } from '#shared/domain/money.ts'
import { frAmount, frEuros } from '#shared/text/format.ts'
import { Note } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields/choice.tsx'
import { TextField } from '../../../ui/fields/field.tsx'
import { DayField, IntegerField, MoneyField } from '../../../ui/fields/typed-fields.tsx'
import { Icon } from '../../../ui/glyphs/icon.tsx'
import { num, TableHead, unseen } from '../../../ui/lists/table-head.tsx'
import { AGREEMENT_WORDS as A } from '../text.ts'
import { type DraftGrant, type DraftInstalment, totalsOf } from './agreement-draft.ts'

export interface AgreementScheduleProps {
  readonly positions: readonly PositionRow[]
  readonly grants: readonly DraftGrant[]
  readonly instalments: readonly DraftInstalment[]
  readonly onChange: (instalments: readonly DraftInstalment[]) => void
  readonly dueAfter: number
  readonly onDueAfter: (months: number) => void
  /** Null while the start of the agreement is not known. */
  readonly onPropose: (() => void) | null
}

export function AgreementSchedule(props: AgreementScheduleProps) {
  const { instalments, grants } = props
  const totals = totalsOf(grants, instalments)
  const add = () =>
    props.onChange([
      ...instalments,
      {
        key: `new-${instalments.length}-${Math.max(0, ...instalments.map((i) => i.label.length))}`,
        positionId: props.positions.length === 1 ? (props.positions[0]?.id ?? null) : null,
        label: A.instalmentLabel(instalments.length + 1),
        amountCents: cents(Math.max(0, -totals.gapCents)),
        claimableOn: null,
        dueOn: null,
        conditions: '',
      },
    ])
  return (
    <section className="form-section">
      <h3>{A.schedule}</h3>
      <div className="schedule-bar">
        <IntegerField
          label={A.dueAfter}
          value={props.dueAfter}
          onChange={(months) => months !== null && months >= 0 && months <= 24 && props.onDueAfter(months)}
        />
        <Button
          isDisabled={props.onPropose === null || totals.grantedCents === 0}
          onPress={() => props.onPropose?.()}
        >
          {A.propose}
        </Button>
        <Button onPress={add}>
          <Icon name="plus" />
          {A.addInstalment}
        </Button>
        <span className="sm dim">{props.onPropose === null ? A.needsStart : A.scheduleHint}</span>
      </div>
      {instalments.length > 0 && (
        <div className="edit-table">
          <table className="plain">
            <TableHead
              columns={[
                A.instalment,
                A.position,
                num(A.amount),
                A.claimable,
                A.due,
                A.conditions,
                unseen(A.remove),
              ]}
            />
            <tbody>
              {instalments.map((instalment) => (
                <Line key={instalment.key} instalment={instalment} {...props} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {A.totalOf(instalments.length)}
                </th>
                <td className="num">{frAmount(totals.plannedCents)}</td>
                <td colSpan={4} />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {instalments.length > 0 && totals.gapCents !== 0 && totals.grantedCents !== 0 && (
        <Note tone="warn">{A.gap(frEuros(totals.plannedCents), frEuros(totals.grantedCents))}</Note>
      )}
    </section>
  )
}

const WHOLE = 0

function Line(props: AgreementScheduleProps & { readonly instalment: DraftInstalment }) {
  const { instalment, instalments } = props
  const set = (next: Partial<DraftInstalment>) =>
    props.onChange(instalments.map((each) => (each.key === instalment.key ? { ...each, ...next } : each)))
  const name = instalment.label
  return (
    <tr>
      <td>
        <TextField hideLabel label={A.instalment} value={name} onChange={(label) => set({ label })} />
      </td>
      <td>
        <Select
          hideLabel
          small
          label={A.positionOf(name)}
          value={instalment.positionId ?? WHOLE}
          onChange={(id) => set({ positionId: id === WHOLE ? null : id })}
          options={[
            { value: WHOLE, label: A.wholeAgreement },
            ...props.positions.map((row) => ({
              value: row.id,
              label: row.position.stateId ?? row.position.label,
            })),
          ]}
        />
      </td>
      <td>
        <MoneyField
          plain
          hideLabel
          label={A.amountOf(name)}
          value={instalment.amountCents}
          onChange={(amount) => set({ amountCents: amount ?? ZERO })}
        />
      </td>
      <td>
        <DayField
          hideLabel
          label={A.claimableOf(name)}
          value={instalment.claimableOn}
          onChange={(claimableOn) => set({ claimableOn })}
        />
      </td>
      <td>
        <DayField
          hideLabel
          label={A.dueOf(name)}
          value={instalment.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      </td>
      <td>
        <TextField
          hideLabel
          label={A.conditionsOf(name)}
          value={instalment.conditions}
          onChange={(conditions) => set({ conditions })}
        />
      </td>
      <td>
        <Button
          variant="icon"
          size="small"
          label={A.removeOf(name)}
          onPress={() => props.onChange(instalments.filter((each) => each.key !== instalment.key))}
        >
          <Icon name="close" small />
        </Button>
      </td>
    </tr>
  )
}
