/** "Coût salarial": one line per agent and month; what is estimated says so; the aid and what is left stand beside the cost. */
import { sumCents } from '#shared/domain/money.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'
import { euros, eurosOf, onDay, text } from './cells.ts'
import { holderOf, postLabel } from './contract-table.ts'
import type { CostLine } from './cost-lines.ts'
import type { Scope } from './scope.ts'
import { buildTable, type Table } from './table.ts'

export function costTable(
  scope: Scope,
  given: { readonly title: string; readonly subtitle: string },
  lines: readonly (readonly CostLine[])[],
): Table<CostLine> {
  const c = YEAR.cost
  return buildTable<CostLine>({
    ...given,
    name: YEAR.sheets.cost,
    mark: 'month',
    frozenColumns: 2,
    columns: [
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 18,
        cell: (l) => text(employerLabel(l.employer)),
      },
      { key: 'post', title: c.post, kind: 'text', width: 26, cell: (l) => text(postLabel(l.position)) },
      {
        key: 'holder',
        title: c.holder,
        kind: 'text',
        width: 22,
        optional: true,
        cell: (l) => text(holderOf(scope, l.contract)),
      },
      {
        key: 'kind',
        title: c.kind,
        kind: 'text',
        width: 18,
        cell: (l) => text(CONTRACT_KIND_WORDS[l.contract.kind]),
      },
      { key: 'month', title: c.month, kind: 'day', width: 11, cell: (l) => onDay(l.month) },
      {
        key: 'gross',
        title: c.gross,
        kind: 'cents',
        width: 12,
        sum: true,
        cell: (l) => euros(l.cost?.grossCents ?? null),
      },
      {
        key: 'charges',
        title: c.charges,
        kind: 'cents',
        width: 12,
        sum: true,
        cell: (l) => euros(l.cost?.chargesCents ?? null),
      },
      {
        key: 'taxes',
        title: c.taxes,
        kind: 'cents',
        width: 12,
        sum: true,
        cell: (l) => euros(l.cost?.taxesCents ?? null),
      },
      {
        key: 'total',
        title: c.total,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l, at) =>
          euros(
            l.cost?.totalCents ?? null,
            l.cost === null ? undefined : `${at.ref('gross')}+${at.ref('charges')}+${at.ref('taxes')}`,
          ),
      },
      { key: 'aid', title: c.aid, kind: 'cents', width: 12, sum: true, cell: (l) => euros(l.aidCents) },
      {
        key: 'share',
        title: c.share,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (l, at) =>
          l.cost === null
            ? null
            : eurosOf(l.cost.totalCents - l.aidCents, `${at.ref('total')}-${at.ref('aid')}`),
      },
      {
        key: 'origin',
        title: c.origin,
        kind: 'text',
        width: 15,
        cell: (l) => text(l.cost === null ? c.unknown : l.cost.estimated ? c.estimated : c.entered),
      },
    ],
    groups: scope.employers.map((e, i) => ({ label: employerLabel(e.employer), rows: lines[i] ?? [] })),
  })
}

/** Aid and cost of the lines whose cost is known: the ceiling is meant for them only. */
export function knownCost(lines: readonly CostLine[]): { readonly aid: number; readonly cost: number } {
  const known = lines.flatMap((l) => (l.cost === null ? [] : [{ aid: l.aidCents, cost: l.cost.totalCents }]))
  return { aid: sumCents(known.map((l) => l.aid)), cost: sumCents(known.map((l) => l.cost)) }
}
