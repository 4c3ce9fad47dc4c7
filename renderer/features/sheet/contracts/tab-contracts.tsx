/** Contracts of the post and the vacancies between them, latest first, each with what can be done with it. */

import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import { type Day, maxDay } from '#shared/domain/day.ts'
import { openDialog } from '../../../app/open-dialog.ts'
import { useFileStatus } from '../../../data/queries.ts'
import { EmptyState } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/glyphs/icon.tsx'
import { num, TableHead, unseen } from '../../../ui/lists/table-head.tsx'
import { CONTRACTS_WORDS as W } from '../text.ts'
import { ContractLines, VacancyLine } from './contract-lines.tsx'

type Explain = (target: ExplainTarget) => void
type Vacancy = PositionSheet['vacancies'][number]
type Line =
  | { readonly kind: 'contract'; readonly from: Day; readonly row: ContractRow }
  | { readonly kind: 'vacancy'; readonly from: Day; readonly vacancy: Vacancy }

function linesOf(sheet: PositionSheet): readonly Line[] {
  const lines: Line[] = [
    ...sheet.contracts.map((row): Line => ({ kind: 'contract', from: row.contract.startsOn, row })),
    ...sheet.vacancies.map((vacancy): Line => ({ kind: 'vacancy', from: vacancy.from, vacancy })),
  ]
  return lines.sort((a, b) => (a.from === b.from ? 0 : maxDay(a.from, b.from) === a.from ? -1 : 1))
}

export function ContractsTab({
  sheet,
  onExplain,
}: {
  readonly sheet: PositionSheet
  readonly onExplain: Explain
}) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  const lines = linesOf(sheet)
  const current = sheet.row.contractId
  if (lines.length === 0) {
    return (
      <EmptyState
        title={W.empty}
        action={
          <Button
            variant="primary"
            isDisabled={!writable}
            onPress={() => openDialog({ kind: 'new-contract', positionId: sheet.row.id })}
          >
            {W.add}
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
        <table className="plain">
          <TableHead
            columns={[
              W.holder,
              W.kind,
              W.starts,
              W.ends,
              W.ended,
              W.length,
              W.notice,
              num(W.gross),
              W.state,
              W.pieces,
              unseen(W.actions),
            ]}
          />
          <tbody>
            {lines.map((line) =>
              line.kind === 'vacancy' ? (
                <VacancyLine
                  key={`vacancy-${line.from}`}
                  vacancy={line.vacancy}
                  sheet={sheet}
                  onExplain={onExplain}
                />
              ) : (
                <ContractLines
                  key={line.row.id}
                  row={line.row}
                  amendments={sheet.contractAmendments.filter((a) => a.contractId === line.row.id)}
                  pieces={sheet.pieces.find((p) => p.contractId === line.row.id)}
                  isCurrent={line.row.id === current}
                  writable={writable}
                  onExplain={onExplain}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      <div className="tab-actions">
        <Button
          size="small"
          isDisabled={!writable}
          onPress={() => openDialog({ kind: 'new-contract', positionId: sheet.row.id })}
        >
          <Icon name="plus" />
          {W.add}
        </Button>
        {current !== null && (
          <Button
            size="small"
            isDisabled={!writable}
            onPress={() => openDialog({ kind: 'end-contract', contractId: current })}
          >
            {W.end}
          </Button>
        )}
      </div>
    </>
  )
}
