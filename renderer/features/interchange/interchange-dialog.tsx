/** "Exporter le dossier (JSON)": all of it, some structures, or what is held of one person. Built beside the page. */
import { useEffect, useRef, useState } from 'react'
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { takeDownload } from '../../data/client.ts'
import { useJob } from '../../data/jobs.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Note, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { Checkbox, ComboBox, RadioList } from '../../ui/fields/choice.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { type Part, INTERCHANGE_WORDS as W } from './text.ts'
import './interchange.css'

const PARTS = ['all', 'employers', 'person'] as const

export function InterchangeDialog({ personId, close }: DialogProps<'interchange'>) {
  const scoped = useScope()
  const [part, setPart] = useState<Part>(
    personId !== undefined ? 'person' : scoped !== null ? 'employers' : 'all',
  )
  const [employers, setEmployers] = useState<ReadonlySet<Id>>(new Set(scoped === null ? [] : [scoped]))
  const [person, setPerson] = useState<Id | null>(personId ?? null)
  const [withDocuments, setWithDocuments] = useState(true)
  const job = useExport(close)
  const { state, error } = job
  const running = state?.status === 'running'
  const ready =
    part === 'all' || (part === 'employers' && employers.size > 0) || (part === 'person' && person !== null)
  // Pressed again while it runs: nothing. The button stays enabled, or the keyboard would lose its place.
  const start = () => {
    if (running) return
    void job.start({
      employerIds: part === 'employers' ? [...employers] : null,
      personId: part === 'person' ? person : null,
      withDocuments,
    })
  }
  return (
    <DialogFrame
      title={W.title}
      width={560}
      onClose={close}
      hint={running ? `${W.running} ${FR.job.progress(state.done, state.total)}` : W.hint}
      actions={running && <Button onPress={() => job.cancel()}>{W.stop}</Button>}
      primary={{ label: W.run, onPress: start, isDisabled: !ready }}
    >
      <RadioList
        label={W.what}
        value={part}
        onChange={setPart}
        options={PARTS.map((value) => ({ value, ...W.parts[value] }))}
      />
      {part === 'employers' && <Employers chosen={employers} onChange={setEmployers} />}
      {part === 'person' && <Person chosen={person} onChange={setPerson} />}
      <div>
        <Checkbox isSelected={withDocuments} onChange={setWithDocuments}>
          {W.documents}
        </Checkbox>
        <p className="sm dim">{W.documentsDetail}</p>
      </div>
      <p className="sm mut">{W.readable}</p>
      <Note tone="warn">{W.nominative}</Note>
      {error !== null && <RefusalNote>{error.message}</RefusalNote>}
    </DialogFrame>
  )
}

function useExport(close: () => void) {
  const job = useJob('interchange.export')
  const { state, result } = job
  const taken = useRef<string | null>(null)
  useEffect(() => {
    if (state === null || state.status === 'running' || taken.current === state.id) return
    taken.current = state.id
    if (state.status === 'cancelled') showToast(W.cancelled)
    if (result === null || (result.downloadId === null && result.savedTo === null)) return
    takeDownload(result.downloadId)
    const said = W.saved(result.savedTo ?? result.fileName)
    showToast(said)
    announce(said)
    close()
  }, [state, result, close])
  return job
}

const MOST = 200

function Employers(props: {
  readonly chosen: ReadonlySet<Id>
  readonly onChange: (chosen: ReadonlySet<Id>) => void
}) {
  const rows = useRead('read.grid', { grid: 'employers', employerId: null }).data?.employers ?? NO_EMPLOYERS
  const [find, setFind] = useState('')
  const words = find.trim().toLowerCase()
  const shown = rows.filter((row) => row.employer.name.toLowerCase().includes(words)).slice(0, MOST)
  const toggle = (id: Id, isChosen: boolean) => {
    const next = new Set(props.chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    props.onChange(next)
  }
  return (
    <fieldset className="exchange-employers">
      <legend className="lbl">{W.employers}</legend>
      {rows.length > 12 && <TextField label={W.findEmployer} value={find} onChange={setFind} />}
      <ScrollRegion label={W.employers} className="exchange-list">
        {shown.map((row) => (
          <div key={row.id}>
            <Checkbox isSelected={props.chosen.has(row.id)} onChange={(is) => toggle(row.id, is)}>
              {row.employer.name}
            </Checkbox>
          </div>
        ))}
      </ScrollRegion>
      <p className="sm dim" aria-live="polite">
        {W.chosen(props.chosen.size)}
      </p>
    </fieldset>
  )
}

const NO_EMPLOYERS: readonly EmployerRow[] = []
const MOST_PERSONS = 100

function Person(props: { readonly chosen: Id | null; readonly onChange: (id: Id) => void }) {
  const rows = useRead('read.grid', { grid: 'persons', employerId: null }).data?.persons
  const [text, setText] = useState('')
  if (rows === undefined) return null
  const all = rows.map((row) => ({
    value: row.id,
    label: `${row.person.firstName} ${row.person.lastName}`.trim(),
    ...(row.positionLabel === null ? {} : { detail: row.positionLabel }),
  }))
  const current = all.find((each) => each.value === props.chosen)
  const words = text === current?.label ? '' : text.toLowerCase()
  const found = all.filter((each) => each.label.toLowerCase().includes(words)).slice(0, MOST_PERSONS)
  return (
    <ComboBox
      label={W.person}
      placeholder={W.personPlaceholder}
      value={props.chosen}
      onChange={props.onChange}
      onText={setText}
      options={current === undefined || found.includes(current) ? found : [current, ...found]}
    />
  )
}
