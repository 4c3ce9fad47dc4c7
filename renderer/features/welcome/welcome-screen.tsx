/** Bienvenue: four ways in, the recent dossiers, and what this version knows. Keys 1 to 4 choose, Ctrl+O opens a file. */
import { type DragEvent, type ReactNode, useMemo, useState } from 'react'
import type { FileStatus } from '#shared/api/views/file-status.ts'
import { openDemo, openFile, openRecent } from '../../app/file-commands.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { openDialog } from '../../app/open-dialog.ts'
import { useFileStatus } from '../../data/queries.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { type Command, useCommands } from '../../ui/commands.ts'
import { Icon, type IconName } from '../../ui/glyphs/icon.tsx'
import { takeDropped } from './dropped-file.ts'
import { WELCOME_WORDS as W } from './text.ts'
import './welcome.css'

interface Choice {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  readonly detail: string
  readonly run: () => void
}

const CHOICES: readonly Choice[] = [
  { id: 'demo', icon: 'demo', ...W.demo, run: () => void openDemo() },
  {
    id: 'import',
    icon: 'import',
    ...W.import,
    run: () => openDialog({ kind: 'new-file', thenImport: true }),
  },
  { id: 'empty', icon: 'file', ...W.empty, run: () => openDialog({ kind: 'new-file' }) },
  { id: 'restore', icon: 'restore', ...W.restore, run: () => openDialog({ kind: 'copies' }) },
]

export function WelcomeScreen() {
  const status = useFileStatus()
  const [over, setOver] = useState(false)
  const commands = useMemo<readonly Command[]>(
    () =>
      CHOICES.map((choice, index) => ({
        id: `welcome.${choice.id}`,
        label: choice.title,
        group: W.title,
        keys: String(index + 1),
        run: choice.run,
      })),
    [],
  )
  useCommands(commands)
  const intro = W.intro('.jalon')
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) void takeDropped(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere; the same is a button below
    <div
      className={over ? 'welcome over' : 'welcome'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <section aria-labelledby="welcome-title">
        <h1 id="welcome-title">{W.title}</h1>
        <p className="mut">
          {intro.before}
          <b>{intro.extension}</b>
          {intro.after}
        </p>
        <NotReopened of={status?.notReopened ?? null} />
        <ul className="choices">
          {CHOICES.map((choice, index) => (
            <li key={choice.id}>
              <ChoiceButton choice={choice} keyName={String(index + 1)} />
            </li>
          ))}
        </ul>
        <div className="welcome-open">
          <Button onPress={() => void openFile()}>
            {W.openFile} <kbd>Ctrl O</kbd>
          </Button>
          <span className="sm dim">{over ? W.dropHere : W.drop}</span>
        </div>
      </section>
      <Recent recent={status?.recent ?? []} version={status?.version ?? ''} />
      <StatusSlot side="left">
        <span>{W.statusLeft}</span>
      </StatusSlot>
      <StatusSlot side="right">
        <span>{W.statusRight}</span>
      </StatusSlot>
    </div>
  )
}

/** Why the dossier used last is not on the screen, and the way to open it all the same. */
function NotReopened({ of }: { readonly of: NonNullable<FileStatus['notReopened']> | null }) {
  if (of === null) return null
  const { recentId, message } = of
  return (
    <Note
      tone="warn"
      action={recentId !== null && <Button onPress={() => void openRecent(recentId)}>{W.openAnyway}</Button>}
    >
      {message}
    </Note>
  )
}

function ChoiceButton({ choice, keyName }: { readonly choice: Choice; readonly keyName: string }) {
  return (
    <button type="button" className="ch4" aria-keyshortcuts={keyName} onClick={choice.run}>
      <Icon name={choice.icon} />
      <span>
        <b>{choice.title}</b>
        <span>{choice.detail}</span>
      </span>
      <kbd>{keyName}</kbd>
    </button>
  )
}

function Recent({ recent, version }: { readonly recent: FileStatus['recent']; readonly version: string }) {
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{W.recent}</h2>
      {recent.length === 0 ? (
        <p className="sm mut recent-none">{W.noRecent}</p>
      ) : (
        <ul className="recent">
          {recent.map((file) => (
            <li key={file.id}>
              <div>
                <button type="button" className="recent-link" onClick={() => void openRecent(file.id)}>
                  {file.name}
                </button>
                <span className="sp" />
                <span className="sm mut nb">{W.openedAt(file.openedAt)}</span>
              </div>
              <p className="sm dim">{file.folder}</p>
            </li>
          ))}
        </ul>
      )}
      <dl className="about sm mut">
        <Line name={W.version}>Jalon {version}</Line>
        <Line name={W.rules}>{W.rulesValue}</Line>
        <Line name={W.scale}>{W.scaleValue}</Line>
        <Line name={W.data}>{W.dataValue}</Line>
      </dl>
    </section>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
