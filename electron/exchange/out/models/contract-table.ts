/** "Contrats": one line per contract of the posts of the scope. */
import type { Contract } from '#shared/domain/facts.ts'
import { employerLabel, personName } from '#shared/rules/engine/names.ts'
import { type ContractView, termsAt } from '#shared/rules/engine/states/contract-state.ts'
import type { PositionView } from '#shared/rules/engine/states/position-state.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import {
  CONTRACT_KIND_WORDS,
  CONTRACT_STATE_WORDS,
  END_MOTIVE_WORDS,
  GROUND_WORDS,
} from '#shared/text/words.ts'
import { euros, eurosOf, onDay, text } from './cells.ts'
import type { EmployerScope, Scope } from './scope.ts'
import { buildTable, type Table, type TableColumn } from './table.ts'

export interface ContractLine {
  readonly employer: EmployerScope
  readonly position: PositionView
  readonly view: ContractView
}

/** Contracts of the posts of each structure, by post then by start. */
export function contractLines(scope: Scope, keep: (view: ContractView) => boolean): ContractLine[][] {
  return scope.employers.map((employer) =>
    employer.positions.flatMap((position) =>
      (scope.derived.index.contractsByPosition.get(position.position.id) ?? []).flatMap(
        (contract: Contract) => {
          const view = scope.derived.contracts.get(contract.id)
          return view === undefined || !keep(view) ? [] : [{ employer, position, view }]
        },
      ),
    ),
  )
}

export function postLabel(position: PositionView): string {
  const { stateId, label } = position.position
  return stateId === null ? label : `${stateId} ${label}`
}

/** Name of the person of a contract, where names are asked for: null keeps the column out. */
export function holderOf(scope: Scope, contract: Contract): string | null {
  return scope.input.names ? personName(scope.derived.index.persons.get(contract.personId)) || null : null
}

/** Whose contract a line speaks of: structure, post, holder. The first columns of every sheet about contracts. */
export function contractIdentity<R>(
  scope: Scope,
  contractOf: (row: R) => ContractLine,
): readonly TableColumn<R>[] {
  const c = YEAR.contracts
  return [
    {
      key: 'employer',
      title: c.employer,
      kind: 'text',
      width: 18,
      cell: (row) => text(employerLabel(contractOf(row).employer.employer)),
    },
    {
      key: 'post',
      title: c.post,
      kind: 'text',
      width: 26,
      cell: (row) => text(postLabel(contractOf(row).position)),
    },
    {
      key: 'holder',
      title: c.holder,
      kind: 'text',
      width: 22,
      optional: true,
      cell: (row) => text(holderOf(scope, contractOf(row).view.contract)),
    },
  ]
}

export function contractTable(
  scope: Scope,
  given: { readonly name: string; readonly title: string; readonly subtitle: string },
  lines: readonly (readonly ContractLine[])[],
  more: readonly TableColumn<ContractLine>[] = [],
): Table<ContractLine> {
  const c = YEAR.contracts
  const { index } = scope.derived
  return buildTable<ContractLine>({
    ...given,
    mark: 'post',
    frozenColumns: 2,
    withoutTotal: true,
    columns: [
      ...contractIdentity<ContractLine>(scope, (l) => l),
      {
        key: 'kind',
        title: c.kind,
        kind: 'text',
        width: 18,
        cell: (l) => text(CONTRACT_KIND_WORDS[l.view.contract.kind]),
      },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 13,
        cell: (l) => text(CONTRACT_STATE_WORDS[l.view.state]),
      },
      {
        key: 'startsOn',
        title: c.startsOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.view.contract.startsOn),
      },
      { key: 'endsOn', title: c.endsOn, kind: 'day', width: 11, cell: (l) => onDay(l.view.endsOn) },
      {
        key: 'endedOn',
        title: c.endedOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (l) => onDay(l.view.contract.endedOn),
      },
      {
        key: 'motive',
        title: c.motive,
        kind: 'text',
        width: 22,
        optional: true,
        cell: (l) =>
          text(l.view.contract.endMotive === null ? null : END_MOTIVE_WORDS[l.view.contract.endMotive]),
      },
      {
        key: 'signedOn',
        title: c.signedOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (l) => onDay(l.view.contract.signedOn),
      },
      {
        key: 'trialEndsOn',
        title: c.trialEndsOn,
        kind: 'day',
        width: 11,
        optional: true,
        cell: (l) => onDay(l.view.contract.trialEndsOn),
      },
      {
        key: 'ground',
        title: c.ground,
        kind: 'text',
        width: 18,
        optional: true,
        cell: (l) => text(l.view.contract.ground === null ? null : GROUND_WORDS[l.view.contract.ground]),
      },
      {
        key: 'hours',
        title: c.hours,
        kind: 'cents',
        width: 9,
        cell: (l) =>
          eurosOf(Math.round((termsAt(l.view.contract, index, scope.at).weeklyMinutes * 100) / 60)),
      },
      {
        key: 'gross',
        title: c.gross,
        kind: 'cents',
        width: 12,
        cell: (l) => euros(termsAt(l.view.contract, index, scope.at).monthlyGrossCents),
      },
      {
        key: 'renews',
        title: c.renews,
        kind: 'text',
        width: 12,
        optional: true,
        cell: (l) => text(l.view.contract.renewsId === null ? null : c.yes),
      },
      ...more,
    ],
    groups: scope.employers.map((_, i) => ({ label: null, rows: lines[i] ?? [] })),
  })
}
