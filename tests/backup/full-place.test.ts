/** A key without room: the oldest copies of that dossier give way to the new one, a few at most, never the last ones, and it is said. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkCopy } from '../../electron/backup/check.ts'
import { listCopies, makeCopy } from '../../electron/backup/copies.ts'
import { copyAtOnce } from '../../electron/backup/copy-at-once.ts'
import { LAST_KEPT } from '../../electron/backup/rotation.ts'
import { testApplication } from '../support/application.ts'
import { codeOfAsync } from '../support/refusal-code.ts'
import { type TinyDisk, tinyDisk } from '../support/tiny-disk.ts'

const KILOBYTE = 1024
/** Whether this account may have such a disk at all. */
const probe = tinyDisk(64)
probe?.remove()
let disk: TinyDisk | null = null
afterEach(() => {
  disk?.remove()
  disk = null
})
function mount(kilobytes: number): TinyDisk {
  disk = tinyDisk(kilobytes)
  if (disk === null) throw new Error('no disk to fill')
  return disk
}

const employer = (name: string) =>
  ({ entity: 'employer', id: null, values: { name, sector: 'private' } }) as const

describe.skipIf(probe === null)('A second place that is full', () => {
  test('gives room to the new copy, keeps the last ones, and says what it cost', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    await app.value('write.save', employer('Les Passerelles'))
    const { path, fileId } = app.session.context().dossier
    const size = Math.ceil(statSync(path).size / KILOBYTE)
    const { folder: key, fill } = mount(size * (LAST_KEPT + 5))
    app.session.copyPlaces.setSecond(key)
    const there = () => listCopies(join(key, 'Sauvegardes Jalon'), fileId)
    for (let n = 0; n < LAST_KEPT + 8; n += 1) await app.value('file.backup', {})
    expect(there().length).toBeGreaterThanOrEqual(LAST_KEPT)
    // The last one made is there: the clock of the test stands still, ranks tell.
    expect(there()[0]?.rank).toBe(LAST_KEPT + 8)
    for (const copy of there()) expect(checkCopy(copy.path), copy.name).toBe(true)
    const { notes } = await app.value('file.status', {})
    expect(notes).toMatchObject([{ kind: 'copies', message: expect.stringContaining('est plein') }])

    // Filled by something else: nothing of the last copies is given for it, and it is said.
    const before = there()
      .slice(0, LAST_KEPT)
      .map((copy) => copy.name)
    fill()
    for (let n = 0; n < 4; n += 1) {
      await app.value('write.save', employer(`Structure ${n}`))
      await app.value('file.backup', {})
    }
    const now = there().map((copy) => copy.name)
    expect(now.length).toBeGreaterThanOrEqual(LAST_KEPT)
    expect(before.some((name) => now.includes(name))).toBe(true)
  })

  test('with no more than the last copies refuses the new one in words, and loses none', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'postes' })
    const { dossier } = app.session.context()
    const size = Math.ceil(statSync(dossier.path).size / KILOBYTE)
    const folder = join(mount(size * 4 + size / 2).folder, 'copies')
    mkdirSync(folder)
    const request = { path: dossier.path, fileId: dossier.fileId, folder, now: '2026-11-23T12:00' }
    for (let n = 0; n < 4; n += 1) await makeCopy({ ...request, reason: 'manuelle' })
    expect(await codeOfAsync(() => makeCopy({ ...request, reason: 'manuelle' }))).toBe('backup.failed')
    expect(
      await codeOfAsync(async () =>
        copyAtOnce({ ...request, reason: 'avant-lot', writeTo: (to) => dossier.writeTo(to) }),
      ),
    ).toBe('backup.failed')
    expect(listCopies(folder, dossier.fileId)).toHaveLength(4)
  })
})
