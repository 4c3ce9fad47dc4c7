/** One contract with its amendments, or one vacancy, as lines of the tab. */

import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { ContractAmendment, Id } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS, END_MOTIVE_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../../app/open-dialog.ts'
import { formatRoute } from '../../../app/routes.ts'
import { plural } from '../../../text/fr.ts'
import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyphs/glyph.tsx'
import { Icon } from '../../../ui/glyphs/icon.tsx'
import { StateGlyph } from '../../../ui/glyphs/state-glyph.tsx'
import { NotComputed } from '../../../ui/left-out.tsx'
import { monthsWord, CONTRACTS_WORDS as W } from '../text.ts'
import { ContractMenu, openFindings } from './contract-menu.tsx'
import { monthlyGross } from './contract-words.ts'

type Explain = (target: ExplainTarget) => void

export function VacancyLine(props: {
  readonly vacancy: PositionSheet['vacancies'][number]
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
      <td />
    </tr>
  )
}

export function ContractLines(props: {
  readonly row: ContractRow
  readonly amendments: readonly ContractAmendment[]
  readonly pieces: PositionSheet['pieces'][number] | undefined
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
          <span data-private="">{row.personName}</span>
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
        <td>{row.uncomputed === undefined ? monthsWord(row.months) : '—'}</td>
        <td>{row.uncomputed === undefined ? <Notice row={row} onExplain={props.onExplain} /> : '—'}</td>
        <td className="num">{monthlyGross(row)}</td>
        <td>
          {row.uncomputed === undefined ? (
            <StateGlyph
              of="contract"
              state={row.state}
              {...(contract.endMotive === null
                ? {}
                : { suffix: ` · ${END_MOTIVE_WORDS[contract.endMotive]}` })}
            />
          ) : (
            <NotComputed />
          )}
        </td>
        <td>
          <Pieces positionId={contract.positionId} pieces={props.pieces} />
        </td>
        <td>
          <ContractMenu row={row} writable={props.writable} />
        </td>
      </tr>
      {amendments.map((amendment) => (
        <tr key={amendment.id} className="sub">
          <td>{W.amendment}</td>
          <td colSpan={7}>{amendmentWords(amendment)}</td>
          <td colSpan={2}>
            {amendment.signedOn === null ? W.notSigned : W.signed(frDay(amendment.signedOn))}
          </td>
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

/** "4 sur 6", and the way to the tab that names those still missing. */
function Pieces(props: {
  readonly positionId: Id
  readonly pieces: PositionSheet['pieces'][number] | undefined
}) {
  if (props.pieces === undefined) return null
  const { present, total } = props.pieces
  return (
    <a href={formatRoute({ screen: 'position', id: props.positionId, tab: 'documents' })}>
      {W.piecesOf(present, total)}
    </a>
  )
}
