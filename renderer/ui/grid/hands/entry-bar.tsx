/** Above the grid: the name of the cell, its raw value, its result, and whether it is typed or computed, and from what. */
import { useRef } from 'react'
import { usePrivateTip } from '../../../data/preferences.ts'
import { useStore } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { cellText, readTyped, shownText } from '../model/cell-text.ts'
import { columnName } from '../model/column.ts'
import { editorKey, focusGrid } from './cell-editor.tsx'
import type { GridController } from './controller.ts'
import { cellKey } from './sight.ts'

export function EntryBar<R>({ controller }: { readonly controller: GridController<R> }) {
  useStore(controller.selection)
  useStore(controller.pending)
  const draft = useStore(controller.draft)
  const marks = useStore(controller.marks)
  const input = useRef<HTMLInputElement>(null)
  const line = controller.activeLine()
  const column = controller.activeColumn()
  const row = line?.kind === 'row' ? line.row : null

  const raw = line?.kind !== 'row' || column === undefined ? '' : controller.heldText(line, column)
  const refusal = controller.canEdit(line, column)
  const tip = usePrivateTip(controller.cellName())
  const says = (): string => {
    if (row === null || column === undefined || line?.kind !== 'row') return ''
    if (draft !== null) {
      if (draft.error !== null) return draft.error
      const typed = readTyped(column, draft.text, controller.sight.today)
      if (!typed.ok) return typed.message
      const shown = typed.value === null ? '' : shownText(column, typed.value)
      const hint = column.type === 'cents' ? GRID.typedHint : column.type === 'day' ? GRID.dayHint : ''
      return `→ ${shown === '' ? GRID.isEmpty : column.type === 'cents' ? `${shown}\u00a0€` : shown} · ${GRID.typed}. ${hint}`
    }
    const mark = marks.get(cellKey(line.id, column.id))
    if (mark !== undefined)
      return mark.text === null ? mark.message : `« ${mark.text} »\u00a0: ${mark.message}`
    const value = controller.shownValue(line, column)
    const shown = value === null ? cellText(column, row) : shownText(column, value)
    const result =
      shown === raw ? '' : `→ ${column.type === 'cents' && value !== null ? `${shown}\u00a0€` : shown} · `
    if (refusal === null && column.edit?.note !== undefined)
      return `${result}${GRID.typed}, ${column.edit.note(row)}`
    if (column.computed !== undefined) {
      const from = typeof column.computed === 'function' ? column.computed(row) : column.computed
      return `${result}${GRID.computed}, ${from}`
    }
    if (column.edit === undefined) return result.replace(/ · $/, '')
    return refusal === null ? `${result}${GRID.typed}` : `${result}${refusal}`
  }
  return (
    <div className="entry-bar" data-area={GRID.entryBar}>
      <span className="ref" title={tip} data-private="">
        {controller.cellName()}
      </span>
      <span className="fx" aria-hidden="true">
        {GRID.formula}
      </span>
      <span className="entry-text">
        <input
          ref={input}
          className="entry"
          aria-label={`${GRID.entryBar}${column === undefined ? '' : `, ${columnName(column)}`}`}
          value={draft?.text ?? raw}
          readOnly={refusal !== null}
          style={{ width: `${Math.min(60, Math.max(4, (draft?.text ?? raw).length + 1))}ch` }}
          data-private=""
          autoComplete="off"
          spellCheck="false"
          onMouseDown={() => {
            if (refusal === null && draft === null) controller.beginEdit({ from: 'bar' })
          }}
          onFocus={() => controller.draft.set((now) => (now === null ? null : { ...now, from: 'bar' }))}
          onChange={(event) => {
            if (draft === null) controller.beginEdit({ from: 'bar' })
            controller.type(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'F2' && draft === null) controller.beginEdit({ from: 'bar' })
            else if (draft !== null) editorKey(controller, event, () => focusGrid(null))
          }}
          onBlur={(event) => {
            const to = event.relatedTarget
            if (to instanceof HTMLElement && to.classList.contains('cell-input')) return
            if (controller.draft.get()?.from === 'bar') controller.leave()
          }}
        />
        <span className={draft?.error ? 'late' : 'dim'} data-private="">
          {says()}
        </span>
      </span>
      <span className="dim hide-sm">
        {draft === null ? (
          refusal === null && (
            <>
              <kbd>F2</kbd> {GRID.edit}
            </>
          )
        ) : (
          <>
            <kbd>{GRID.enterKey}</kbd> {GRID.valid} <kbd>{GRID.escapeKey}</kbd> {GRID.cancel}
          </>
        )}
      </span>
    </div>
  )
}
