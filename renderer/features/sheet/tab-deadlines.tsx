/** Deadlines of the post, those that rules derive and those a person entered, with the answers given to each. */

import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { frDay, frDelay } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import { ANSWER_WORDS, NATURE_WORDS } from '#shared/text/words.ts'
import { askIgnore, askPostpone, clearAnswer, markDone } from '../../app/answer-deadline.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { useFileStatus } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { TableHead } from '../../ui/lists/table-head.tsx'
import { DEADLINES_WORDS as W } from './text.ts'

type Explain = (target: ExplainTarget) => void

export function DeadlinesTab({
  sheet,
  onExplain,
}: {
  readonly sheet: PositionSheet
  readonly onExplain: Explain
}) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  return (
    <>
      {sheet.deadlines.length === 0 ? (
        <p className="tab-note">{W.empty}</p>
      ) : (
        <div className="scroll-x">
          <table className="plain">
            <TableHead columns={[W.day, W.delay, W.nature, W.subject, W.origin, W.answer]} />
            <tbody>
              {sheet.deadlines.map((deadline) => (
                <Line key={deadline.key} deadline={deadline} writable={writable} onExplain={onExplain} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="tab-actions">
        <Button
          size="small"
          isDisabled={!writable}
          onPress={() =>
            openDialog({
              kind: 'entity',
              entity: 'freeDeadline',
              id: null,
              preset: { positionId: sheet.row.id },
            })
          }
        >
          <Icon name="plus" />
          {W.add}
        </Button>
        {sheet.freeDeadlines.map((free) => (
          <Button
            key={free.id}
            size="small"
            isDisabled={!writable}
            onPress={() => openDialog({ kind: 'entity', entity: 'freeDeadline', id: free.id })}
          >
            <Icon name="pen" />
            {W.edit(free.title)}
          </Button>
        ))}
      </div>
    </>
  )
}

function Line(props: {
  readonly deadline: Deadline
  readonly writable: boolean
  readonly onExplain: Explain
}) {
  const { deadline: d, writable } = props
  const late = d.status === 'late'
  const title = stepSentence(d.title)
  return (
    <tr>
      <td>
        <button
          type="button"
          className="why-link"
          onClick={() => props.onExplain({ kind: 'deadline', key: d.key })}
        >
          {frDay(d.dueOn)}
          <span className="vh"> {W.whyDate}</span>
        </button>
      </td>
      <td>
        <span className={late ? 'st late' : d.daysLeft <= 30 ? 'st b' : 'st'}>
          {late && <Glyph name="late" />}
          {frDelay(d.daysLeft)}
        </span>
      </td>
      <td>{NATURE_WORDS[d.nature]}</td>
      <td className="wrap" {...(d.personName === null ? {} : { 'data-private': '' })}>
        {title}
      </td>
      <td className="wrap mut" data-private="">
        {stepSentence(d.why)}
      </td>
      <td>
        {d.answer !== null && !d.moved ? (
          <>
            {ANSWER_WORDS[d.answer.answer]}{' '}
            {d.answer.postponedTo === null ? '' : W.until(frDay(d.answer.postponedTo))}{' '}
            <Button variant="link" isDisabled={!writable} onPress={() => void clearAnswer(d)}>
              {W.clear}
            </Button>
          </>
        ) : (
          <>
            <Button variant="link" isDisabled={!writable} onPress={() => void markDone(d)}>
              {W.done}
            </Button>
            <Button variant="link" isDisabled={!writable} onPress={() => askPostpone(d)}>
              {W.postpone}
            </Button>
            <Button variant="link" isDisabled={!writable} onPress={() => askIgnore(d)}>
              {W.ignore}
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}
