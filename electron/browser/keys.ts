/**
 * The keys of the printed address, one in force at a time, each for one browser. A key shown again by another browser was seen by two:
 * who came first cannot be told, so what it opened is shut, and another key takes its place.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Keyed {
  /** The cookie's value. */
  readonly cookie: string
  /** Handed once with the cookie, kept by the page itself. */
  readonly pageToken: string
}

export type Exchange =
  | ({ readonly kind: 'opened' } & Keyed)
  /** `at`: instant it was used for the first time. `shutNow`: what it had opened was open until now. */
  | { readonly kind: 'used'; readonly at: string; readonly shutNow: boolean }
  | { readonly kind: 'unknown' }

export interface Keys {
  /** `?cle=…` of the address in force. */
  readonly current: string
  exchange(key: string, now: string): Exchange
  isCookie(value: string): boolean
  isPageToken(value: string): boolean
  /** Instant at which what this cookie opened was shut; null where it never was. */
  shutAt(cookie: string): string | null
}

interface Door extends Keyed {
  readonly key: string
  usedAt: string | null
  shutAt: string | null
}

export function createKeys(): Keys {
  const doors: Door[] = [newDoor()]
  const last = () => doors[doors.length - 1] as Door
  const open = () => (last().usedAt === null ? null : last())
  return {
    get current() {
      return last().key
    },
    exchange(key, now) {
      const door = doors.find((each) => sameSecret(key, each.key))
      if (door === undefined) return { kind: 'unknown' }
      if (door.usedAt === null) {
        door.usedAt = now
        return { kind: 'opened', cookie: door.cookie, pageToken: door.pageToken }
      }
      const shutNow = door.shutAt === null
      if (shutNow) {
        door.shutAt = now
        doors.push(newDoor())
      }
      return { kind: 'used', at: door.usedAt, shutNow }
    },
    isCookie(value) {
      const door = open()
      return door !== null && sameSecret(value, door.cookie)
    },
    isPageToken(value) {
      const door = open()
      return door !== null && sameSecret(value, door.pageToken)
    },
    shutAt: (cookie) => doors.find((each) => sameSecret(cookie, each.cookie))?.shutAt ?? null,
  }
}

function newDoor(): Door {
  const secret = () => randomBytes(32).toString('base64url')
  return { key: secret(), cookie: secret(), pageToken: secret(), usedAt: null, shutAt: null }
}

/** Compared through digests of one length: neither the length nor the first wrong letter shows in the time taken. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
