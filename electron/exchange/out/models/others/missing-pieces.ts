/** "Pièces manquantes": what a hiring, and an early end, call for and no file of the contract answers. One piece per line. */
import type { Document } from '#shared/domain/facts.ts'
import { checklist, contractOccasions } from '#shared/rules/checklists.ts'
import { CONTRACTS } from '#shared/text/reports/others.ts'
import { pieceLabel } from '#shared/text/rules/checklists.ts'
import { count, onDay, text } from '../cells.ts'
import { type ContractLine, contractIdentity } from '../contract-table.ts'
import type { Scope } from '../scope.ts'
import { buildTable, type Table, type TableColumn } from '../table.ts'

type Occasion = keyof typeof CONTRACTS.occasions

export interface MissingPiece {
  readonly contract: ContractLine
  readonly occasion: Occasion
  readonly item: string
}

/** By contract, in the order of the checklists. */
export type MissingPieces = ReadonlyMap<ContractLine, readonly MissingPiece[]>

export function missingPieces(
  lines: readonly (readonly ContractLine[])[],
  documents: readonly Document[],
): MissingPieces {
  const byContract = new Map<number, Document[]>()
  for (const document of documents) {
    if (document.ownerKind !== 'contract') continue
    const own = byContract.get(document.ownerId)
    if (own === undefined) byContract.set(document.ownerId, [document])
    else own.push(document)
  }
  return new Map(
    lines
      .flat()
      .map((contract) => [contract, piecesOf(contract, byContract.get(contract.view.contract.id) ?? [])]),
  )
}

function piecesOf(contract: ContractLine, own: readonly Document[]): readonly MissingPiece[] {
  return contractOccasions(contract.view.contract).flatMap((occasion) =>
    checklist(occasion, contract.employer.employer.sector, own).items.flatMap(({ item, present }) =>
      present ? [] : [{ contract, occasion, item }],
    ),
  )
}

/** How many, on the line of the contract: their names would push every other column aside. */
export function missingColumn(missing: MissingPieces): TableColumn<ContractLine> {
  return {
    key: 'missing',
    title: CONTRACTS.columns.missing,
    kind: 'integer',
    width: 12,
    cell: (contract) => count(missing.get(contract)?.length ?? 0),
  }
}

export function missingTable(
  scope: Scope,
  subtitle: string,
  lines: readonly (readonly ContractLine[])[],
  missing: MissingPieces,
): Table<MissingPiece> {
  const c = CONTRACTS.columns
  return buildTable<MissingPiece>({
    name: CONTRACTS.sheets.missing,
    title: CONTRACTS.titles.missing,
    subtitle,
    mark: 'post',
    frozenColumns: 2,
    withoutTotal: true,
    columns: [
      ...contractIdentity<MissingPiece>(scope, (l) => l.contract),
      {
        key: 'startsOn',
        title: c.startsOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.contract.view.contract.startsOn),
      },
      {
        key: 'occasion',
        title: c.occasion,
        kind: 'text',
        width: 16,
        cell: (l) => text(CONTRACTS.occasions[l.occasion]),
      },
      { key: 'piece', title: c.piece, kind: 'text', width: 56, cell: (l) => text(pieceLabel(l.item)) },
    ],
    groups: lines.map((own) => ({ label: null, rows: own.flatMap((line) => missing.get(line) ?? []) })),
  })
}
