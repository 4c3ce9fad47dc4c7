/** Typing in a cell. Enter goes down, Tab right, Escape gives up; a choice shows its words; a refusal stays under the cell. */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { frDay } from '#shared/text/format.ts'
import { useStore } from '../../../data/store.ts'
import { GRID } from '../../../text/grid.ts'
import { columnName, type GridColumn, isNumeric } from '../model/column.ts'
import { fold } from '../model/filter.ts'
import { ARROWS } from './arrows.ts'
import type { GridController } from './controller.ts'

const FLAG_WORDS = { true: GRID.yes, false: GRID.no } as const

export function editorKey<R>(
  controller: GridController<R>,
  event: KeyboardEvent<HTMLInputElement>,
  back: () => void,
): void {
  const leave = async (go: () => void) => {
    if (!(await controller.commit())) return
    back()
    go()
  }
  const step = (lines: number, columns: number) => void leave(() => controller.step(lines, columns))
  const { key, shiftKey: shift } = event
  const isOver = controller.draft.get()?.isOver ?? false
  if (event.nativeEvent.isComposing) return
  const arrow = isOver && !event.altKey && !shift ? ARROWS[key] : undefined
  if (key === 'Enter') step(shift ? -1 : 1, 0)
  else if (key === 'Tab') step(0, shift ? -1 : 1)
  else if (key === 'Escape') {
    controller.cancelEdit()
    back()
  } else if (key === ';' && (event.ctrlKey || event.metaKey)) controller.type(frDay(controller.sight.today))
  else if (key === 'F2') controller.editInside()
  else if (arrow !== undefined)
    void leave(() => controller.move({ by: 'step', lines: arrow[0], columns: arrow[1] }, false))
  else {
    event.stopPropagation()
    return
  }
  event.preventDefault()
  event.stopPropagation()
}

export function CellEditor<R>({
  controller,
  column,
}: {
  readonly controller: GridController<R>
  readonly column: GridColumn<R>
}) {
  const draft = useStore(controller.draft)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const fromBar = draft?.from === 'bar'
  useLayoutEffect(() => {
    if (fromBar) return
    const element = input.current
    element?.focus({ preventScroll: true })
    const end = element?.value.length ?? 0
    element?.setSelectionRange(end, end)
  }, [fromBar])
  useEffect(() => {
    if (draft?.error !== null && draft?.error !== undefined && !fromBar)
      input.current?.focus({ preventScroll: true })
  }, [draft?.error, fromBar])
  if (draft === null) return null

  const words = column.type === 'flag' ? FLAG_WORDS : column.type === 'choice' ? column.words : undefined
  const options = words === undefined ? [] : Object.values(words)
  const wanted = fold(draft.text)
  const matching = options.filter((word) => fold(word).includes(wanted))
  const offered = matching.length === 0 || matching.some((word) => fold(word) === wanted) ? options : matching
  const at = offered.findIndex((word) => fold(word) === wanted)
  const back = () => controller.sight.reveal(controller.selection.get().active)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (options.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = offered[(at + step + offered.length) % offered.length] ?? offered[0]
      if (next !== undefined) controller.type(next)
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (
      options.length > 0 &&
      event.key === 'Enter' &&
      at === -1 &&
      matching[0] !== undefined &&
      draft.text !== ''
    )
      controller.type(matching[0])
    editorKey(controller, event, () => {
      back()
      focusGrid(input.current)
    })
  }
  return (
    <>
      <input
        ref={input}
        className={`cell-input${isNumeric(column.type) ? ' num' : ''}`}
        value={draft.text}
        aria-label={`${columnName(column)}, ${controller.cellName()}`}
        aria-invalid={draft.error !== null}
        autoComplete="off"
        spellCheck={column.type === 'text'}
        {...(options.length > 0
          ? {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': listId,
              'aria-autocomplete': 'list' as const,
            }
          : {})}
        onChange={(event) => controller.type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const to = event.relatedTarget
          if (to instanceof HTMLElement && to.closest('.entry-bar') !== null) return
          controller.leave()
        }}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
      />
      {(options.length > 0 || draft.error !== null) && (
        <div className="under">
          {draft.error !== null && (
            <div className="cell-error" role="alert">
              {draft.error}
            </div>
          )}
          {options.length > 0 && (
            <div id={listId} role="listbox" aria-label={columnName(column)} className="options">
              {offered.map((word, rank) => (
                <div
                  key={word}
                  role="option"
                  tabIndex={-1}
                  aria-selected={rank === at}
                  className="item"
                  {...(rank === at ? { 'data-focused': '' } : {})}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    controller.type(word)
                    void controller.commit().then(() => focusGrid(input.current))
                  }}
                >
                  {word}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </>
  )
}

export function focusGrid(from: HTMLElement | null): void {
  const grid =
    from?.closest<HTMLElement>('[role="grid"]') ?? document.querySelector<HTMLElement>('[role="grid"]')
  grid?.focus({ preventScroll: true })
}
