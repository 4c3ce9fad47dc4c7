/** A part of a screen that scrolls by itself: named, and reachable by keyboard so that the arrows scroll it. */
import type { ReactNode, Ref } from 'react'

export function ScrollRegion(props: {
  readonly label: string
  readonly className?: string
  readonly ref?: Ref<HTMLElement>
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section ref={props.ref} className={props.className ?? 'scroll'} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  )
}
