/** Copies nobody asks for, over a place that answers nothing: what is not done any more is never silent. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { Refusal } from '../../../electron/refusal.ts'
import { automaticCopies } from '../../../electron/services/session/automatic-copies.ts'
import { memoryDossier } from '../../support/memory-dossier.ts'

const HOUR = 60 * 60 * 1000
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

test('A copy that never ends is said at the next hour, and is not begun again behind it', async () => {
  let begun = 0
  let isStuck = true
  let finish = () => {}
  const notAsked = () => {
    throw new Error('no copy was asked for by name')
  }
  const store = {
    backup: notAsked,
    backupAtOnce: notAsked,
    isCopied: () => false,
    bringCopiesUp() {
      begun += 1
      return new Promise<void>((done) => {
        finish = done
        if (!isStuck) done()
      })
    },
  }
  const copies = automaticCopies(store, (error) =>
    error instanceof Refusal ? error.error : error === null ? null : doorErrorOf('internal'),
  )
  const dossier = memoryDossier()
  dossier.act({ label: 'ajout', kind: 'edit' }, (db) =>
    db.insert('person', { last_name: 'Roux', first_name: '' }),
  )
  copies.follow(dossier)
  await vi.waitFor(() => expect(begun).toBe(1))
  expect(copies.trouble()).toBeNull()
  vi.advanceTimersByTime(2 * HOUR)
  expect(copies.trouble()).toContain('n’est toujours pas finie')
  expect(begun).toBe(1)

  isStuck = false
  finish()
  await copies.settled()
  expect(copies.trouble()).toBeNull()
  vi.advanceTimersByTime(HOUR)
  await copies.settled()
  expect([begun, copies.trouble()]).toEqual([2, null])
  copies.stop()
  dossier.close()
})
