import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/api/contract.ts'
import { screenLock } from '../../../electron/services/lock/screen-lock.ts'
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
    expect(await app.value('lock.set', { current: PHRASE, passphrase: null, minutes: 5 })).toMatchObject({
      enabled: false,
    })
    expect(await app.value('lock.now', {})).toMatchObject({ locked: false })
  })

  test('is on when Jalon starts, and where its file was spoiled it is off: dossiers are not held hostage', () => {
    const place = dossierFolder()
    const file = place.path('verrouillage.json')
    const make = () => screenLock({ file, changed: () => {} })
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
      minuteMs: 400,
      changed: () => {
        changes += 1
      },
    })
    await lock.set(null, PHRASE, 1)
    for (let n = 0; n < 4; n += 1) {
      await wait(150)
      lock.awake()
    }
    expect(lock.locked).toBe(false)
    await wait(700)
    expect([lock.locked, changes]).toEqual([true, 1])
    lock.stop()
    place.remove()
  })

  test('answers wrong phrases later and later, one at a time', async () => {
    const place = dossierFolder()
    const lock = screenLock({ file: place.path('l.json'), firstWaitMs: 120, changed: () => {} })
    await lock.set(null, PHRASE, 1)
    lock.lock()
    const started = performance.now()
    const answers = await Promise.all(Array.from({ length: 4 }, () => lock.unlock('non')))
    expect(answers).toEqual([false, false, false, false])
    expect(performance.now() - started).toBeGreaterThan(120 + 240 + 480)
    lock.stop()
    place.remove()
  })
})
