/** The room copies take: said, bounded, and nothing removed before what goes was said. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../support/application.ts'

async function withCopy(app: TestApplication): Promise<void> {
  await app.value('file.create', { name: 'postes' })
  await app.value('file.backup', {})
}

describe('The room copies may take', () => {
  const row = (at: string) => `postes ${at.slice(0, 10)} ${at.slice(11, 13)}${at.slice(14, 16)} horaire.jalon`

  test('is said, with what a smaller one would remove, before anything is removed', async () => {
    await using app = testApplication()
    await withCopy(app)
    const [dossier = ''] = readdirSync(join(app.folder, 'sauvegardes'))
    const folder = join(app.folder, 'sauvegardes', dossier)
    const [only = ''] = readdirSync(folder)
    for (let day = 1; day <= 20; day += 1)
      writeFileSync(
        join(folder, row(`2026-10-${String(day).padStart(2, '0')}T12:00`)),
        Buffer.concat([readFileSync(join(folder, only)), Buffer.alloc(200_000)]),
      )
    const before = await app.value('copies.list', {})
    expect(before).toMatchObject({
      budget: 4_000_000_000,
      lastKept: 10,
      room: [{ place: 'here', copies: 21 }],
    })

    const bytes = 7_000_000
    const asked = await app.value('copies.budget', { bytes, apply: false })
    const going = asked.removed[0]?.copies ?? 0
    expect(going).toBeGreaterThan(3)
    expect(await app.value('copies.list', {})).toEqual(before)

    expect(await app.value('copies.budget', { bytes, apply: true })).toEqual(asked)
    const after = await app.value('copies.list', {})
    expect(after).toMatchObject({ budget: bytes, room: [{ copies: 21 - going }] })
    expect(after.room[0]?.bytes).toBeLessThanOrEqual(bytes)
    // The oldest went.
    expect(after.copies).toEqual(before.copies.slice(0, 21 - going))

    await app.value('copies.budget', { bytes: 1_000_000, apply: true })
    expect((await app.value('copies.list', {})).copies).toEqual(before.copies.slice(0, 10))
    await app.value('copies.budget', { bytes: null, apply: true })
    expect((await app.value('copies.list', {})).budget).toBeNull()
  })

  test('is held by each copy made after', async () => {
    await using app = testApplication()
    await withCopy(app)
    await app.value('copies.budget', { bytes: 5_000_000, apply: true })
    for (let n = 0; n < 24; n += 1) await app.value('file.backup', {})
    const { room } = await app.value('copies.list', {})
    expect(room[0]?.copies).toBeGreaterThanOrEqual(10)
    expect(room[0]?.bytes).toBeLessThanOrEqual(5_000_000)
  })
})
