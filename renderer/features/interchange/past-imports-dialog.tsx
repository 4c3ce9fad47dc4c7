/** "Imports déjà faits": which file, when, by whom, how much; undone here where it is the last action. */
import type { JournalEntry } from '#shared/api/views/journal.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { frInstant } from '../../ui/show.ts'
import { INTERCHANGE_WORDS } from './text.ts'
import './interchange.css'

const W = INTERCHANGE_WORDS.past
const MOST = 50
const LATEST = 30

export function PastImportsDialog({ close }: DialogProps<'past-imports'>) {
  const imports = useRead('read.journal', { positionId: null, before: null, limit: MOST, kind: 'import' })
  const latest = useRead('read.journal', { positionId: null, before: null, limit: LATEST })
  const status = useFileStatus()
  const canUndo = status !== undefined && !status.readOnly && status.undoLabel !== null
  const lastId = latest.data?.find((entry) => !entry.undone && entry.kind !== 'lightened')?.actionId ?? null
  return (
    <DialogFrame
      title={W.title}
      width={760}
      onClose={close}
      cancel={W.close}
      hint={(imports.data?.length ?? 0) > 0 ? W.others : ''}
    >
      <Reading read={imports}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="mut">{W.none}</p>
          ) : (
            <ScrollRegion label={W.title} className="exchange-past">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{W.when}</th>
                    <th scope="col">{W.file}</th>
                    <th scope="col">{W.who}</th>
                    <th scope="col" className="num">
                      {W.changes}
                    </th>
                    <th scope="col">{W.state}</th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <Line
                      key={entry.actionId}
                      entry={entry}
                      isLast={canUndo && entry.actionId === lastId && !entry.undone}
                    />
                  ))}
                </tbody>
              </table>
              {entries.length === MOST && <p className="sm dim">{W.more(MOST)}</p>}
            </ScrollRegion>
          )
        }
      </Reading>
    </DialogFrame>
  )
}

function Line({ entry, isLast }: { readonly entry: JournalEntry; readonly isLast: boolean }) {
  const label = entry.label.charAt(0).toUpperCase() + entry.label.slice(1)
  const undo = async () => {
    const answer = await act('write.undo', {})
    if (!answer.ok) return
    showToast(W.done(label))
    announce(W.done(label))
  }
  return (
    <tr>
      <td>{frInstant(entry.at)}</td>
      <th scope="row">{label}</th>
      <td>{entry.who}</td>
      <td className="num">{W.count(entry.changeCount)}</td>
      <td>
        {isLast ? (
          <Button size="small" label={W.undoLabel(entry.label)} tip={W.last} onPress={() => void undo()}>
            {W.undo}
          </Button>
        ) : entry.undone ? (
          W.undone
        ) : (
          W.kept
        )}
      </td>
    </tr>
  )
}
