/** What a template holds that acts by itself: each kind by its name, what it could do, and the addresses or codes it is made of. */
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { FOREIGN_WORDS } from '#shared/text/exchange/foreign-parts.ts'
import { andOthers } from '../../text/fr.ts'
import { Note, RefusalNote } from '../../ui/blocks.tsx'
import { LETTERS_WORDS as W } from './text.ts'
import type { Template } from './use-template.ts'

const MOST_NAMED = 4

export function TemplateNote({ template }: { readonly template: Template | null }) {
  if (template === null) return null
  if (template.error !== null) return <RefusalNote>{template.error.message}</RefusalNote>
  if (template.foreign === null) return <p className="sm mut">{W.foreign.looking}</p>
  if (template.foreign.length === 0) return null
  return (
    <Note tone="warn">
      <p>{W.foreign.intro}</p>
      <ul className="foreign">
        {template.foreign.map((part) => (
          <ForeignItem key={part.kind} part={part} />
        ))}
      </ul>
      <p>{W.foreign.advice}</p>
    </Note>
  )
}

function ForeignItem({ part }: { readonly part: ForeignPart }) {
  const { name, does } = FOREIGN_WORDS[part.kind]
  const named = part.named.filter((each) => each !== '')
  return (
    <li>
      <b>{name}</b> : {does}
      {named.slice(0, MOST_NAMED).map((each) => (
        <code key={each}>{each}</code>
      ))}
      {named.length > MOST_NAMED && <span className="dim">{andOthers(named.length - MOST_NAMED)}</span>}
    </li>
  )
}
