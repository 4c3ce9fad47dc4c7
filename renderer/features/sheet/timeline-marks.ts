/** Where the tranches of a post are marked on its timeline, and which of them are named: a label that would run into another is left out. */
import type { InstalmentRow } from '#shared/api/rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { InstalmentState } from '#shared/domain/words.ts'
import { TIMELINE_WORDS as W } from './text.ts'
import { LEFT, textWidth, WIDTH } from './timeline-scale.ts'

export interface Mark {
  readonly key: string
  readonly state: InstalmentState
  readonly discs: readonly { readonly x: number; readonly small: boolean }[]
  readonly x: number
  /** Null where it would run into the one before. */
  readonly label: { readonly amount: string; readonly detail: string } | null
  readonly title: string
}

export function placeMarks(instalments: readonly InstalmentRow[], x: (d: Day) => number): Mark[] {
  const placed = instalments
    .filter((row) => row.instalment.dueOn !== null || row.payments.length > 0)
    .map((row) => {
      const received = row.state === 'received' || (row.state === 'partly-received' && row.daysLate === 0)
      const onPayments = received && row.payments.length > 0
      const discs = onPayments
        ? row.payments.map((p) => ({
            x: x(p.receivedOn),
            small: row.payments.length > 1 && p !== row.payments.at(-1),
          }))
        : [
            {
              x: x(row.instalment.dueOn ?? row.lastReceivedOn ?? row.payments[0]?.receivedOn ?? ('' as Day)),
              small: false,
            },
          ]
      const centre = discs.reduce((sum, d) => sum + d.x, 0) / discs.length
      return { row, discs, x: centre, words: W.instalment(row) }
    })
    .sort((a, b) => a.x - b.x)
  // Late ones are named first, then the others from the latest: a label that would collide is left out, never a disc.
  const shown: { readonly from: number; readonly to: number }[] = []
  const labelled = new Set<number>()
  const order = placed
    .map((_, index) => index)
    .sort((a, b) => Number(isLate(placed[b]?.row)) - Number(isLate(placed[a]?.row)) || b - a)
  for (const index of order) {
    const mark = placed[index]
    if (mark === undefined) continue
    const half = (Math.max(textWidth(mark.words.amount), textWidth(mark.words.detail)) + 6) / 2
    const centre = Math.min(Math.max(mark.x, LEFT + half), WIDTH - half)
    if (shown.some((other) => centre - half < other.to && centre + half > other.from)) continue
    shown.push({ from: centre - half, to: centre + half })
    labelled.add(index)
  }
  return placed.map((mark, index) => ({
    key: `instalment-${mark.row.id}`,
    state: mark.row.state,
    discs: mark.discs,
    x: mark.x,
    label: labelled.has(index) ? mark.words : null,
    title: `${mark.row.instalment.label} · ${mark.words.amount} · ${mark.words.detail}`,
  }))
}

function isLate(row: InstalmentRow | undefined): boolean {
  return row !== undefined && row.daysLate > 0
}
