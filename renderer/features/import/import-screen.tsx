/** Importer: a file, what Jalon understood of it line by line, then the writing, in one act that one undo removes. */
import { useState } from 'react'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { openDialog } from '../../app/open-dialog.ts'
import { useFileStatus } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { EmptyState, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { ColumnsPane } from './columns-pane.tsx'
import { ConfirmPane, DonePane } from './confirm-pane.tsx'
import { DemoNote } from './demo-note.tsx'
import { isInterchange } from './plan-view.ts'
import { PreviewPane } from './preview-pane.tsx'
import { IMPORT_WORDS as W } from './text.ts'
import { type ImportState, useImport } from './use-import.ts'
import './import.css'

export function ImportScreen() {
  const state = useImport()
  const readOnly = useFileStatus()?.readOnly ?? false
  if (readOnly) return <EmptyState title={W.readOnly} />
  return (
    <>
      <header className="head">
        <div className="w">
          <h1>{W.title}</h1>
          {state.plan !== null && <p className="sub">{aboutOf(state)}</p>}
        </div>
        <span className="sp" />
        <Steps state={state} />
      </header>
      <Body state={state} />
      <Progress state={state} />
    </>
  )
}

function Body({ state }: { readonly state: ImportState }) {
  const { plan, planning, summary } = state
  if (summary !== null) return <DonePane state={state} summary={summary} />
  if (plan === null) return <ChooseFile state={state} />
  if (state.confirming || isInterchange(plan)) return <ConfirmPane state={state} plan={plan} />
  return (
    <>
      {planning.error !== null && <RefusalNote>{planning.error.message}</RefusalNote>}
      <DemoNote plan={state.whole} />
      <div className="imp">
        <ColumnsPane state={state} plan={plan} />
        <PreviewPane state={state} plan={plan} />
      </div>
    </>
  )
}

function aboutOf({ plan, file }: ImportState): string {
  if (plan === null) return ''
  if (isInterchange(plan))
    return W.aboutInterchange(file?.name ?? plan.fileName, plan.profileLabel, plan.rows.read)
  return W.about(file?.name ?? plan.fileName, plan.profileLabel, plan.sheet, plan.rows.read, plan.headerLine)
}

function ChooseFile({ state }: { readonly state: ImportState }) {
  const [over, setOver] = useState(false)
  const { error, state: job } = state.planning
  const reading = job?.status === 'running'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; the same is the button inside
    <div
      className={over ? 'imp-choose over' : 'imp-choose'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) void state.take(file)
      }}
    >
      <h2>{W.chooseTitle}</h2>
      <p className="mut">{W.chooseDetail}</p>
      {error !== null && <RefusalNote>{error.message}</RefusalNote>}
      <div className="welcome-open">
        <Button variant="primary" autoFocus isDisabled={reading} onPress={() => void state.choose()}>
          {error === null ? W.choose : W.retry}
        </Button>
        <span className="sm dim">{W.drop}</span>
        <Button variant="link" onPress={() => openDialog({ kind: 'past-imports' })}>
          {W.past}
        </Button>
      </div>
      <dl className="imp-kinds sm">
        {W.kinds.map(([name, detail]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Steps({ state }: { readonly state: ImportState }) {
  const written = state.summary !== null || state.confirming
  const now = written || (state.plan !== null && isInterchange(state.plan)) ? 3 : state.plan !== null ? 2 : 0
  const names = [W.steps.file, W.steps.sheet, W.steps.preview, W.steps.confirm]
  return (
    <ol className="steps hide-sm" aria-label={W.steps.label}>
      {names.map((name, index) => (
        <li
          key={name}
          className={index === now ? 'on' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <i>{index < now ? <Icon name="check" small /> : index + 1}</i>
          {name}
        </li>
      ))}
    </ol>
  )
}

function Progress({ state }: { readonly state: ImportState }) {
  const job = state.applying.state?.status === 'running' ? state.applying : state.planning
  if (job.state?.status !== 'running') return null
  const words = job === state.applying ? W.writing : W.reading
  return (
    <StatusSlot side="right">
      <span>
        {words} {FR.job.progress(job.state.done, job.state.total)}
      </span>
      <Button variant="link" onPress={() => job.cancel()}>
        {W.cancel}
      </Button>
    </StatusSlot>
  )
}
