/** The room copies take, and how much they may: what a smaller budget removes is said first, and done only on a second press. */
import { useEffect, useRef, useState } from 'react'
import type { BudgetLook, CopiesView } from '#shared/api/channels/copies.ts'
import { frBytes } from '#shared/text/format.ts'
import { act } from '../../data/queries.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/fields/choice.tsx'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.backups
/** Octets. */
const CHOICES: readonly number[] = [50e6, 200e6, 500e6, 1e9, 2e9, 4e9, 8e9, 20e9]
const UNBOUNDED = 'none'

export function CopiesRoomSettings({ view }: { readonly view: CopiesView }) {
  const [asked, setAsked] = useState<BudgetLook | null>(null)
  const question = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question in the same place is brought into view too
  useEffect(() => {
    question.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  const choices = [...new Set([...CHOICES, ...(view.budget === null ? [] : [view.budget])])].sort(
    (a, b) => a - b,
  )
  const budget = asked === null ? view.budget : asked.budget
  const apply = async (bytes: number | null) => {
    await act('copies.budget', { bytes, apply: true })
    setAsked(null)
  }
  const choose = async (key: string) => {
    const bytes = key === UNBOUNDED ? null : Number(key)
    const answer = await act('copies.budget', { bytes, apply: false })
    if (!answer.ok) return
    if (answer.value.removed.some((place) => place.copies > 0)) setAsked(answer.value)
    else await apply(bytes)
  }
  return (
    <>
      <h3>{W.room}</h3>
      <p>
        {view.room.map((place) => (
          <span key={place.place} className="set-line">
            {W.places[place.place]} : <b>{W.taken(place.copies, frBytes(place.bytes))}</b>
          </span>
        ))}
      </p>
      <Select
        className="set-budget"
        label={W.budget}
        hint={W.budgetHint(view.lastKept)}
        options={[
          ...choices.map((bytes) => ({ value: String(bytes), label: frBytes(bytes) })),
          { value: UNBOUNDED, label: W.unbounded },
        ]}
        value={budget === null ? UNBOUNDED : String(budget)}
        onChange={(key) => void choose(key)}
      />
      {asked !== null && (
        <div ref={question} role="alert" className="set-ask">
          <Note tone="warn">
            {asked.removed
              .filter((place) => place.copies > 0)
              .map((place) => (
                <p key={place.place}>
                  {W.wouldGo(W.places[place.place], place.copies, frBytes(place.bytes))}
                </p>
              ))}
            <p>{W.goodBye(view.lastKept)}</p>
          </Note>
          <div className="set-buttons">
            <Button variant="primary" onPress={() => void apply(asked.budget)}>
              {W.applyBudget}
            </Button>
            <Button onPress={() => setAsked(null)}>{W.keepBudget}</Button>
          </div>
        </div>
      )}
    </>
  )
}
