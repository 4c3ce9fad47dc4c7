/** The mouse in the grid: click, Shift+click, drag over cells, drag of the corner handle to fill down. */
import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { GridController } from './hands/controller.ts'
import type { Line } from './model/lines.ts'
import { type Cell, rangeOf } from './model/selection.ts'

export function cellAt(target: EventTarget | null): Cell | null {
  if (!(target instanceof Element)) return null
  const line = target.closest<HTMLElement>('[data-line]')
  if (line === null) return null
  const column = target.closest<HTMLElement>('[data-column]')
  return { line: Number(line.dataset.line), column: Number(column?.dataset.column ?? 0) }
}

export function useDrag<R>(
  controller: GridController<R>,
  lines: readonly Line<R>[],
  table: RefObject<HTMLElement | null>,
  toggleLine: (line: Line<R>) => boolean,
): (event: MouseEvent) => void {
  const drag = useRef<'select' | 'fill' | null>(null)
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellAt(event.target)
    if (cell === null || !(event.target instanceof Element)) return
    if (event.target.closest('.cell-input, .under') !== null) return
    if (event.target.closest('[data-handle]') !== null) {
      drag.current = 'fill'
      event.preventDefault()
      return
    }
    const line = lines[cell.line]
    if (event.target.closest('[data-toggle]') !== null && line !== undefined) {
      controller.selectCell(cell)
      toggleLine(line)
      event.preventDefault()
      table.current?.focus({ preventScroll: true })
      return
    }
    if (event.button === 2) {
      const range = rangeOf(controller.selection.get())
      const inside =
        cell.line >= range.top &&
        cell.line <= range.bottom &&
        cell.column >= range.left &&
        cell.column <= range.right
      if (!inside) controller.selectCell(cell)
      return
    }
    if (event.button !== 0) return
    if (event.shiftKey) controller.extendTo(cell)
    else controller.select({ active: cell, from: cell, to: cell }, { reveal: false })
    drag.current = 'select'
    event.preventDefault()
    table.current?.focus({ preventScroll: true })
  }

  useEffect(() => {
    const onMove = (event: globalThis.MouseEvent) => {
      if (drag.current === null || event.buttons === 0) return
      const cell = cellAt(document.elementFromPoint(event.clientX, event.clientY))
      if (cell === null) return
      const now = controller.selection.get()
      const to = drag.current === 'fill' ? { line: cell.line, column: rangeOf(now).right } : cell
      if (now.to.line !== to.line || now.to.column !== to.column) {
        if (drag.current === 'fill') {
          const range = rangeOf(now)
          const from = { line: range.top, column: range.left }
          controller.select({ active: from, from, to })
        } else controller.select({ active: now.from, from: now.from, to })
      }
    }
    const onUp = () => {
      const was = drag.current
      drag.current = null
      if (was === 'fill') void controller.fillDown(rangeOf(controller.selection.get()))
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', onUp)
    return () => {
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', onUp)
    }
  }, [controller])
  return onMouseDown
}
