/**
 * Pasted lines → new rows: which pasted column is which, what will be refused (the dossier judges the lines before anything
 * is written), one undoable step. Lines left out can be copied back to the spreadsheet.
 */
import { useEffect, useMemo, useState } from 'react'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { act } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { FR } from '../../../text/fr.ts'
import { GRID } from '../../../text/grid.ts'
import { Note } from '../../blocks.tsx'
import { Button } from '../../button.tsx'
import { DialogFrame } from '../../dialogs/dialog.tsx'
import { announce } from '../../messages/live.tsx'
import { showError, showToast } from '../../messages/toast.tsx'
import { pasteColumns } from '../model/changes.ts'
import { writeTsv } from '../model/clipboard.ts'
import { judgedProblem, type NewRows, type ReadRow, type RowProblem, readRows } from '../model/new-rows.ts'
import { IGNORED, PastedTable } from './pasted-table.tsx'

const LISTED = 50

export function PasteRowsDialog(props: {
  readonly table: readonly (readonly string[])[]
  readonly rows: NewRows
  readonly close: () => void
}) {
  const { table, rows, close } = props
  const today = useToday()
  const guess = useMemo(() => pasteColumns(table, rows.columns, 0), [table, rows.columns])
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    guess.columns.map((column) => column?.id ?? IGNORED),
  )
  const read = useMemo(() => {
    const body = guess.hasHeader ? table.slice(1) : table
    const columns = chosen.map((id) => rows.columns.find((column) => column.id === id) ?? null)
    return readRows(body, columns, rows, today)
  }, [table, guess, chosen, rows, today])
  const [created, setCreated] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const judged = useJudged(read, rows, created === null)

  const problems = (row: ReadRow): readonly RowProblem[] =>
    row.problems.length > 0 ? row.problems : (judged?.refused.get(row.line) ?? [])
  const good = read.filter((row) => problems(row).length === 0)
  const bad = read.filter((row) => problems(row).length > 0)

  const create = async () => {
    if (busy) return
    setBusy(true)
    const answer = await act('write.cells', request(rows, good), { quiet: true })
    setBusy(false)
    if (!answer.ok) return showError(answer.error)
    showToast(GRID.pasteRowsLabel(answer.value.written))
    if (bad.length === 0 && answer.value.written === good.length) close()
    else setCreated(answer.value.written)
  }
  const isDone = created !== null
  return (
    <DialogFrame
      title={GRID.pasteNewTitle}
      onClose={close}
      width={860}
      hint={GRID.pasteNewHint}
      actions={
        bad.length === 0 ? undefined : (
          <Button onPress={() => void copyBack(table, guess.hasHeader, bad)}>
            {GRID.copyRefused(bad.length)}
          </Button>
        )
      }
      // One button all along: it keeps the focus when the lines are written.
      primary={
        isDone
          ? { label: FR.close, onPress: close }
          : {
              label: GRID.pasteNewAction(good.length),
              onPress: () => void create(),
              isDisabled: judged === null || good.length === 0,
            }
      }
      cancel={isDone ? null : FR.cancel}
    >
      {isDone && <Note>{GRID.created(created, bad.length)}</Note>}
      <PastedTable
        read={isDone ? bad : [...bad, ...good]}
        columns={rows.columns}
        chosen={chosen}
        problems={problems}
        onChoose={isDone ? null : setChosen}
      />
      {bad.length > 0 && (
        <Note tone="late">
          <b>{GRID.refusedLines(bad.length)}</b>
          <Lines
            list={bad.flatMap((row) => problems(row).map(({ message }) => ({ line: row.line, message })))}
          />
        </Note>
      )}
      {!isDone && judged !== null && judged.warned.length > 0 && (
        <Note tone="warn">
          <b>{GRID.toCheck}</b>
          <Lines list={judged.warned} />
        </Note>
      )}
    </DialogFrame>
  )
}

interface Said {
  readonly line: number
  readonly message: string
}

function Lines({ list }: { readonly list: readonly Said[] }) {
  return (
    <ul>
      {list.slice(0, LISTED).map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          {GRID.row} {line}
          {'\u00a0'}: {message}
        </li>
      ))}
      {list.length > LISTED && <li>{GRID.others(list.length - LISTED)}</li>}
    </ul>
  )
}

function request(rows: NewRows, lines: readonly ReadRow[]) {
  return {
    label: GRID.pasteRowsLabel(lines.length),
    changes: lines.map(({ values }) => ({ entity: rows.entity, id: null, values })),
  }
}

interface Judged {
  readonly refused: ReadonlyMap<number, readonly RowProblem[]>
  readonly warned: readonly Said[]
}

/** What the dossier would answer to the lines that can be read; null while it is being asked. */
function useJudged(read: readonly ReadRow[], rows: NewRows, isAsked: boolean): Judged | null {
  const [judged, setJudged] = useState<Judged | null>(null)
  useEffect(() => {
    if (!isAsked) return
    let isShown = true
    const lines = read.filter((row) => row.problems.length === 0)
    const say = (found: Judged) => {
      if (!isShown) return
      setJudged(found)
      announce(GRID.refusedLines(read.length - lines.length + found.refused.size))
    }
    setJudged(null)
    if (lines.length === 0) say({ refused: new Map(), warned: [] })
    else
      void act('write.cells', { ...request(rows, lines), dryRun: true }, { quiet: true }).then((answer) => {
        if (!answer.ok) return isShown && showError(answer.error)
        const refused = new Map<number, readonly RowProblem[]>()
        const warned: Said[] = []
        for (const outcome of answer.value.outcomes) {
          const line = lines[outcome.index]?.line ?? 0
          if (!outcome.ok) refused.set(line, [judgedProblem(rows, outcome.field, outcome.message ?? '')])
          for (const warning of outcome.warnings ?? [])
            warned.push({ line, message: findingSentence(warning) })
        }
        say({ refused, warned })
      })
    return () => {
      isShown = false
    }
  }, [read, rows, isAsked])
  return judged
}

/** The refused lines with their titles, as they came: to be mended where they were copied from. */
async function copyBack(
  table: readonly (readonly string[])[],
  hasHeader: boolean,
  lines: readonly ReadRow[],
): Promise<void> {
  const titles = hasHeader ? table.slice(0, 1) : []
  await navigator.clipboard.writeText(writeTsv([...titles, ...lines.map((row) => row.cells)]))
  showToast(GRID.copied(lines.length, Math.max(...lines.map((row) => row.cells.length))))
}
