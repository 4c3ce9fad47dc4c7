/** People whose name need no longer be kept: proposed, chosen by hand, anonymised in one undoable act. */
import { useState } from 'react'
import type { Output } from '#shared/api/contract.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frDay, frInteger } from '#shared/text/format.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/fields/choice.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import type { Question } from './question.ts'
import { PRIVACY_WORDS as W } from './text.ts'

type Row = Output<'privacy.retention'>[number]

export function RetentionPane({ ask }: { readonly ask: (question: Question) => void }) {
  const read = useRead('privacy.retention', {})
  return (
    <>
      <p>{W.retentionIntro}</p>
      <Reading read={read}>
        {(rows) => (rows.length === 0 ? <p className="mut">{W.none}</p> : <List rows={rows} ask={ask} />)}
      </Reading>
    </>
  )
}

function List({ rows, ask }: { readonly rows: readonly Row[]; readonly ask: (question: Question) => void }) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set())
  const picked = rows.filter((row) => chosen.has(row.personId))
  const choose = (id: Id, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const anonymise = async () => {
    const answer = await act('privacy.anonymise', { personIds: picked.map((row) => row.personId) })
    if (answer.ok) showToast(W.anonymised(answer.value.persons))
  }
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <td />
            <th scope="col">{W.person}</th>
            <th scope="col" className="num">
              {W.contracts}
            </th>
            <th scope="col">{W.lastDay}</th>
            <th scope="col">{W.until}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.personId}>
              <td>
                <Checkbox
                  label={W.selectOf(row.name)}
                  isSelected={chosen.has(row.personId)}
                  onChange={(on) => choose(row.personId, on)}
                />
              </td>
              <td data-private="">{row.name}</td>
              <td className="num">{frInteger(row.contracts)}</td>
              <td>{row.lastDay === null ? FR.none : frDay(row.lastDay)}</td>
              <td>
                {row.until === null ? W.atOnce : frDay(row.until)}
                {row.until !== null && row.due && `, ${W.due}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="privacy-buttons">
        <Button
          onPress={() => setChosen(new Set(rows.filter((row) => row.due).map((row) => row.personId)))}
          isDisabled={!rows.some((row) => row.due)}
        >
          {W.selectDue}
        </Button>
        <Button
          variant="primary"
          isDisabled={picked.length === 0 || !writable}
          onPress={() =>
            ask({
              title: W.confirmTitle,
              message: W.confirm(picked.map((row) => row.name)),
              action: W.anonymise(picked.length),
              run: anonymise,
            })
          }
        >
          {W.anonymise(picked.length)}
        </Button>
      </div>
    </>
  )
}
