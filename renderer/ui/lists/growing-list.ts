/**
 * A list of lines of any height that may be thousands long: its beginning is drawn at once, the rest as one comes near its
 * end. Nothing is left out: what is further comes by scrolling, by the keys, and whole on paper.
 */
import { type RefCallback, useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { usePrinting } from '../print.ts'

const FIRST = 60
const STEP = 200
/** How far under what is seen the next lines are drawn. */
const AHEAD_PX = 1500

export interface GrowingList {
  readonly shown: number
  /** After this call the line is drawn, and can be focused. */
  readonly reach: (index: number) => void
  /** On an empty element after the last line. */
  readonly end: RefCallback<HTMLElement>
}

export function useGrowingList(total: number): GrowingList {
  const [limit, setLimit] = useState(FIRST)
  const [end, setEnd] = useState<HTMLElement | null>(null)
  const printing = usePrinting()
  const shown = printing ? total : Math.min(limit, total)
  useEffect(() => {
    if (end === null || shown >= total) return
    // A new observer says at once whether the end is near: it does not wait for the next move.
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setLimit(shown + STEP)
      },
      { root: end.parentElement, rootMargin: `0px 0px ${AHEAD_PX}px 0px` },
    )
    observer.observe(end)
    return () => observer.disconnect()
  }, [end, shown, total])
  const reach = useCallback(
    (index: number) => {
      if (index >= limit) flushSync(() => setLimit(index + STEP))
    },
    [limit],
  )
  return { shown, reach, end: setEnd }
}
