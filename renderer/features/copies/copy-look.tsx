/** What one copy holds, and where it would go. */
import type { CopyLook } from '#shared/api/channels/copies.ts'
import { frInteger } from '#shared/text/format.ts'
import { Note } from '../../ui/blocks.tsx'
import { RadioList } from '../../ui/fields/choice.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { frInstant } from '../../ui/show.ts'
import { COPIES_WORDS as W } from './text.ts'

/** Id of the file to replace, or a new one. */
export type Target = string

const COUNTED = [
  'employer',
  'position',
  'person',
  'contract',
  'agreement',
  'instalment',
  'payment',
] as const satisfies readonly (keyof CopyLook['counts'])[]

export function CopyLookView(props: {
  readonly look: CopyLook | null
  /** Null: no phrase is needed; else what was wrong with the last one ('' at first). */
  readonly asksPhrase: string | null
  readonly passphrase: string
  readonly onPassphrase: (phrase: string) => void
  readonly target: Target
  readonly onTarget: (target: Target) => void
}) {
  const { look, asksPhrase } = props
  if (asksPhrase !== null) {
    return (
      <TextField
        label={W.passphrase}
        type="password"
        hint={W.passphraseHint}
        value={props.passphrase}
        onChange={props.onPassphrase}
        autoFocus
        {...(asksPhrase === '' ? {} : { error: asksPhrase })}
      />
    )
  }
  if (look === null) return <p role="status">{W.reading}</p>
  const { lastChange } = look
  return (
    <>
      <Note tone="ok">{W.sound}</Note>
      <dl className="copy-look" aria-label={W.contents}>
        {COUNTED.map((key) => (
          <div key={key}>
            <dt>{W.counts[key]}</dt>
            <dd className="num">{frInteger(look.counts[key])}</dd>
          </div>
        ))}
      </dl>
      <p>
        {W.lastChange} :{' '}
        <b>
          {lastChange === null
            ? W.noChange
            : W.change(lastChange.label, lastChange.who, frInstant(lastChange.at))}
        </b>
      </p>
      <RadioList
        label={W.where}
        value={props.target}
        onChange={props.onTarget}
        options={[
          ...look.targets.map((target) => ({
            value: target.recentId,
            label: W.replace(target.name),
            detail: W.replaceHint(target.folder),
          })),
          { value: 'new', label: W.asNew, detail: W.asNewHint },
        ]}
      />
    </>
  )
}
