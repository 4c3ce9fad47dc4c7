/** Contracts of the post and the vacancies between them, latest first, each with what can be done with it. */

import type { ContractRow, ExplainTarget, PositionSheet } from '#shared/api/rows.ts'
import { type Day, maxDay } from '#shared/domain/day.ts'
import type { ContractAmendment } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS, END_MOTIVE_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { useFileStatus } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { EmptyState } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialog.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { num, TableHead, unseen } from '../../ui/table-head.tsx'
import { monthlyGross } from './contract-words.ts'
import { monthsWord, plural, CONTRACTS_WORDS as W } from './text.ts'

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

function VacancyLine(props: {
  readonly vacancy: Vacancy
  readonly sheet: PositionSheet
  readonly onExplain: Explain
}) {
  const { vacancy, sheet } = props
  const open = vacancy.to === null
  const { vacancyLimitOn } = sheet.row
  return (
    <tr className="sub">
      <td>{W.vacancy}</td>
      <td>{plural(vacancy.days, 'jour')}</td>
      <td>{frDay(vacancy.from)}</td>
      <td>{vacancy.to === null ? '—' : frDay(vacancy.to)}</td>
      <td />
      <td>{vacancy.days >= 28 ? monthsWord(Math.round(vacancy.days / 30.4375)) : ''}</td>
      <td>
        {open && vacancyLimitOn !== null && (
          <button
            type="button"
            className="why-link"
            onClick={() => props.onExplain({ kind: 'vacancy-limit', positionId: sheet.row.id })}
          >
            {W.limit(frDay(vacancyLimitOn))}
            <span className="vh"> {W.whyDate}</span>
          </button>
        )}
      </td>
      <td />
      <td>
        <span className="st">
          <Glyph name="vacant" />
          {open ? W.vacant : W.wasVacant}
        </span>
      </td>
      <td />
    </tr>
  )
}

function ContractLines(props: {
  readonly row: ContractRow
  readonly amendments: readonly ContractAmendment[]
  readonly isCurrent: boolean
  readonly writable: boolean
  readonly onExplain: Explain
}) {
  const { row, amendments } = props
  const { contract } = row
  return (
    <>
      <tr className={props.isCurrent ? 'cur' : undefined}>
        <th scope="row" className={props.isCurrent ? 'b' : undefined}>
          {row.personName}
        </th>
        <td>
          {CONTRACT_KIND_WORDS[contract.kind]}
          {row.findings.length > 0 && (
            <Button
              variant="icon"
              size="small"
              label={W.findings(row.findings.length)}
              onPress={() => openFindings(row)}
            >
              <span className={row.findings.some((f) => f.severity === 'refused') ? 'late' : 'warn'}>
                <Glyph name="warning" />
              </span>
            </Button>
          )}
        </td>
        <td>{frDay(contract.startsOn)}</td>
        <td>{row.effectiveEndsOn === null ? W.noTerm : frDay(row.effectiveEndsOn)}</td>
        <td>{contract.endedOn === null ? '—' : frDay(contract.endedOn)}</td>
        <td>{monthsWord(row.months)}</td>
        <td>
          <Notice row={row} onExplain={props.onExplain} />
        </td>
        <td className="num">{monthlyGross(row)}</td>
        <td>
          <StateGlyph
            of="contract"
            state={row.state}
            {...(contract.endMotive === null ? {} : { suffix: ` · ${END_MOTIVE_WORDS[contract.endMotive]}` })}
          />
        </td>
        <td>
          <ContractMenu row={row} writable={props.writable} />
        </td>
      </tr>
      {amendments.map((amendment) => (
        <tr key={amendment.id} className="sub">
          <td>{W.amendment}</td>
          <td colSpan={7}>{amendmentWords(amendment)}</td>
          <td>{amendment.signedOn === null ? W.notSigned : W.signed(frDay(amendment.signedOn))}</td>
          <td>
            <Button
              variant="icon"
              size="small"
              label={W.editAmendment}
              isDisabled={!props.writable}
              onPress={() => openDialog({ kind: 'entity', entity: 'contractAmendment', id: amendment.id })}
            >
              <Icon name="pen" small />
            </Button>
          </td>
        </tr>
      ))}
    </>
  )
}

function amendmentWords(a: ContractAmendment): string {
  return [
    W.from(frDay(a.effectiveOn)),
    a.newEndsOn === null ? null : W.newEnd(frDay(a.newEndsOn)),
    a.newMonthlyGrossCents === null ? null : W.newGross(a.newMonthlyGrossCents),
    a.newWeeklyMinutes === null ? null : W.newTime(a.newWeeklyMinutes),
    a.reason,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function Notice({ row, onExplain }: { readonly row: ContractRow; readonly onExplain: Explain }) {
  if (row.noticeState === 'not-applicable') return <span className="dim">{W.notApplicable}</span>
  if (row.noticeOn === null) return <span className="dim">—</span>
  const pressing = row.noticeState === 'soon'
  const missed = row.noticeState === 'missed'
  const tone = missed ? 'late b' : pressing ? 'warn b' : ''
  return (
    <button
      type="button"
      className={`why-link st ${tone}`}
      onClick={() => onExplain({ kind: 'contract-notice', contractId: row.id })}
    >
      {(pressing || missed) && <Glyph name={missed ? 'flag-missed' : 'flag'} />}
      {frDay(row.noticeOn)}
      <span className="vh"> {W.whyDate}</span>
    </button>
  )
}

function ContractMenu({ row, writable }: { readonly row: ContractRow; readonly writable: boolean }) {
  const preset = { contractId: row.id }
  const open = row.contract.endedOn === null
  return (
    <RowMenu
      label={W.actionsOn(row.personName)}
      isDisabled={!writable}
      items={[
        {
          id: 'edit',
          label: W.edit,
          run: () => openDialog({ kind: 'entity', entity: 'contract', id: row.id }),
        },
        {
          id: 'amend',
          label: W.amend,
          isDisabled: !open,
          run: () => openDialog({ kind: 'entity', entity: 'contractAmendment', id: null, preset }),
        },
        {
          id: 'renew',
          label: W.renew,
          isDisabled: !open || row.effectiveEndsOn === null,
          run: () => openDialog({ kind: 'renew-contract', contractId: row.id }),
        },
        {
          id: 'end',
          label: W.end,
          isDisabled: !open,
          run: () => openDialog({ kind: 'end-contract', contractId: row.id }),
        },
        {
          id: 'cost',
          label: W.cost,
          run: () => openDialog({ kind: 'entity', entity: 'monthlyCost', id: null, preset }),
        },
        {
          id: 'person',
          label: W.editPerson(row.personName),
          run: () => openDialog({ kind: 'entity', entity: 'person', id: row.contract.personId }),
        },
      ]}
    />
  )
}

function openFindings(row: ContractRow): void {
  openDialog({
    kind: 'custom',
    render: (close) => (
      <DialogFrame
        title={W.findingsOf(row.personName)}
        width={560}
        onClose={close}
        cancel={FR.close}
        hint={W.findingsHint}
      >
        <FindingList findings={row.findings} />
      </DialogFrame>
    ),
  })
}
