/** Ctrl+K: posts, people, agreements, structures and every action, from a few letters. */
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { Output } from '#shared/api/contract.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { navigate } from '../../app/routes.ts'
import { scope } from '../../data/preferences.ts'
import { useFileStatus, useRead } from '../../data/queries.ts'
import { PALETTE } from '../../text/palette.ts'
import { allCommands, type Command, showKeys } from '../../ui/commands.ts'
import { Icon, type IconName } from '../../ui/glyphs/icon.tsx'
import './palette.css'

type Found = Output<'read.search'>[number]

interface Choice {
  readonly key: string
  readonly icon: IconName
  readonly label: string
  readonly detail: string
  readonly keys: string | null
  readonly run: () => void
}

const ICONS: Readonly<Record<Found['kind'], IconName>> = {
  position: 'posts',
  person: 'person',
  agreement: 'instalment',
  employer: 'employer',
}

function open(found: Found): void {
  switch (found.kind) {
    case 'position':
      navigate({ screen: 'position', id: found.id, tab: 'contracts' })
      break
    case 'person':
      openDialog({ kind: 'entity', entity: 'person', id: found.id })
      break
    case 'agreement':
      openDialog({ kind: 'entity', entity: 'agreement', id: found.id })
      break
    case 'employer':
      scope.set(found.id)
      navigate({ screen: 'positions' })
  }
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']/g, ' ')
    .toLowerCase()
}

/** Commands whose label holds every word typed; those that begin with it first. */
function matchingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return commands
    .filter((command) => !command.isDisabled && !command.keysOnly)
    .filter((command) => words.every((word) => fold(`${command.label} ${command.group}`).includes(word)))
    .sort(
      (a, b) =>
        Number(fold(b.label).startsWith(words[0] ?? '')) - Number(fold(a.label).startsWith(words[0] ?? '')),
    )
}

const MOST = 12

export function PaletteDialog({ close }: { readonly close: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const wanted = useDeferredValue(text.trim())
  const isOpen = useFileStatus()?.open ?? false
  const search = useRead('read.search', { text: wanted, limit: MOST }, { enabled: wanted !== '' && isOpen })

  const choices = useMemo<readonly Choice[]>(() => {
    const found: readonly Found[] = wanted === '' ? [] : (search.data ?? [])
    const commands = matchingCommands(allCommands(), wanted)
    return [
      ...found.map((each) => ({
        key: `${each.kind} ${each.id}`,
        icon: ICONS[each.kind],
        label: each.label,
        detail: each.detail === '' ? PALETTE.kinds[each.kind] : each.detail,
        keys: null,
        run: () => open(each),
      })),
      ...commands.slice(0, wanted === '' ? 40 : MOST).map((command) => ({
        key: command.id,
        icon: 'right' as const,
        label: command.label,
        detail: command.group,
        keys: command.keys === undefined ? null : showKeys(command.keys),
        run: command.run,
      })),
    ]
  }, [search.data, wanted])
  const active = Math.min(at, choices.length - 1)
  // What is listed answers what is typed. Until then Enter waits: it never runs a choice of the words before.
  const isSettled = wanted === text.trim() && !search.isFetching
  const [isChosen, setChosen] = useState(false)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return
    close()
    // After the palette has given the focus back: the action may open a dialog of its own.
    setTimeout(choice.run, 0)
  }
  useEffect(() => {
    if (!isChosen || !isSettled) return
    setChosen(false)
    choose(choices[active])
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && choices.length > 0) {
      event.preventDefault()
      setAt((active + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      setChosen(true)
    }
  }
  return (
    <ModalOverlay className="scrim top-third" isOpen isDismissable onOpenChange={(next) => !next && close()}>
      <Modal className="dlg-box palette-box">
        <Dialog className="dlg palette" aria-label={PALETTE.label}>
          <div className="palette-field">
            <Icon name="search" />
            <input
              autoFocus
              role="combobox"
              aria-label={PALETTE.label}
              aria-expanded={choices.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              {...(choices[active] === undefined ? {} : { 'aria-activedescendant': `${listId}-${active}` })}
              placeholder={PALETTE.placeholder}
              value={text}
              autoComplete="off"
              spellCheck="false"
              onChange={(event) => {
                setText(event.target.value)
                setAt(0)
                setChosen(false)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div id={listId} ref={list} role="listbox" aria-label={PALETTE.label} className="palette-list">
            {choices.map((choice, rank) => (
              <div
                key={choice.key}
                id={`${listId}-${rank}`}
                role="option"
                tabIndex={-1}
                aria-selected={rank === active}
                className="item"
                {...(rank === active ? { 'data-focused': '' } : {})}
                onMouseMove={() => rank !== active && setAt(rank)}
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(choice)
                }}
              >
                <Icon name={choice.icon} />
                <span className="w" data-private={choice.icon === 'person' ? '' : undefined}>
                  {choice.label}
                </span>
                <span className="detail" data-private={choice.icon !== 'right' ? '' : undefined}>
                  {choice.detail}
                </span>
                {choice.keys !== null && <kbd>{choice.keys}</kbd>}
              </div>
            ))}
          </div>
          {choices.length === 0 && <p className="palette-none">{PALETTE.none}</p>}
          <p className="palette-foot hint" aria-live="polite">
            <span>{PALETTE.hint}</span>
            <span className="vh">{wanted === '' ? '' : PALETTE.found(choices.length)}</span>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
