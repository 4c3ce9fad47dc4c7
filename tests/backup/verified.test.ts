/** « Vérifiée » is as strong as opening: whatever an opening refuses, no copy, preview or check says is whole. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { copyDossierTo, listAllCopies, makeCopy } from '../../electron/backup/copies.ts'
import { fileSource } from '../../electron/backup/copy-source.ts'
import { previewCopy } from '../../electron/backup/restore.ts'
import { createDossier, openDossier } from '../../electron/store/open.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { addHolders } from '../support/holders.ts'
import { codeOf, codeOfAsync } from '../support/refusal-code.ts'
import { tamper } from '../support/tampered.ts'

let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

function file(): string {
  const dossier = createDossier(place.path('a.jalon'), place.options())
  dossier.act({ label: 'données', kind: 'import' }, (db) => addHolders(db, ['']))
  dossier.close()
  return dossier.path
}
/** As another program may leave the file: guards and constraints off. */
function spoil(path: string, sql: string): void {
  tamper(path, (db) => {
    db.pragma('foreign_keys = OFF')
    db.pragma('ignore_check_constraints = ON')
    db.pragma('writable_schema = ON')
    db.exec(sql)
  })
}

const SPOILT: readonly (readonly [string, string])[] = [
  [
    'a day that is none',
    "UPDATE write_state SET action_id = 1; UPDATE contract SET starts_on = '2024-02-31'; UPDATE write_state SET action_id = NULL",
  ],
  [
    'a word the table does not know',
    "UPDATE write_state SET action_id = 1; UPDATE contract SET kind = 'XYZ'; UPDATE write_state SET action_id = NULL",
  ],
  [
    'a contract of a post that is not there',
    'UPDATE write_state SET action_id = 1; UPDATE contract SET position_id = 9999; UPDATE write_state SET action_id = NULL',
  ],
  ['an act still being written', 'UPDATE write_state SET action_id = 1'],
  ['an undo still being replayed', 'UPDATE write_state SET replaying = 1'],
  ['no identity', 'DELETE FROM dossier'],
  ['a foreign trigger', 'CREATE TRIGGER x AFTER INSERT ON person BEGIN SELECT 1; END'],
  ['a table missing', 'DROP TABLE scenario'],
]

describe('a file spoilt by another program', () => {
  it.each(SPOILT)('%s: neither opens nor passes for verified', async (_, sql) => {
    const path = file()
    spoil(path, sql)
    expect(codeOf(() => openDossier(path, place.options()))).not.toBe('accepted')
    expect(checkCopy(path)).toBe(false)
    expect(await codeOfAsync(() => previewCopy(path, place.folder))).not.toBe('accepted')
  })

  it.each(SPOILT)('%s: its copy is refused, and the fault is said to be its own', async (_, sql) => {
    const path = file()
    const sound = openDossier(path, place.options({ readOnly: true }))
    const { fileId } = sound
    sound.close()
    spoil(path, sql)
    const request = {
      path,
      fileId,
      folder: place.copies,
      reason: 'manuelle',
      now: '2026-11-23T09:30:00',
    } as const
    const failed: unknown = await makeCopy(request).then(
      () => null,
      (error: unknown) => error,
    )
    expect(String(failed)).toContain('lui-même est endommagé')
    expect(String(failed)).not.toContain('intact')
    expect(listAllCopies(place.copies)).toEqual([])
    expect(await codeOfAsync(() => copyDossierTo(fileSource(path), place.path('b.jalon')))).toBe(
      'backup.source-damaged',
    )
  })

  it('is refused by the command line too, with words and exit code 1', () => {
    const path = file()
    spoil(path, SPOILT[0]?.[1] ?? '')
    const run = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        new URL('../../electron/cli/main.ts', import.meta.url).pathname,
        'check',
        path,
      ],
      { encoding: 'utf8', env: { ...process.env, JALON_DATA: place.path('données') } },
    )
    expect([run.status, run.stdout]).toEqual([1, ''])
    expect(run.stderr).toContain('endommagé')
  })
})

describe('a copy spoilt where it lies', () => {
  it('is said to be at fault, not the dossier', async () => {
    const path = file()
    const source = fileSource(path)
    const spoiling = {
      ...source,
      async writeTo(target: string) {
        await source.writeTo(target)
        const bytes = readFileSync(target)
        writeFileSync(target, bytes.subarray(0, bytes.length - 4096))
      },
    }
    expect(await codeOfAsync(() => copyDossierTo(spoiling, place.path('b.jalon')))).toBe(
      'backup.not-verified',
    )
  })
})
