/** What the dossier could not say, to complete by hand; what it said, to check; for one's own model, the names to use. */
import type { LetterPreview, TemplateField } from '#shared/api/channels/letters.ts'
import { TextField } from '../../ui/fields/field.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { LETTERS_WORDS as W } from './text.ts'
import type { LetterState } from './use-letter.ts'

export function LetterFields({
  state,
  letter,
}: {
  readonly state: LetterState
  readonly letter: LetterPreview
}) {
  const used = letter.fields.filter((f) => f.used)
  // A field completed here stays where it was typed: it does not jump to the other list.
  const open = used.filter((f) => f.value === null || state.typed[f.name] !== undefined)
  const known = used.filter((f) => !open.includes(f))
  const missing = open.filter((f) => (state.typed[f.name] ?? '').trim() === '').length
  return (
    <>
      <section className="form-section letter-missing" aria-label={W.missing(missing)}>
        <h3>{W.missing(missing)}</h3>
        {open.map((field) => (
          <div
            key={field.name}
            onKeyDownCapture={(event) => event.key === 'Enter' && state.settle()}
            role="presentation"
          >
            <TextField
              label={field.label}
              value={state.typed[field.name] ?? ''}
              onChange={(text) => state.type(field.name, text)}
              onBlur={() => state.settle()}
            />
          </div>
        ))}
        {open.length > 0 && <p className="sm dim">{W.missingHint}</p>}
      </section>
      <details className="letter-known">
        <summary>{W.known(known.length)}</summary>
        <table className="mini">
          <tbody>
            {known.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                <td data-private="">{field.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

/** Beside one's own model: every name it may bear, and what it would say here. */
export function ModelFields(props: {
  readonly fields: readonly TemplateField[]
  readonly letter: LetterPreview | null
}) {
  const said = (name: string) => props.letter?.fields.find((each) => each.name === name)?.value ?? null
  return (
    <section className="letter-names">
      <h3>{W.fields}</h3>
      <p className="sm mut">{W.fieldsHint}</p>
      <ScrollRegion label={W.fields} className="names-scroll">
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{W.field}</th>
              <th scope="col">{W.value}</th>
            </tr>
          </thead>
          <tbody>
            {props.fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">
                  <code>{`{${field.name}}`}</code>
                </th>
                <td data-private="">{said(field.name) ?? <span className="dim">{field.label}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
