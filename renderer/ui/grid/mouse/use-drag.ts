/** The mouse in the grid: click, Shift+click, drag over cells, drag of the corner handle to fill down. */
import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import type { GridController } from '../hands/controller.ts'
import { fillTo } from '../hands/fill.ts'
import type { Line } from '../model/lines.ts'
import { type Cell, type Range, rangeOf } from '../model/selection.ts'
import { cellAt } from './cell-at.ts'
import { nearestCell, type Point, pullBeyond } from './edge-scroll.ts'

/** The hand is drawing a range, or the corner of one it had drawn before. */
type Drag = { readonly of: 'range' } | { readonly of: 'corner'; readonly source: Range }

export function useDrag<R>(
  controller: GridController<R>,
  lines: readonly Line<R>[],
  table: RefObject<HTMLElement | null>,
  toggleLine: (line: Line<R>) => boolean,
): (event: MouseEvent) => void {
  const drag = useRef<Drag | null>(null)
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellAt(event.target)
    if (cell === null || !(event.target instanceof Element)) return
    if (event.target.closest('.cell-input, .under') !== null) return
    if (event.target.closest('[data-handle]') !== null) {
      drag.current = { of: 'corner', source: rangeOf(controller.selection.get()) }
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
    drag.current = { of: 'range' }
    event.preventDefault()
    table.current?.focus({ preventScroll: true })
  }

  useEffect(() => {
    let pointer: Point | null = null
    let turn = 0
    const draw = () => {
      const now = drag.current
      const box = table.current?.parentElement
      if (now === null || pointer === null || box === null || box === undefined) return
      const at = nearestCell(box, pointer)
      if (at !== null) drawTo(controller, now, at)
    }
    /** Beyond an edge the grid goes on by itself, as a spreadsheet does. */
    const scroll = () => {
      const box = table.current?.parentElement
      if (drag.current === null || pointer === null || box === null || box === undefined) {
        turn = 0
        return
      }
      const { left, top } = pullBeyond(box, pointer)
      if (left !== 0 || top !== 0) {
        box.scrollBy({ left, top })
        draw()
      }
      turn = requestAnimationFrame(scroll)
    }
    const onMove = (event: globalThis.MouseEvent) => {
      if (drag.current === null || event.buttons === 0) return
      pointer = { x: event.clientX, y: event.clientY }
      draw()
      if (turn === 0) turn = requestAnimationFrame(scroll)
    }
    const onUp = () => {
      const was = drag.current
      drag.current = null
      pointer = null
      if (was?.of !== 'corner') return
      const { top, bottom } = rangeOf(controller.selection.get())
      void fillTo(controller, was.source, top < was.source.top ? top : bottom)
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', onUp)
    return () => {
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', onUp)
      cancelAnimationFrame(turn)
    }
  }, [controller, table])
  return onMouseDown
}

/** The range drawn so far follows the hand; the corner draws lines only, on either side of its source. */
function drawTo<R>(controller: GridController<R>, drag: Drag, at: Cell): void {
  const now = controller.selection.get()
  const { from, to } = drag.of === 'range' ? { from: now.from, to: at } : drawn(drag.source, at.line)
  if (sameCell(now.from, from) && sameCell(now.to, to)) return
  controller.select({ active: from, from, to }, { reveal: false })
}

function drawn(source: Range, line: number): { readonly from: Cell; readonly to: Cell } {
  const upwards = line < source.top
  return {
    from: { line: upwards ? source.bottom : source.top, column: source.left },
    to: { line: upwards ? line : Math.max(line, source.bottom), column: source.right },
  }
}

function sameCell(one: Cell, other: Cell): boolean {
  return one.line === other.line && one.column === other.column
}
