/** "Remplir mon classeur…": one's own .xlsx, its named cells filled from the dossier, its own formatting kept. */
import { useEffect, useRef, useState } from 'react'
import type { Output } from '#shared/api/contract.ts'
import { yearOf } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { takeDownload } from '../../data/client.ts'
import { useJob } from '../../data/jobs.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { FR } from '../../text/fr.ts'
import { Note, Reading, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { Checkbox, Select } from '../../ui/fields/choice.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { TemplateNote } from './foreign-note.tsx'
import { LETTERS_WORDS } from './text.ts'
import { useTemplate } from './use-template.ts'
import './letters.css'

const W = LETTERS_WORDS.fill
const ALL = 0
const YEARS_BACK = 7

export function FillWorkbookDialog({ close }: DialogProps<'fill-workbook'>) {
  const today = useToday()
  const { template: file, choose: chooseTemplate } = useTemplate('xlsx')
  const foreign = file?.foreign ?? null
  const [employerId, setEmployerId] = useState<Id | null>(useScope())
  const [fiscalYear, setFiscalYear] = useState(yearOf(today))
  const [names, setNames] = useState(false)
  const employers = useRead('read.grid', { grid: 'employers', employerId: null }).data?.employers ?? []
  const job = useJob('templates.fill')
  const { state, result, error } = job
  const running = state?.status === 'running'
  const taken = useRef<string | null>(null)
  useEffect(() => {
    if (state === null || result === null || taken.current === state.id) return
    taken.current = state.id
    takeDownload(result.downloadId)
    announce(W.done(result.filled, result.fileName))
  }, [state, result])

  const start = () => {
    // Pressed again while it runs: nothing. The button stays enabled, or the keyboard would lose its place.
    if (file === null || foreign === null || running) return
    const withoutForeign = foreign.length > 0
    void job.start({ uploadId: file.uploadId, employerId, fiscalYear, at: null, names, withoutForeign })
  }
  const choose = async () => {
    if (await chooseTemplate()) job.reset()
  }
  const years = Array.from({ length: YEARS_BACK }, (_, back) => yearOf(today) + 1 - back)
  return (
    <DialogFrame
      title={W.title}
      width={680}
      onClose={close}
      hint={running ? `${W.running} ${FR.job.progress(state.done, state.total)}` : W.hint}
      cancel={result === null ? FR.cancel : W.close}
      actions={running && <Button onPress={() => job.cancel()}>{W.cancel}</Button>}
      primary={{
        label: foreign === null || foreign.length === 0 ? W.run : LETTERS_WORDS.foreign.fill,
        onPress: start,
        isDisabled: foreign === null,
      }}
    >
      <p className="mut">{W.intro}</p>
      <div className="fill-file">
        <Button autoFocus onPress={() => void choose()}>
          {file === null ? W.choose : W.change}
        </Button>
        <span className={file === null ? 'sm mut' : ''}>
          <span className="vh">{W.workbook} : </span>
          {file?.name ?? W.noWorkbook}
        </span>
      </div>
      <TemplateNote template={file} />
      <div className="form-row">
        <Select
          label={W.year}
          value={fiscalYear}
          onChange={setFiscalYear}
          options={years.map((year) => ({ value: year, label: W.yearOf(year) }))}
        />
        <Select
          label={W.employer}
          value={employerId ?? ALL}
          onChange={(id) => setEmployerId(id === ALL ? null : id)}
          options={[
            { value: ALL, label: W.allEmployers },
            ...employers.map((row) => ({ value: row.id, label: row.employer.name })),
          ]}
        />
      </div>
      <Checkbox isSelected={names} onChange={setNames}>
        {W.names}
      </Checkbox>
      {error !== null && <RefusalNote>{error.message}</RefusalNote>}
      {result !== null && <Result result={result} />}
      <Names />
    </DialogFrame>
  )
}

function Result({ result }: { readonly result: Output<'templates.fill'> }) {
  return (
    <>
      <Note tone="ok">{W.done(result.filled, result.savedTo ?? result.fileName)}</Note>
      {result.unknown.length > 0 && <Note tone="warn">{W.unknown(result.unknown)}</Note>}
      {result.lost.length > 0 && <Note tone="warn">{W.lost(result.lost)}</Note>}
    </>
  )
}

function Names() {
  const read = useRead('templates.fields', {})
  const [find, setFind] = useState('')
  return (
    <Reading read={read}>
      {(fields) => {
        const words = find.trim().toLowerCase()
        const shown = fields.filter((f) => `${f.name} ${f.label}`.toLowerCase().includes(words))
        return (
          <section className="fill-names">
            <TextField label={W.find} value={find} onChange={setFind} />
            <ScrollRegion label={W.list} className="names-scroll">
              <table className="mini">
                <thead>
                  <tr>
                    <th scope="col">{W.name}</th>
                    <th scope="col">{W.meaning}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((field) => (
                    <tr key={field.name}>
                      <th scope="row">
                        <code>{field.name}</code>
                      </th>
                      <td>
                        {field.label}
                        {field.list && <span className="dim"> ({W.column})</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </section>
        )
      }}
    </Reading>
  )
}
