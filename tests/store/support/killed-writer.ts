/**
 * Child process of the kill tests: writes without end, and says on its standard output what it tries (the count there will be) and what was acknowledged,
 * one write call a line so that a kill never leaves half of one. Rows of one action must all be there or none.
 */
import { makeCopy } from '../../../electron/backup/copies.ts'
import type { WritableDb } from '../../../electron/store/dossier.ts'
import { openToWrite, say } from './writing.ts'

const [path = '', copiesFolder = '', mode = 'write'] = process.argv.slice(2)
const dossier = openToWrite(path, copiesFolder)
say(`open ${dossier.readOnlyReason ?? 'writable'}`)

/** Two rows and the count: three tables that must agree. */
function insertPair(db: WritableDb, n: number, filler: number): void {
  const person = db.insert('person', { last_name: `Nom ${n}`, first_name: 'x'.repeat(filler) })
  db.insert('free_deadline', { title: `${person}`, due_on: '2026-11-23' })
}

function count(db: WritableDb, n: number): void {
  db.run("UPDATE setting SET value = ? WHERE key = 'count'", String(n))
}

function attempt(after: number, work: () => void): void {
  say(`try ${after}`)
  work()
  say(`done ${after}`)
}

function write(rows: number, filler: number): void {
  const from = n
  n += rows
  attempt(n, () =>
    dossier.act({ label: `lot ${n}`, kind: 'import' }, (db) => {
      for (let i = from + 1; i <= n; i += 1) insertPair(db, i, filler)
      count(db, n)
    }),
  )
}

const start = dossier.read((db) => db.get<{ value: string }>("SELECT value FROM setting WHERE key = 'count'"))
let n = Number(start?.value ?? 0)
for (;;) {
  if (mode === 'import') write(2000, 200)
  else write(1, n % 3000)
  if (mode === 'write' && n % 7 === 0) {
    attempt(n - 1, () => dossier.undo())
    attempt(n, () => dossier.redo())
  }
  if (mode === 'backup') {
    const copy = makeCopy({
      path,
      fileId: dossier.fileId,
      folder: copiesFolder,
      reason: 'manuelle',
      now: '2026-11-23T09:30:00',
    })
    write(1, 10)
    say(`copy ${(await copy).path}`)
  }
}
