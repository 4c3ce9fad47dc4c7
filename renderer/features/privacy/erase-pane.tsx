/** People already anonymised: their former names may leave the history too, for good. */
import { useState } from 'react'
import type { Output } from '#shared/api/contract.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/fields/choice.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import type { Question } from './question.ts'
import { PRIVACY_WORDS as W } from './text.ts'

type Row = Output<'privacy.anonymised'>[number]

export function ErasePane({ ask }: { readonly ask: (question: Question) => void }) {
  const read = useRead('privacy.anonymised', {})
  return (
    <>
      <p>{W.eraseIntro}</p>
      <Reading read={read}>
        {(rows) =>
          rows.length === 0 ? <p className="mut">{W.noneAnonymised}</p> : <List rows={rows} ask={ask} />
        }
      </Reading>
    </>
  )
}

function List({ rows, ask }: { readonly rows: readonly Row[]; readonly ask: (question: Question) => void }) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  const [chosen, setChosen] = useState<readonly Id[]>(rows.map((row) => row.personId))
  const erase = async () => {
    const answer = await act('privacy.erase', { personIds: [...chosen] })
    if (answer.ok) showToast(W.erased(answer.value.copies, answer.value.mentions))
  }
  return (
    <>
      <ul className="privacy-list">
        {rows.map((row) => (
          <li key={row.personId}>
            <Checkbox
              isSelected={chosen.includes(row.personId)}
              onChange={(on) =>
                setChosen(on ? [...chosen, row.personId] : chosen.filter((id) => id !== row.personId))
              }
            >
              {row.name}
            </Checkbox>{' '}
            <span className="dim sm">
              {W.on} {frDay(row.anonymisedOn)}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button
          isDisabled={chosen.length === 0 || !writable}
          onPress={() =>
            ask({ title: W.eraseTitle, message: W.eraseConfirm, action: W.eraseButton, run: erase })
          }
        >
          {W.eraseAction}
        </Button>
      </div>
    </>
  )
}
