/** Journal: every act on this dossier, who did it and when, what it changed, before and after. Older ones on demand. */
import { useMemo, useState } from 'react'
import type { JournalEntry } from '#shared/api/views/journal.ts'
import { isDay } from '#shared/domain/day.ts'
import { frDay } from '#shared/text/format.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { readOnce, useFileStatus, useRead } from '../../data/queries.ts'
import { andOthers } from '../../text/fr.ts'
import { fieldsOf, JOURNAL, subjectOf } from '../../text/journal.ts'
import { EmptyState, PageHead, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import './journal.css'

const PAGE = 100
const CHANGES_SHOWN = 3
const FIELDS_SHOWN = 6

export function JournalScreen() {
  const read = useRead('read.journal', { positionId: null, before: null, limit: PAGE })
  return (
    <Reading read={read}>{(entries) => <Journal key={entries[0]?.actionId ?? 0} first={entries} />}</Reading>
  )
}

function Journal({ first }: { readonly first: readonly JournalEntry[] }) {
  const status = useFileStatus()
  const [older, setOlder] = useState<readonly JournalEntry[]>([])
  const [isWhole, setWhole] = useState(first.length < PAGE)
  const [find, setFind] = useState('')
  const entries = useMemo(() => [...first, ...older], [first, older])
  const shown = useMemo(() => {
    const words = find.trim().toLowerCase()
    if (words === '') return entries
    return entries.filter((entry) =>
      [entry.label, entry.who, ...entry.changes.map(subjectOf)].join(' ').toLowerCase().includes(words),
    )
  }, [entries, find])

  const readOlder = async () => {
    const before = entries.at(-1)?.actionId
    if (before === undefined) return
    const next = await readOnce('read.journal', { positionId: null, before, limit: PAGE })
    setOlder((now) => [...now, ...next])
    if (next.length < PAGE) setWhole(true)
  }

  if (first.length === 0) return <EmptyState title={JOURNAL.title}>{JOURNAL.empty}</EmptyState>
  const days = groupByDay(shown)
  return (
    <>
      <PageHead
        title={JOURNAL.title}
        subtitle={JOURNAL.subtitle}
        actions={
          <>
            <Button
              isDisabled={status?.readOnly ?? true}
              onPress={() => openDialog({ kind: 'lighten-journal' })}
            >
              {JOURNAL.lighten}
            </Button>
            <TextField
              label={JOURNAL.find}
              hideLabel
              placeholder={JOURNAL.find}
              value={find}
              onChange={setFind}
              className="journal-find"
            />
          </>
        }
      />
      <section className="scroll journal" aria-label={JOURNAL.title} data-area={JOURNAL.title}>
        {days.map(([day, list]) => (
          <section key={day} aria-label={day}>
            <h2 className="journal-day">{isDay(day) ? frDay(day) : day}</h2>
            <ol>
              {list.map((entry) => (
                <Entry key={entry.actionId} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
        {shown.length === 0 && <p className="journal-none">{JOURNAL.noMatch}</p>}
        {!isWhole && find === '' && (
          <p className="journal-none">
            <Button onPress={() => void readOlder()}>{JOURNAL.more}</Button>
          </p>
        )}
      </section>
    </>
  )
}

function groupByDay(
  entries: readonly JournalEntry[],
): readonly (readonly [string, readonly JournalEntry[]])[] {
  const days = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const day = entry.at.slice(0, 10)
    const list = days.get(day)
    if (list === undefined) days.set(day, [entry])
    else list.push(entry)
  }
  return [...days]
}

function Entry({ entry }: { readonly entry: JournalEntry }) {
  const [isOpen, setOpen] = useState(false)
  const changes = isOpen ? entry.changes : entry.changes.slice(0, CHANGES_SHOWN)
  const more = entry.changes.length - CHANGES_SHOWN
  return (
    <li className={entry.undone ? 'journal-entry undone' : 'journal-entry'}>
      <span className="dim">{entry.at.slice(11, 16)}</span>
      <span className="mut who">{entry.who}</span>
      <div>
        <b>{entry.label.charAt(0).toUpperCase() + entry.label.slice(1)}</b>
        {entry.undone && <span className="kind"> {JOURNAL.undone}</span>}
        {entry.lightened && <p className="journal-light">{JOURNAL.lightened}</p>}
        {entry.problem !== null && <p className="journal-stuck">{JOURNAL.stuck(entry.problem)}</p>}
        <ul>
          {changes.map((change) => {
            const fields = fieldsOf(change)
            return (
              <li key={`${change.table} ${change.rowId} ${change.op}`} data-private="">
                <span className="mut">{subjectOf(change)}</span>
                {change.op === 'delete'
                  ? ` · ${JOURNAL.deleted('').replace(/^ : /, '')}`
                  : fields.slice(0, FIELDS_SHOWN).map((field) => (
                      <span key={field.name}>
                        {' · '}
                        {field.name}{' '}
                        {field.before !== null && (
                          <>
                            <del>
                              <span className="vh">{JOURNAL.before} </span>
                              {field.before}
                            </del>
                            {' → '}
                          </>
                        )}
                        <b>{field.after}</b>
                      </span>
                    ))}
                {fields.length > FIELDS_SHOWN && (
                  <span className="dim"> {andOthers(fields.length - FIELDS_SHOWN)}</span>
                )}
              </li>
            )
          })}
        </ul>
        {more > 0 && (
          <Button variant="link" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? JOURNAL.hide : JOURNAL.show(more)}
          </Button>
        )}
      </div>
    </li>
  )
}
