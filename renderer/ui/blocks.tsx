/** Small blocks every screen uses: empty state, note, keys, page head, what to show while reading or when reading failed. */

import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { DoorFailure } from '../data/queries.ts'
import { FR } from '../text/fr.ts'
import { Button } from './button.tsx'
import { Glyph } from './glyphs/glyph.tsx'

/** One sentence on what belongs here, one action, and where it usually comes from. */
export function EmptyState(props: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children !== undefined && <p>{props.children}</p>}
      {props.action !== undefined && <div className="row">{props.action}</div>}
    </div>
  )
}

export function Note(props: {
  readonly tone?: 'info' | 'warn' | 'late' | 'ok'
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  const tone = props.tone ?? 'info'
  const glyph = tone === 'ok' ? 'respected' : tone === 'info' ? 'info' : 'warning'
  return (
    <div className={`note ${tone}`} role="note">
      <span className={tone}>
        <Glyph name={glyph} large />
      </span>
      <div className="w">{props.children}</div>
      {props.action}
    </div>
  )
}

/** Why what was asked was not done: told at once, and brought into view where the form is longer than its window. */
export function RefusalNote({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal in the same place is brought into view too
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [children])
  return (
    <div ref={box} role="alert">
      <Note tone="late">{children}</Note>
    </div>
  )
}

export function PageHead(props: {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="head">
      <h1>{props.title}</h1>
      {props.subtitle !== undefined && <span className="sub">{props.subtitle}</span>}
      <span className="sp" />
      {props.actions}
    </header>
  )
}

/** Shows the answer of a read, the wait, or the failure with a way to try again. */
export function Reading<T>(props: {
  readonly read: UseQueryResult<T, DoorFailure>
  readonly children: (value: T) => ReactNode
}) {
  const { read } = props
  if (read.data !== undefined) return props.children(read.data)
  if (read.error !== null) {
    return (
      <EmptyState
        title={FR.readError}
        action={<Button onPress={() => void read.refetch()}>{FR.retry}</Button>}
      >
        {read.error.door.message}
      </EmptyState>
    )
  }
  return (
    <p className="empty dim" role="status">
      {FR.loading}
    </p>
  )
}
