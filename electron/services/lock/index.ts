/** The lock of the screen behind the door: seen, set, closed, opened. The only services answered while it is on. */
import type { lockChannels } from '#shared/api/channels/lock.ts'
import type { Channel, Output, Parsed } from '#shared/api/contract.ts'
import { LOCK_TEXT } from '#shared/text/dossier/lock.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'
import type { Verdict } from './screen-lock.ts'

type LockServices = {
  readonly [C in keyof typeof lockChannels]: (
    context: ServiceContext,
    input: Parsed<C>,
  ) => Output<C> | Promise<Output<C>>
}

/** What is answered while the screen is locked; `file.status` then says nothing but that it is. */
export const ANSWERED_LOCKED: ReadonlySet<Channel> = new Set(['file.status', 'lock.status', 'lock.unlock'])
/** Asked by the page by itself: no sign of a person. */
export const NO_SIGN_OF_LIFE: ReadonlySet<Channel> = new Set(['file.status', 'lock.status', 'jobs.get'])

export function lockedRefusal(): Refusal {
  return new Refusal({ code: 'lock.locked', message: LOCK_TEXT.locked })
}

export function lockServices({ screenLock }: Pick<Session, 'screenLock'>): LockServices {
  const expectRight = (verdict: Verdict) => {
    if (verdict === 'right') return
    const { waitSeconds } = screenLock.view()
    throw verdict === 'early'
      ? new Refusal({ code: 'lock.wait', message: LOCK_TEXT.early(waitSeconds) })
      : new Refusal({ code: 'lock.wrong', message: LOCK_TEXT.wrong(waitSeconds) })
  }
  return {
    'lock.status': () => screenLock.view(),
    'lock.awake': () => screenLock.view(),
    'lock.now'() {
      screenLock.lock()
      return screenLock.view()
    },
    async 'lock.unlock'(_context, { passphrase }) {
      expectRight(await screenLock.unlock(passphrase))
      return screenLock.view()
    },
    async 'lock.set'(_context, { current, passphrase, minutes }) {
      expectRight(await screenLock.set(current, passphrase, minutes))
      return screenLock.view()
    },
  }
}
