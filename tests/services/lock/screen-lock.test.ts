import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import { type ScreenLock, screenLock } from '../../../electron/services/lock/screen-lock.ts'
import { testApplication } from '../../support/application.ts'
import { dossierFolder } from '../../support/dossier-folder.ts'

const PHRASE = 'bonjour la mairie'
const set = { current: null, passphrase: PHRASE, minutes: 10 }

describe('The lock of the screen', () => {
  test('answers nothing of the dossier while it is on, on any channel', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'Valombre' })
    await app.value('lock.set', set)
    await app.value('lock.now', {})
    for (const channel of Object.keys(contract)) {
      if (['file.status', 'lock.status', 'lock.unlock'].includes(channel)) continue
      expect(await app.dispatcher.call(channel, {}), channel).toMatchObject({
        ok: false,
        error: { code: 'lock.locked' },
      })
    }
    const status = await app.value('file.status', {})
    expect(status).toMatchObject({ open: false, locked: true, recent: [] })
    expect(JSON.stringify(status)).not.toContain('Valombre')
  })

  test('opens with its phrase only, and the dossier is as it was', async () => {
    await using app = testApplication()
    await app.value('file.create', { name: 'Valombre' })
    await app.value('lock.set', set)
    await app.value('lock.now', {})
    expect(await app.call('lock.unlock', { passphrase: 'autre' })).toMatchObject({
      error: { code: 'lock.wrong' },
    })
    expect((await app.value('file.status', {})).locked).toBe(true)
    while ((await app.value('lock.status', {})).waitSeconds > 0) await wait(50)
    await app.value('lock.unlock', { passphrase: PHRASE })
    expect(await app.value('file.status', {})).toMatchObject({ open: true, name: 'Valombre' })
  })

  test('tells a locked page no more than that something changed', async () => {
    await using app = testApplication()
    await app.value('lock.set', set)
    const heard: string[] = []
    app.session.subscribe((event) => heard.push(event.kind))
    await app.value('lock.now', {})
    app.session.announceCommand('undo')
    expect(heard).toEqual(['changed'])
  })

  test('keeps no phrase on the disk, only a hash of it', async () => {
    await using app = testApplication()
    await app.value('lock.set', set)
    expect(readFileSync(join(app.folder, 'verrouillage.json'), 'utf8')).not.toContain('bonjour')
  })

  test('is changed or taken off with the phrase in force only', async () => {
    await using app = testApplication()
    await app.value('lock.set', set)
    expect(await app.call('lock.set', { current: null, passphrase: null, minutes: 5 })).toMatchObject({
      error: { code: 'lock.wrong' },
    })
    while ((await app.value('lock.status', {})).waitSeconds > 0) await wait(50)
    expect(await app.value('lock.set', { current: PHRASE, passphrase: null, minutes: 5 })).toMatchObject({
      enabled: false,
    })
    expect(await app.value('lock.now', {})).toMatchObject({ locked: false })
  })

  test('is on when Jalon starts, and where its file was spoiled it is off: dossiers are not held hostage', () => {
    const place = dossierFolder()
    const file = place.path('verrouillage.json')
    const make = () => screenLock({ file, triesFile: place.path('essais.json'), changed: () => {} })
    expect(make().locked).toBe(false)
    const salt = Buffer.alloc(16).toString('base64')
    writeFileSync(file, JSON.stringify({ salt, hash: Buffer.alloc(32).toString('base64'), minutes: 5 }))
    const locked = make()
    expect(locked.locked).toBe(true)
    locked.stop()
    writeFileSync(file, '{')
    expect(make().locked).toBe(false)
    place.remove()
  })

  test('comes after a while without a sign of life, and not before', async () => {
    const place = dossierFolder()
    let changes = 0
    const lock = screenLock({
      file: place.path('l.json'),
      triesFile: place.path('essais.json'),
      minuteMs: 1500,
      changed: () => {
        changes += 1
      },
    })
    await lock.set(null, PHRASE, 1)
    for (let n = 0; n < 4; n += 1) {
      await wait(500)
      lock.awake()
    }
    expect(lock.locked).toBe(false)
    while (!lock.locked) await wait(50)
    expect([lock.locked, changes]).toEqual([true, 1])
    lock.stop()
    place.remove()
  })
})

describe('A wrong phrase', () => {
  const place = () => {
    const folder = dossierFolder()
    const lockOf = (more: { readonly firstWaitMs?: number; now?(): string } = {}) =>
      screenLock({
        file: folder.path('l.json'),
        triesFile: folder.path('essais.json'),
        changed: () => {},
        ...more,
      })
    return { lockOf, [Symbol.dispose]: folder.remove }
  }
  /** The right phrase, given again until the wait is over. */
  async function opens(lock: ScreenLock): Promise<void> {
    while ((await lock.unlock(PHRASE)) === 'early') await wait(20)
    expect(lock.locked).toBe(false)
  }

  test('makes wait longer and longer, and what comes meanwhile is said at once and not counted', async () => {
    using at = place()
    const lock = at.lockOf({ firstWaitMs: 300 })
    await lock.set(null, PHRASE, 1)
    lock.lock()
    for (const [least, most] of [
      [0, 300],
      [300, 600],
      [600, 1200],
    ] as const) {
      const started = performance.now()
      let verdict = await lock.unlock('non')
      while (verdict === 'early') {
        await wait(10)
        verdict = await lock.unlock('non')
      }
      expect(verdict).toBe('wrong')
      expect(performance.now() - started).toBeGreaterThanOrEqual(least - 20)
      expect(lock.view().waitSeconds).toBeLessThanOrEqual(Math.ceil((most * 2) / 1000))
    }
    expect(await Promise.all(Array.from({ length: 50 }, () => lock.unlock('non')))).toEqual(
      Array.from({ length: 50 }, () => 'early'),
    )
    // Fifty refused tries make nobody wait longer: three wrong ones do, for 1.2 seconds.
    expect(lock.view().waitSeconds).toBeLessThanOrEqual(2)
    await opens(lock)
    lock.stop()
  })

  test('does not stand in the way of the right one given before it, nor does a queue of them after the wait', async () => {
    using at = place()
    const lock = at.lockOf({ firstWaitMs: 200 })
    await lock.set(null, PHRASE, 1)
    lock.lock()
    const mixed = await Promise.all([
      lock.unlock(PHRASE),
      ...Array.from({ length: 10 }, () => lock.unlock('non')),
    ])
    expect([mixed[0], lock.locked, lock.view().waitSeconds]).toEqual(['right', false, 0])
    lock.lock()
    const late = await Promise.all([
      ...Array.from({ length: 10 }, () => lock.unlock('non')),
      lock.unlock(PHRASE),
    ])
    expect(late).toEqual(['wrong', ...Array.from({ length: 10 }, () => 'early')])
    expect(lock.view().waitSeconds).toBeLessThanOrEqual(1)
    await opens(lock)
    lock.stop()
  })

  test('still makes wait after Jalon was left and started again', async () => {
    using at = place()
    const first = at.lockOf({ firstWaitMs: 2000 })
    await first.set(null, PHRASE, 1)
    first.lock()
    expect(await first.unlock('non')).toBe('wrong')
    first.stop()
    const second = at.lockOf({ firstWaitMs: 2000 })
    expect(await second.unlock(PHRASE)).toBe('early')
    await opens(second)
    second.lock()
    // Opened: the count begins again.
    expect(await second.unlock('non')).toBe('wrong')
    expect(second.view().waitSeconds).toBe(2)
    second.stop()
  })

  test('counts even where Jalon was killed while it was being judged', async () => {
    using at = place()
    const first = at.lockOf({ firstWaitMs: 2000 })
    await first.set(null, PHRASE, 1)
    first.lock()
    const answer = first.unlock('non')
    await wait(10)
    const second = at.lockOf({ firstWaitMs: 2000 })
    expect(await second.unlock(PHRASE)).toBe('early')
    await answer
    for (const lock of [first, second]) lock.stop()
  })

  test.each([
    ['back by years', '2020-01-01T08:00:00.000+00:00', 2],
    ['on by years', '2037-01-01T08:00:00.000+00:00', 0],
  ])('locks nobody out where the clock was set %s meanwhile', async (_how, now, seconds) => {
    using at = place()
    const first = at.lockOf({ firstWaitMs: 2000, now: () => '2026-11-23T12:00:00.000+00:00' })
    await first.set(null, PHRASE, 1)
    first.lock()
    await first.unlock('non')
    first.stop()
    const second = at.lockOf({ firstWaitMs: 2000, now: () => now })
    expect(second.view().waitSeconds).toBe(seconds)
    await opens(second)
    second.stop()
  })

  test('is answered through the door with the seconds to wait, the wait counting for the settings too', async () => {
    await using app = testApplication()
    await app.value('lock.set', set)
    expect(await app.call('lock.set', { current: 'non', passphrase: null, minutes: 5 })).toMatchObject({
      error: { code: 'lock.wrong', message: expect.stringContaining('prochain essai dans 1 seconde') },
    })
    expect(await app.call('lock.set', { current: PHRASE, passphrase: null, minutes: 5 })).toMatchObject({
      error: { code: 'lock.wait', message: expect.stringContaining('Encore 1 seconde') },
    })
    expect(await app.value('lock.status', {})).toMatchObject({ enabled: true, waitSeconds: 1 })
  })
})
