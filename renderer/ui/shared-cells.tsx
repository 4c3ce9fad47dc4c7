/** What several grids show alike: a notice with its urgency, an amount of the aid, money still to come with what of it is late. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import { frAmount, frDay } from '#shared/text/format.ts'
import { FR } from '../text/fr.ts'
import { POSITIONS } from '../text/positions.ts'
import { Glyph } from './glyphs/glyph.tsx'
import type { GridColumn } from './grid/model/column.ts'

type Notice = Pick<PositionRow, 'noticeOn' | 'noticeState'>

export function noticeText({ noticeOn, noticeState }: Notice): string {
  if (noticeState === 'not-applicable') return FR.notApplicable
  return noticeOn === null ? FR.none : frDay(noticeOn)
}

export function drawNotice(row: Notice) {
  const text = noticeText(row)
  if (row.noticeOn === null || row.noticeState === 'not-applicable')
    return <span className="void">{text}</span>
  const isMissed = row.noticeState === 'missed'
  if (!isMissed && row.noticeState !== 'soon') return text
  return (
    <span className={isMissed ? 'st late' : 'st warn'}>
      <Glyph name={isMissed ? 'late' : 'flag'} />
      {text}
    </span>
  )
}

export function drawOutstanding({ aid }: { readonly aid: AidFigures }) {
  return (
    <>
      {aid.lateCents > 0 && (
        <span className="late" title={POSITIONS.lateInstalment}>
          <Glyph name="late" />
          <span className="vh">{POSITIONS.lateInstalment}</span>
        </span>
      )}
      {frAmount(aid.outstandingCents)}
    </>
  )
}

/** One amount of the aid of a row. From what it is computed, and whether it can say why, is for its screen to tell. */
export function aidColumn<R extends { readonly aid: AidFigures }>(
  key: keyof AidFigures,
  id: string,
  title: string,
  more: Partial<GridColumn<R>>,
): GridColumn<R> {
  return { id, title, type: 'cents', width: 84, value: (row) => row.aid[key], total: true, ...more }
}
