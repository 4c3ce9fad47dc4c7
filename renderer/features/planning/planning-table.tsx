/** The same planning as a table: for a screen reader, for a search, for whoever prefers lines. */
import type { PlanningRow } from '#shared/rules/engine/planning.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { INSTALMENT_STATE_WORDS } from '#shared/text/words.ts'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { PLANNING_WORDS as W } from './text.ts'

interface Item {
  readonly key: string
  readonly what: string
  readonly from: string
  readonly to: string
  readonly detail: string
}

/** Beyond this many posts the table is told in parts, so that the page stays light. */
const SHOWN = 400

export function PlanningTable({ rows }: { readonly rows: readonly PlanningRow[] }) {
  return (
    <ScrollRegion label={W.title} className="scroll">
      <table className="plain">
        <thead>
          <tr>
            {W.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).flatMap((row) =>
            itemsOf(row).map((item, i) => (
              <tr key={`${row.positionId}-${item.key}`}>
                <th scope="row">{i === 0 ? `${row.stateId ?? ''} ${row.label}`.trim() : ''}</th>
                <td data-private>{i === 0 ? W.holder(row) : ''}</td>
                <td>{i === 0 && <StateGlyph of="position" state={row.state} />}</td>
                <td>{item.what}</td>
                <td>{item.from}</td>
                <td>{item.to}</td>
                <td data-private>{item.detail}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="dim">{W.scope(SHOWN, 0)}</p>}
    </ScrollRegion>
  )
}

function itemsOf(row: PlanningRow): readonly Item[] {
  const items: Item[] = [
    ...row.agreements.map((a) => ({
      key: `agreement-${a.from}`,
      what: W.agreement,
      from: frDay(a.from),
      to: frDay(a.to),
      detail: '',
    })),
    ...row.bars.map((bar) => ({
      key: `${bar.kind}-${bar.from}-${bar.contractId}`,
      what: W.bar[bar.kind],
      from: frDay(bar.from),
      to: bar.open ? '—' : frDay(bar.to),
      detail: bar.personName ?? '',
    })),
    ...row.marks.map((mark) => ({
      key: `mark-${mark.instalmentId}-${mark.on}`,
      what: `${W.instalment} · ${mark.label}`,
      from: frDay(mark.on),
      to: '',
      detail: `${INSTALMENT_STATE_WORDS[mark.late ? 'late' : mark.state]} · ${frEuros(mark.amountCents)}`,
    })),
  ]
  if (row.notice !== null)
    items.push({ key: 'notice', what: W.notice, from: frDay(row.notice.on), to: '', detail: '' })
  return items.length > 0 ? items : [{ key: 'none', what: '—', from: '', to: '', detail: '' }]
}
