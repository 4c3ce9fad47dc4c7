/** journal.weigh, journal.lighten: what the change log takes, and taking the detail of old acts out of it, after a checked copy. */
import { statSync } from 'node:fs'
import { type journalChannels, KEEP_DAYS, type LighteningChoice } from '#shared/api/channels/journal.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { type Day, isDay } from '#shared/domain/day.ts'
import { JOURNAL_TEXT } from '#shared/text/dossier/journal.ts'
import type { ReadableDb } from '../../store/dossier.ts'
import { KEPT_ACTS, lastLightened, logSize, weigh } from '../../store/lighten.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'

type JournalServices = {
  readonly [C in keyof typeof journalChannels]: (context: ServiceContext, input: Parsed<C>) => Output<C>
}

export function journalServices({
  beforeBulk,
  notes,
}: Pick<Session, 'beforeBulk' | 'notes'>): JournalServices {
  return {
    'journal.weigh': ({ dossier }) =>
      dossier.read((db) => {
        const { acts, bytes, fileBytes } = logSize(db)
        const choices = KEEP_DAYS.map((keepDays) => choiceOf(db, keepDays))
        return { fileBytes, logBytes: bytes, acts, keptActs: KEPT_ACTS, choices }
      }),

    'journal.lighten'({ dossier }, { keepDays }) {
      const { acts, files, until } = dossier.read((db) => choiceOf(db, keepDays))
      if (until === null) throw new Refusal({ code: 'journal.nothing', message: JOURNAL_TEXT.nothing })
      // Whatever their number: what goes is the past itself.
      beforeBulk(Number.POSITIVE_INFINITY)
      const bytesBefore = sizeOf(dossier.path)
      const { shrunk } = dossier.lightenHistory(JOURNAL_TEXT.lightened(acts, until), keepDays)
      notes.settle('journal')
      return { acts, files, bytesBefore, bytesAfter: sizeOf(dossier.path), shrunk }
    },
  }
}

function choiceOf(db: ReadableDb, keepDays: LighteningChoice['keepDays']): LighteningChoice {
  const { until, acts, files, bytes } = weigh(db, lastLightened(db, keepDays))
  return { keepDays, until: dayOrNull(until), acts, files, bytes }
}

function dayOrNull(text: string | null): Day | null {
  return isDay(text) ? text : null
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
