/** "Préparer une lettre…": which letter, about what, on Jalon's words or one's own model; a draft, nothing is written to the dossier. */
import { useState } from 'react'
import type { DialogProps } from '../../app/open-dialog.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ComboBox, RadioList, Select } from '../../ui/fields/choice.tsx'
import { TemplateNote } from './foreign-note.tsx'
import { LetterFields, ModelFields } from './letter-fields.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { matching } from './subjects.ts'
import { LETTERS_WORDS as W } from './text.ts'
import { type LetterState, useLetter } from './use-letter.ts'
import './letters.css'

const NOTHING = {}

export function LetterDialog(props: DialogProps<'letter'>) {
  const state = useLetter({
    letter: props.letter ?? 'renewal',
    id: props.id ?? null,
    positionId: props.positionId ?? null,
    ids: null,
    values: props.values ?? NOTHING,
  })
  const { back } = props
  return (
    <LetterFrame
      title={W.title}
      state={state}
      close={props.close}
      actions={back !== undefined && <Button onPress={() => openDialog(back)}>{W.back}</Button>}
    />
  )
}

/** Reminder for the late tranches: one letter at a time, or every text at once to paste into a message. */
export function ReminderDialog({ instalmentIds, close }: DialogProps<'reminder-text'>) {
  const state = useLetter({
    letter: 'instalment-reminder',
    id: instalmentIds[0] ?? null,
    positionId: null,
    ids: instalmentIds,
    values: NOTHING,
  })
  return (
    <LetterFrame
      title={W.titleReminder}
      state={state}
      close={close}
      fixed
      actions={
        instalmentIds.length > 1 && (
          <Button onPress={() => void state.copy(instalmentIds)}>{W.copyAll(instalmentIds.length)}</Button>
        )
      }
    />
  )
}

function LetterFrame(props: {
  readonly title: string
  readonly state: LetterState
  readonly close: () => void
  readonly actions: React.ReactNode
  readonly fixed?: boolean
}) {
  const { state, close } = props
  const { id } = state
  const foreign = state.ownModel ? (state.model?.foreign ?? null) : []
  const ready = id !== null && foreign !== null
  const create = async () => {
    if (!state.busy && (await state.create())) close()
  }
  return (
    <DialogFrame
      title={props.title}
      width={1000}
      onClose={close}
      hint={W.hint}
      actions={
        <>
          {props.actions}
          {!state.ownModel && id !== null && <Button onPress={() => void state.copy([id])}>{W.copy}</Button>}
        </>
      }
      primary={{
        label: foreign === null || foreign.length === 0 ? W.create : W.foreign.fill,
        onPress: () => void create(),
        isDisabled: !ready,
      }}
    >
      <div className="letter">
        <div className="letter-form">
          <Choices state={state} fixed={props.fixed ?? false} />
          {!state.ownModel && state.preview?.data !== undefined && (
            <LetterFields state={state} letter={state.preview.data} />
          )}
        </div>
        <Right state={state} />
      </div>
    </DialogFrame>
  )
}

function Choices({ state, fixed }: { readonly state: LetterState; readonly fixed: boolean }) {
  const [text, setText] = useState('')
  const { about, subjects, kinds } = state
  return (
    <>
      {!fixed && (
        <Select
          label={W.letter}
          value={state.kind}
          onChange={state.choose}
          options={(kinds?.letters ?? []).map((each) => ({ value: each.kind, label: each.label }))}
          hint={kinds?.letters.find((each) => each.kind === state.kind)?.description}
          autoFocus
        />
      )}
      {about !== null && subjects !== null && subjects.length > 0 && (
        <ComboBox
          key={about}
          label={W.about[about]}
          placeholder={W.choose[about]}
          value={state.id}
          onChange={state.aboutThis}
          onText={setText}
          options={matching(subjects, text, state.id)}
          {...detailHint(state)}
        />
      )}
      {about !== null && subjects?.length === 0 && <p className="sm mut">{W.none[about]}</p>}
      <RadioList
        label={W.model}
        value={state.ownModel ? 'own' : 'built-in'}
        onChange={(value) => state.takeOwnModel(value === 'own')}
        options={[
          { value: 'built-in', label: W.builtIn },
          { value: 'own', label: W.own(state.model?.name ?? null), detail: W.ownDetail },
        ]}
      />
      {state.ownModel && (
        <div className="letter-model">
          <Button size="small" onPress={() => void state.chooseModel()}>
            {state.model === null ? W.chooseModel : W.changeModel}
          </Button>
          <Button variant="link" tip={W.blankTip} onPress={() => void state.blank()}>
            {W.blank}
          </Button>
        </div>
      )}
      {state.ownModel && <TemplateNote template={state.model} />}
    </>
  )
}

function detailHint({ subjects, id }: LetterState): { readonly hint?: string } {
  const detail = subjects?.find((each) => each.value === id)?.detail
  return detail === undefined ? {} : { hint: detail }
}

function Right({ state }: { readonly state: LetterState }) {
  if (state.ownModel)
    return <ModelFields fields={state.kinds?.fields ?? []} letter={state.preview?.data ?? null} />
  if (state.preview === null)
    return (
      <div className="letter-paper empty-paper">
        <p className="mut">
          {state.about === null || state.subjects === null ? '' : W.chooseFirst[state.about]}
        </p>
      </div>
    )
  return <Reading read={state.preview}>{(letter) => <LetterPaper letter={letter} />}</Reading>
}
