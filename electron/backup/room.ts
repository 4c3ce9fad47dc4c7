/** Room for a copy on a full disk: the oldest copies of that dossier give way, never the last ones, and how many is told. */
import { statSync } from 'node:fs'
import { Refusal } from '../refusal.ts'
import { causeOf, codeOf } from '../store/causes.ts'
import { makeRoom } from './rotate.ts'

export interface Room {
  /** Does it; where the disk was full, once more after the oldest copies gave way. */
  for<T>(work: () => Promise<T>): Promise<T>
  forAtOnce<T>(work: () => T): T
  /** Copies that gave way so far. */
  readonly givenUp: number
}

/** `source`: the file to be copied there. */
export function withRoom(folder: string, source: string): Room {
  let givenUp = 0
  const mayTryAgain = (error: unknown): boolean => {
    if (givenUp > 0 || !isFull(error)) return false
    givenUp = makeRoom(folder, statSync(source, { throwIfNoEntry: false })?.size ?? 0)
    return givenUp > 0
  }
  return {
    async for(work) {
      try {
        return await work()
      } catch (error) {
        if (!mayTryAgain(error)) throw error
        return work()
      }
    },
    forAtOnce(work) {
      try {
        return work()
      } catch (error) {
        if (!mayTryAgain(error)) throw error
        return work()
      }
    },
    get givenUp() {
      return givenUp
    },
  }
}

function isFull(error: unknown): boolean {
  if (error instanceof Refusal) return error.error.code === 'file.disk-full'
  return causeOf(codeOf(error)) === 'full'
}
