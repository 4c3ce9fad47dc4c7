/** Several Jalons started at the same instant on the same file, over a lock left by a crash: one writes, the others read. */
import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'

const ROUNDS = 2
const OPENERS = 5
let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

/** Each child opens, says so, and holds the dossier until all have; then tries to write, says what happened, and closes last. */
const OPENER = `
import { createInterface } from 'node:readline'
import { openDossier } from ${JSON.stringify(new URL('../../electron/store/open.ts', import.meta.url).href)}
const [path, at] = process.argv.slice(1)
const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
while (Date.now() < Number(at)) {}
const dossier = openDossier(path, { who: 'T', machine: 'poste-de-test', now: () => '2026-11-23T09:30:00', copiesFolder: path + '-copies' })
process.stdout.write('opened\\n')
await told.next()
let wrote = false
try {
  dossier.act({ label: 'ajout', kind: 'edit' }, (db) => db.insert('person', { last_name: 'x', first_name: '' }))
  wrote = true
} catch {}
process.stdout.write(JSON.stringify({ writable: dossier.readOnlyReason === null, wrote }) + '\\n')
await told.next()
dossier.close()
process.exit(0)
`

interface Answer {
  readonly writable: boolean
  readonly wrote: boolean
}

/** A child, line by line: however slow it is to start, nobody closes before it has opened. */
function opener(path: string, at: number) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', OPENER, path, String(at)])
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
  })
  return {
    async hear(): Promise<string> {
      const line = await lines.next()
      if (line.done) throw new Error(errors)
      return line.value
    },
    tell: () => child.stdin.write('\n'),
    gone,
  }
}

async function race(path: string, at: number): Promise<readonly Answer[]> {
  const openers = Array.from({ length: OPENERS }, () => opener(path, at))
  await Promise.all(openers.map((each) => each.hear()))
  const answers: Answer[] = []
  for (const each of openers) {
    each.tell()
    answers.push(JSON.parse(await each.hear()) as Answer)
  }
  for (const each of openers) each.tell()
  await Promise.all(openers.map((each) => each.gone))
  return answers
}

describe('openers that start together', () => {
  it(`share one writer, ${ROUNDS} times out of ${ROUNDS}`, { timeout: 120_000 }, async () => {
    const path = place.path('a.jalon')
    createDossier(path, place.options()).close()
    for (let round = 0; round < ROUNDS; round += 1) {
      const gone = spawnSync(process.execPath, ['-e', '']).pid
      const left = { id: `left ${round}`, who: 'T', machine: 'poste-de-test', pid: gone, since: '' }
      if (round % 2 === 0) writeFileSync(`${path}.lock`, JSON.stringify(left))
      const at = Date.now() + 1000
      const answers = await race(path, at)
      expect(answers.filter((a) => a.wrote)).toHaveLength(1)
      expect(answers.filter((a) => a.wrote && !a.writable)).toEqual([])
    }
  })
})
