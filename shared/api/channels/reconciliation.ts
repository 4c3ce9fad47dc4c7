/** The State's list of posts beside the dossier: what differs, and what a person decides of it. */
import { z } from 'zod'
import type { Day } from '../../domain/day.ts'
import type { Id } from '../../domain/facts.ts'
import type { ComparedField } from '../../rules/reconciliation/compare.ts'
import { idField, optionalText } from '../../schemas/values.ts'
import { channel } from '../channel.ts'
import type { Written } from './write.ts'

export interface DifferenceRow {
  readonly id: Id
  readonly positionId: Id
  readonly positionLabel: string
  readonly positionStateId: string | null
  readonly employerId: Id | null
  readonly employerName: string
  readonly field: ComparedField
  readonly fieldLabel: string
  readonly stateValue: string | null
  readonly stateShown: string
  /** Ours today, derived: not the one of the day of the import. */
  readonly ownValue: string | null
  readonly ownShown: string
  /** The dossier says the same since: the next import of the list will remove the line. */
  readonly same: boolean
  /** One day apart: a known fault of the State's exports. */
  readonly oneDay: boolean
  readonly seenOn: Day
  readonly decision: 'open' | 'accepted' | 'kept' | 'contested'
  readonly note: string | null
  /** The State said something else on an earlier list: what it was is in the note. */
  readonly changed: boolean
  /** Why its value cannot be taken in one act, and where to correct it; null where it can. */
  readonly byHand: string | null
  /** Taking the State's value is one act; else it is corrected by hand where it comes from. */
  readonly canAccept: boolean
}

export const reconciliationChannels = {
  'reconciliation.rows': channel<readonly DifferenceRow[]>()(
    z.strictObject({ employerId: idField.nullable(), positionId: idField.nullable(), settled: z.boolean() }),
  ),
  'reconciliation.decide': channel<Written>()(
    z.strictObject({
      id: idField,
      decision: z.enum(['open', 'accepted', 'kept', 'contested']),
      note: optionalText,
    }),
  ),
} as const
