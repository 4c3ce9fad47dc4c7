/** At most one notification a day, only of what is late, without a name in it; and a switch to have none. */
import { z } from 'zod'
import type { Day } from '#shared/domain/day.ts'
import { desktopText } from '#shared/text/shells/desktop.ts'
import { readSmallFile, writeSmallFile } from '../services/session/small-file.ts'

const memorySchema = z.strictObject({ on: z.boolean(), lastOn: z.string().nullable() })

export interface DailyNotice {
  readonly on: boolean
  set(on: boolean): void
  /** Shows the notice of the day where it is due. */
  consider(status: {
    readonly today: Day
    readonly lateCount: number | null
    readonly name: string | null
  }): void
}

export function dailyNotice(file: string, show: (title: string, body: string) => void): DailyNotice {
  const read = () => readSmallFile(file, memorySchema, { on: true, lastOn: null })
  return {
    get on() {
      return read().on
    },
    set(on) {
      writeSmallFile(file, { ...read(), on })
    },
    consider({ today, lateCount, name }) {
      const memory = read()
      if (!memory.on || memory.lastOn === today || (lateCount ?? 0) === 0 || name === null) return
      // Not remembered, not shown: a notice that could come back at every start is worse than none.
      if (!writeSmallFile(file, { ...memory, lastOn: today })) return
      show(desktopText.notification.title(name), desktopText.notification.late(lateCount ?? 0))
    },
  }
}
