/** What the settings screen and the forms read beside the views: settings, figures in force, and what a change would be told. */
import { z } from 'zod'
import type { RuleFigure, Setting } from '../../domain/facts.ts'
import { CONTRACT_KINDS, GROUNDS } from '../../domain/words.ts'
import type { Finding } from '../../rules/explanation.ts'
import type { Figure } from '../../rules/figures/figure.ts'
import { dayField, idField, positiveCents } from '../../schemas/values.ts'
import { channel } from '../channel.ts'
import { entityNames } from './write.ts'

export interface FiguresView {
  /** Built-in figures and the user's, by code then day. */
  readonly all: readonly Figure[]
  /** The user's rows, with the id to change or delete them. */
  readonly own: readonly RuleFigure[]
}

/** What `write.save` would say of the same input, without writing. */
export interface ChangeCheck {
  readonly refusals: readonly { readonly field: string; readonly code: string; readonly message: string }[]
  readonly warnings: readonly Finding[]
}

export const settingsChannels = {
  'read.settings': channel<readonly Setting[]>()(z.strictObject({})),
  'read.figures': channel<FiguresView>()(z.strictObject({})),
  /** What the law, the aid and the other contracts of the post say of a contract being typed. Nothing here blocks writing it. */
  'read.contractCheck': channel<readonly Finding[]>()(
    z.strictObject({
      /** Null: a contract that does not exist yet. */
      id: idField.nullable(),
      positionId: idField,
      /** Null: somebody who is not in the dossier yet. */
      personId: idField.nullable(),
      kind: z.enum(CONTRACT_KINDS),
      startsOn: dayField,
      endsOn: dayField.nullable(),
      weeklyMinutes: z.int().min(60).max(2880),
      monthlyGrossCents: positiveCents.nullable(),
      renewsId: idField.nullable(),
      ground: z.enum(GROUNDS).nullable(),
    }),
  ),
  'read.check': channel<ChangeCheck>()(
    z.strictObject({
      entity: z.enum(entityNames),
      id: idField.nullable(),
      values: z.record(
        z.string().max(60),
        z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()]),
      ),
    }),
  ),
} as const
