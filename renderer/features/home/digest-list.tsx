/** The list of deadlines to answer. Arrows move, Enter opens the post, F R I answer; each answer is one step of undo. */
import { type FocusEvent, type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { frDay, frDelay, frEuros, frReference } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import { NATURE_WORDS } from '#shared/text/words.ts'
import { askIgnore, askPostpone, markDone } from '../../app/answer-deadline.ts'
import { isFocusFree, openDialog } from '../../app/open-dialog.ts'
import { formatRoute, navigate } from '../../app/routes.ts'
import { useFileStatus } from '../../data/queries.ts'
import { EmptyState } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Glyph, type GlyphName } from '../../ui/glyphs/glyph.tsx'
import { useGrowingList } from '../../ui/lists/growing-list.ts'
import { announce } from '../../ui/messages/live.tsx'
import { type DeadlineGlyph, type DigestGroup, firstRows, glyphOf, nextFocus } from './digest.ts'
import { HOME_WORDS as W } from './text.ts'

const GLYPHS: Readonly<Record<DeadlineGlyph, GlyphName>> = {
  flag: 'flag',
  'flag-missed': 'flag-missed',
  clock: 'clock',
  end: 'end',
  late: 'late',
  claim: 'claimable',
  vacant: 'vacant',
  planned: 'planned',
}

export function Digest({
  groups,
  later,
}: {
  readonly groups: readonly DigestGroup[]
  readonly later: number
}) {
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const keys = useMemo(() => rows.map((row) => row.key), [rows])
  const drawn = useGrowingList(rows.length)
  /** The row that had the keyboard, and the list as it was then. */
  const held = useRef<{ readonly before: readonly string[]; readonly key: string } | null>(null)
  const writable = !(useFileStatus()?.readOnly ?? true)

  // An answered row leaves the list: the keyboard goes to the next one instead of falling back to the top of the page.
  useEffect(() => {
    const was = held.current
    if (was === null || keys.includes(was.key)) return
    held.current = null
    const next = nextFocus(was.before, keys, was.key)
    if (next === null) return
    requestAnimationFrame(() => {
      if (isFocusFree()) focusRow(list.current, next)
    })
  })

  const done = useCallback(async (deadline: Deadline) => {
    if (await markDone(deadline)) announce(W.answered(stepSentence(deadline.title)))
  }, [])
  const focusAt = (index: number) => {
    const key = keys[index]
    if (key === undefined) return
    drawn.reach(index)
    focusRow(list.current, key)
  }
  const onFocus = (event: FocusEvent) => {
    const key = rowKey(event.target)
    if (key !== undefined) held.current = { before: keys, key }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const key = rowKey(event.target)
    const row = rows.find((each) => each.key === key)
    const index = row === undefined ? -1 : rows.indexOf(row)
    const pressed = event.key.toLowerCase()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      focusAt(index + (event.key === 'ArrowDown' ? 1 : -1))
    } else if (event.key === 'Home') focusAt(0)
    else if (event.key === 'End') focusAt(keys.length - 1)
    else if (row !== undefined && writable && pressed === 'f') void done(row)
    else if (row !== undefined && writable && pressed === 'r') askPostpone(row)
    else if (row !== undefined && writable && pressed === 'i') askIgnore(row)
    else return
    event.preventDefault()
  }

  if (rows.length === 0) {
    return (
      <div className="digest">
        <EmptyState title={W.nothingDue}>{W.nothingDueMore(later)}</EmptyState>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside, which are links and buttons
    <div className="digest" ref={list} data-area={W.listLabel} onKeyDown={onKeyDown} onFocus={onFocus}>
      {firstRows(groups, drawn.shown).map(({ group, rows: own }) => (
        <section key={group.key} aria-label={W.groups[group.key]}>
          <h2 className="dgh">
            <b className={group.key === 'late' ? 'late' : undefined}>{W.groups[group.key]}</b>
            <span className="dim">{W.deadlines(group.rows.length)}</span>
            <span className="sp" />
            {group.cents !== 0 && <span className="nb amount">{frEuros(group.cents)}</span>}
          </h2>
          <ul>
            {own.map((row) => (
              <Row key={row.key} row={row} first={row === rows[0]} writable={writable} onDone={done} />
            ))}
          </ul>
        </section>
      ))}
      <div ref={drawn.end} />
    </div>
  )
}

function rowKey(target: EventTarget): string | undefined {
  return (target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key
}

function focusRow(list: HTMLElement | null, key: string): void {
  list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] .t`)?.focus()
}

const Row = memo(function Row(props: {
  readonly row: Deadline
  readonly first: boolean
  readonly writable: boolean
  readonly onDone: (row: Deadline) => Promise<void>
}) {
  const { row, writable } = props
  const late = row.status === 'late' || row.daysLeft < 0
  const title = stepSentence(row.title)
  const subject = row.positionLabel ?? row.employerName
  const tone = late ? 'late' : row.nature === 'legal' && row.daysLeft <= 30 ? 'warn' : ''
  return (
    <li className={late ? 'dg isl' : 'dg'} data-key={row.key}>
      <span className={tone}>
        <Glyph name={GLYPHS[glyphOf(row)]} />
      </span>
      <button
        type="button"
        className="d why-link"
        onClick={() => openDialog({ kind: 'explain', target: { kind: 'deadline', key: row.key } })}
      >
        {frDay(row.dueOn)} <small>{frDelay(row.daysLeft)}</small>
        <span className="vh"> {W.whyDate}</span>
      </button>
      <div className="w">
        <a
          className="t"
          href={row.positionId === null ? formatRoute({ screen: 'employers' }) : positionLink(row.positionId)}
          {...(props.first ? { 'data-area-focus': '' } : {})}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            openSubject(row)
          }}
        >
          <span {...(row.personName === null ? {} : { 'data-private': '' })}>{title}</span>
          {subject !== null && <span className="of"> · {subject}</span>}
        </a>
        {row.isNew && <span className="new">{W.isNew}</span>}
        {row.moved && <span className="new">{W.moved}</span>}
        <p className="why-words">
          <span className="kd">{NATURE_WORDS[row.nature]}.</span>{' '}
          <span data-private="">{stepSentence(row.why)}</span>{' '}
          {row.basis.map((basis) => frReference(basis.text)).join(', ')}
        </p>
      </div>
      <div className="rt">
        {row.amountCents !== null && <span className="a amount">{frEuros(row.amountCents)}</span>}
        <span className="act">
          <Button
            variant="link"
            isDisabled={!writable}
            onPress={() => void props.onDone(row)}
            label={`${W.actionsOn(title)}${W.done}`}
          >
            {W.done}
          </Button>
          <Button
            variant="link"
            isDisabled={!writable}
            onPress={() => askPostpone(row)}
            label={`${W.actionsOn(title)}${W.postpone}`}
          >
            {W.postpone}
          </Button>
          <Button
            variant="link"
            isDisabled={!writable}
            onPress={() => askIgnore(row)}
            label={`${W.actionsOn(title)}${W.ignore}`}
          >
            {W.ignore}
          </Button>
        </span>
      </div>
    </li>
  )
})

function positionLink(id: number): string {
  return formatRoute({ screen: 'position', id, tab: 'deadlines' })
}

function openSubject(row: Deadline): void {
  if (row.positionId === null) navigate({ screen: 'employers' })
  else
    navigate({ screen: 'position', id: row.positionId, tab: row.instalmentId === null ? 'contracts' : 'aid' })
}
