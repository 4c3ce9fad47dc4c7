/** The letter as it will read, what is still to complete marked in it. */
import type { LetterPreview } from '#shared/api/channels/letters.ts'
import { LETTERS_WORDS as W } from './text.ts'

export function LetterPaper({ letter }: { readonly letter: LetterPreview }) {
  return (
    // Read with the keyboard too: a long letter scrolls inside its frame.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable
    <section className="letter-paper" aria-label={W.preview} tabIndex={0} data-private="">
      {letter.to.map((line) => (
        <p key={line} className="to">
          <Marked text={line} />
        </p>
      ))}
      {letter.registered && <p className="mut">{W.registered}</p>}
      <p>
        <b>
          <Marked text={W.subject(letter.subject)} />
        </b>
      </p>
      {letter.paragraphs.map((paragraph) => (
        <p key={paragraph.text} className={paragraph.style}>
          <Marked text={paragraph.text} />
        </p>
      ))}
      <p className="to">
        <Marked text={letter.signature} />
      </p>
    </section>
  )
}

const TO_FILL = /(\[à compléter[^\]]*\])/

function Marked({ text }: { readonly text: string }) {
  return text.split(TO_FILL).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never move
    TO_FILL.test(part) ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
  )
}
