/** Who changed what on this post, latest first: before and after, as the dossier recorded it. */

import type { JournalEntry } from '#shared/api/views/journal.ts'
import { isDay } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { useRead } from '../../data/queries.ts'
import { andOthers } from '../../text/fr.ts'
import { fieldsOf, subjectOf, JOURNAL as W } from '../../text/journal.ts'
import { Reading } from '../../ui/blocks.tsx'
import { TableHead } from '../../ui/lists/table-head.tsx'
import { JOURNAL_WORDS } from './text.ts'

const CHANGES_SHOWN = 4
const FIELDS_SHOWN = 6

export function JournalTab({ positionId }: { readonly positionId: Id }) {
  const read = useRead('read.journal', { positionId, before: null, limit: 200 })
  return (
    <Reading read={read}>
      {(entries) =>
        entries.length === 0 ? (
          <p className="tab-note">{JOURNAL_WORDS.empty}</p>
        ) : (
          <div className="scroll-x">
            <table className="plain">
              <TableHead columns={[W.when, W.who, W.action, W.detail]} />
              <tbody>
                {entries.map((entry) => (
                  <Entry key={entry.actionId} entry={entry} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Reading>
  )
}

function Entry({ entry }: { readonly entry: JournalEntry }) {
  const more = entry.changes.length - CHANGES_SHOWN
  return (
    <tr className={entry.undone ? 'sub' : undefined}>
      <td>{instant(entry.at)}</td>
      <td>{entry.who}</td>
      <td className="wrap">
        {entry.label}
        {entry.undone && ` (${W.undone})`}
      </td>
      <td className="wrap mut" data-private="">
        {entry.changes.slice(0, CHANGES_SHOWN).map(changeWords).join(' ; ')}
        {more > 0 && ` ; ${andOthers(more)}`}
      </td>
    </tr>
  )
}

function instant(at: string): string {
  const day = at.slice(0, 10)
  return `${isDay(day) ? frDay(day) : day} ${at.slice(11, 16)}`
}

function changeWords(change: JournalEntry['changes'][number]): string {
  const what = subjectOf(change)
  if (change.op === 'delete') return W.deleted(what)
  const fields = fieldsOf(change)
    .slice(0, FIELDS_SHOWN)
    .map((field) =>
      field.before === null
        ? `${field.name} ${field.after}`
        : `${field.name} ${field.before} → ${field.after}`,
    )
  return fields.length === 0 ? what : `${what} · ${fields.join(', ')}`
}
