/** The lock of the screen: a phrase asked on opening and after a while without a sign of life. */
import { z } from 'zod'
import { channel } from '../channel.ts'

export interface LockView {
  readonly enabled: boolean
  readonly locked: boolean
  /** Without a sign of life. */
  readonly minutes: number
  /** Before a phrase is judged again, after a wrong one; 0: now. */
  readonly waitSeconds: number
}

const phrase = z.string().min(1).max(200)

export const lockChannels = {
  'lock.status': channel<LockView>()(z.strictObject({})),
  /** A person is there. */
  'lock.awake': channel<LockView>()(z.strictObject({})),
  'lock.now': channel<LockView>()(z.strictObject({})),
  'lock.unlock': channel<LockView>()(z.strictObject({ passphrase: phrase })),
  /** `current`: the phrase in force, where there is one. `passphrase` null: no lock any more. */
  'lock.set': channel<LockView>()(
    z.strictObject({
      current: phrase.nullable(),
      passphrase: z.string().min(6).max(200).nullable(),
      minutes: z.int().min(1).max(240),
    }),
  ),
} as const
