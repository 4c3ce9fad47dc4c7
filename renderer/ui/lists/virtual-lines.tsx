/** A long list of lines of known heights, drawn only where it shows, and whole when the page is printed. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { usePrinting } from '../print.ts'
import { ScrollRegion } from './scroll-region.tsx'

export function VirtualLines<L>(props: {
  readonly label: string
  readonly className: string
  readonly bodyClassName: string
  /** Stays at the top. */
  readonly head: ReactNode
  readonly lines: readonly L[]
  readonly heightOf: (line: L) => number
  readonly draw: (line: L, style: CSSProperties) => ReactNode
}) {
  const { lines, heightOf, draw } = props
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const printing = usePrinting()
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => {
      const line = lines[index]
      return line === undefined ? 0 : heightOf(line)
    },
    overscan: 12,
  })
  const drawn = printing
    ? lines.map((line) => draw(line, { height: heightOf(line) }))
    : virtual.getVirtualItems().map((item) => {
        const line = lines[item.index]
        return line === undefined
          ? null
          : draw(line, { transform: `translateY(${item.start}px)`, height: item.size })
      })
  return (
    <ScrollRegion label={props.label} className={props.className} ref={setScroller}>
      {props.head}
      <div className={props.bodyClassName} style={{ height: virtual.getTotalSize() }}>
        {drawn}
      </div>
    </ScrollRegion>
  )
}
