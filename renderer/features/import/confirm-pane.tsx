/** Last look before writing: objects created and changed; then what was done. */
import type { ImportCounts, ImportPlan, ImportSummary } from '#shared/api/import.ts'
import { frInteger } from '#shared/text/format.ts'
import { navigate } from '../../app/routes.ts'
import { Note, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DemoNote } from './demo-note.tsx'
import { demoNotice, isInterchange } from './plan-view.ts'
import { IMPORT_WORDS as W } from './text.ts'
import type { ImportState } from './use-import.ts'

export function ConfirmPane({ state, plan }: { readonly state: ImportState; readonly plan: ImportPlan }) {
  const { count, whole } = state
  const { rows, objects } = whole?.all ?? plan
  const demo = demoNotice(plan)
  const apply = demo === undefined ? W.apply : W.applyToDemo
  const busy = state.applying.state?.status === 'running'
  return (
    <div className="imp-confirm">
      <div className="imp-confirm-body">
        <h2>{W.confirmTitle}</h2>
        <DemoNote plan={plan} />
        <ObjectTable objects={objects} />
        {rows.rejected > 0 && <Note tone="warn">{W.rejectedLeft(rows.rejected)}</Note>}
        <Notices notices={plan.notices.filter((notice) => notice !== demo)} />
        {state.applying.error !== null && <RefusalNote>{state.applying.error.message}</RefusalNote>}
      </div>
      <footer className="imp-actions">
        <span className="sm mut">{W.nothingYet}</span>
        <span className="sp" />
        <Button
          isDisabled={busy}
          onPress={() => (isInterchange(plan) ? state.restart() : state.confirm(false))}
        >
          {W.back}
        </Button>
        <Button variant="primary" autoFocus isDisabled={busy || count === 0} onPress={() => state.apply()}>
          {count === 0 ? W.nothingToWrite : apply(count)}
        </Button>
      </footer>
    </div>
  )
}

export function DonePane({
  state,
  summary,
}: {
  readonly state: ImportState
  readonly summary: ImportSummary
}) {
  return (
    <div className="imp-confirm">
      <div className="imp-confirm-body">
        <h2>{W.done}</h2>
        <p role="status">{W.doneDetail(summary.rows)}</p>
        <ObjectTable objects={summary.objects} />
        <Notices notices={summary.notices} />
      </div>
      <footer className="imp-actions">
        <span className="sp" />
        <Button onPress={() => state.restart()}>{W.importAnother}</Button>
        {summary.objects.stateDifference !== undefined && (
          <Button onPress={() => navigate({ screen: 'reconciliation' })}>{W.seeDifferences}</Button>
        )}
        <Button variant="primary" autoFocus onPress={() => navigate({ screen: 'positions' })}>
          {W.seePositions}
        </Button>
      </footer>
    </div>
  )
}

function ObjectTable({ objects }: { readonly objects: Readonly<Record<string, ImportCounts>> }) {
  const rows = Object.entries(objects).filter(([, c]) => c.created + c.modified + c.unchanged > 0)
  return (
    <table className="mini imp-objects">
      <thead>
        <tr>
          <th scope="col">{W.object}</th>
          <th scope="col" className="num">
            {W.created}
          </th>
          <th scope="col" className="num">
            {W.modified}
          </th>
          <th scope="col" className="num">
            {W.unchanged}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([code, counts]) => (
          <tr key={code}>
            <th scope="row">{capital(W.objectName(code, 2))}</th>
            <td className="num">{frInteger(counts.created)}</td>
            <td className="num">{frInteger(counts.modified)}</td>
            <td className="num">{frInteger(counts.unchanged)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const SHOWN_NOTICES = 30

function Notices({ notices }: { readonly notices: ImportPlan['notices'] }) {
  if (notices.length === 0) return null
  return (
    <section>
      <h3>{W.notices}</h3>
      <ul className="sm mut imp-notices">
        {notices.slice(0, SHOWN_NOTICES).map((notice) => (
          <li key={`${notice.line}-${notice.code}-${notice.message}`}>
            {notice.line !== null && W.noticeLine(notice.line)}
            {notice.message}
          </li>
        ))}
        {notices.length > SHOWN_NOTICES && <li>… {frInteger(notices.length - SHOWN_NOTICES)}</li>}
      </ul>
    </section>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
