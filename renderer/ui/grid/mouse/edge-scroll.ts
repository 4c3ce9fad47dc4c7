/** A hand that draws a range beyond the rows shown: the nearest cell, and how fast the grid goes on by itself. */

import type { Cell } from '../model/selection.ts'
import { cellAt } from './cell-at.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Most of a frame, whatever the distance: a person still sees what goes by. */
const FASTEST = 40

/** Where rows are seen: under the titles, above the totals, beside the scroll bars. */
function rowsShown(scroller: HTMLElement): Box {
  const { left, top } = scroller.getBoundingClientRect()
  const height = (part: string) => scroller.querySelector<HTMLElement>(part)?.offsetHeight ?? 0
  return {
    left,
    right: left + scroller.clientWidth,
    top: top + height('.gr.titles'),
    bottom: top + scroller.clientHeight - height('.gr.total'),
  }
}

export function nearestCell(scroller: HTMLElement, { x, y }: Point): Cell | null {
  const box = rowsShown(scroller)
  const inside = (at: number, low: number, high: number) => Math.min(Math.max(at, low + 1), high - 1)
  return cellAt(document.elementFromPoint(inside(x, box.left, box.right), inside(y, box.top, box.bottom)))
}

/** Pixels of one frame; nothing while the hand is over the rows. */
export function pullBeyond(
  scroller: HTMLElement,
  { x, y }: Point,
): { readonly left: number; readonly top: number } {
  const box = rowsShown(scroller)
  return { left: pull(x, box.left, box.right), top: pull(y, box.top, box.bottom) }
}

function pull(at: number, low: number, high: number): number {
  const past = at < low ? at - low : at > high ? at - high : 0
  return Math.max(-FASTEST, Math.min(FASTEST, past / 2))
}
