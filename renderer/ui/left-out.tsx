/** Above figures that miss some object: how many, which, why, with the way to the object that can be corrected. */
import type { Uncomputed } from '#shared/rules/engine/uncomputed.ts'
import { leftOutSentence, NOT_COMPUTED, uncomputedSentence } from '#shared/text/rules/uncomputed.ts'
import { andOthers } from '../text/fr.ts'
import { Note } from './blocks.tsx'
import { Glyph } from './glyphs/glyph.tsx'

/** Beyond these, the list is on each object's own screen. */
const MOST_SHOWN = 6

export function LeftOut({ of }: { readonly of: readonly Uncomputed[] }) {
  if (of.length === 0) return null
  return (
    <Note tone="warn">
      <b>{leftOutSentence(of.length)}</b>
      <ul className="left-out" data-private="">
        {of.slice(0, MOST_SHOWN).map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            {each.positionId === null ? (
              uncomputedSentence(each)
            ) : (
              <a href={`#/position/${each.positionId}/contracts`}>{uncomputedSentence(each)}</a>
            )}
          </li>
        ))}
        {of.length > MOST_SHOWN && <li>{andOthers(of.length - MOST_SHOWN)}</li>}
      </ul>
    </Note>
  )
}

/** Where a state would stand. */
export function NotComputed() {
  return (
    <span className="st warn">
      <Glyph name="warning" />
      {NOT_COMPUTED}
    </span>
  )
}
