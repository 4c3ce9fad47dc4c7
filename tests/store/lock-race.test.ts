/** Several Jalons started at the same instant on the same file, over a lock left by a crash: one writes, the others read. */
import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
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

/** Each child opens at the same instant, waits until all have, tries to write, says what happened. */
const OPENER = `
import { openDossier } from ${JSON.stringify(new URL('../../electron/store/open.ts', import.meta.url).href)}
const [path, at] = process.argv.slice(1)
while (Date.now() < Number(at)) {}
const dossier = openDossier(path, { who: 'T', machine: 'poste-de-test', now: () => '2026-11-23T09:30:00', copiesFolder: path + '-copies' })
await new Promise((done) => setTimeout(done, 300))
let wrote = false
try {
  dossier.act({ label: 'ajout', kind: 'edit' }, (db) => db.insert('person', { last_name: 'x', first_name: '' }))
  wrote = true
} catch {}
process.stdout.write(JSON.stringify({ writable: dossier.readOnlyReason === null, wrote }))
await new Promise((done) => setTimeout(done, 300))
dossier.close()
`

function opener(path: string, at: number): Promise<{ writable: boolean; wrote: boolean }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', OPENER, path, String(at)])
  let said = ''
  let errors = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  child.stderr.on('data', (data) => {
    errors += data
  })
  return new Promise((resolve, reject) => {
    child.on('close', () => {
      if (said === '') reject(new Error(errors))
      else resolve(JSON.parse(said))
    })
  })
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
      const answers = await Promise.all(Array.from({ length: OPENERS }, () => opener(path, at)))
      expect(answers.filter((a) => a.wrote)).toHaveLength(1)
      expect(answers.filter((a) => a.wrote && !a.writable)).toEqual([])
    }
  })
})
