/** Who changed what on this post, latest first: before and after, as the dossier recorded it. */
import type { JournalEntry } from '#shared/api/rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { useRead } from '../../data/queries.ts'
import { Reading } from '../../ui/blocks.tsx'
import { frInstant } from '../../ui/show.ts'
import { changeWords } from './journal-words.ts'
import { JOURNAL_WORDS as W } from './text.ts'

export function JournalTab({ positionId }: { readonly positionId: Id }) {
  const read = useRead('read.journal', { positionId, before: null, limit: 200 })
  return (
    <Reading read={read}>
      {(entries) =>
        entries.length === 0 ? (
          <p className="tab-note">{W.empty}</p>
        ) : (
          <div className="scroll-x">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{W.when}</th>
                  <th scope="col">{W.who}</th>
                  <th scope="col">{W.action}</th>
                  <th scope="col">{W.detail}</th>
                </tr>
              </thead>
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
  return (
    <tr className={entry.undone ? 'sub' : undefined}>
      <td>{frInstant(entry.at)}</td>
      <td>{entry.who}</td>
      <td>
        {entry.label}
        {entry.undone && ` (${W.undone})`}
      </td>
      <td className="wrap mut">{changeWords(entry).join(' ; ')}</td>
    </tr>
  )
}
