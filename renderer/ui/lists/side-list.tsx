/** A screen made of a list at the left and, beside it, what was chosen in it: reports, settings, help, calculators. */
import type { ReactNode } from 'react'

export function SideList(props: {
  readonly title: string
  /** Name of the list for screen readers and F6. */
  readonly label: string
  readonly links: ReactNode
  readonly className: string
  readonly children: ReactNode
}) {
  return (
    <div className={`side-list ${props.className}`}>
      <nav aria-label={props.label} data-area={props.label}>
        <h1>{props.title}</h1>
        {props.links}
      </nav>
      {props.children}
    </div>
  )
}

export function SideLink(props: {
  readonly title: string
  /** What it is for, on a line of its own. */
  readonly detail?: string
  readonly isCurrent?: boolean
  readonly onPress: () => void
}) {
  const { title, detail } = props
  return (
    <button
      type="button"
      className={detail === undefined ? 'side-link brief' : 'side-link'}
      {...(props.isCurrent === true ? { 'aria-current': 'page' as const } : {})}
      onClick={props.onPress}
    >
      {detail === undefined ? (
        title
      ) : (
        <>
          <b>{title}</b>
          <span>{detail}</span>
        </>
      )}
    </button>
  )
}
