/** What the settings screen and the forms read beside the views: settings, figures in force, and what a change would be told. */
import { z } from 'zod'
import type { RuleFigure, Setting } from '../../domain/facts.ts'
import type { Finding } from '../../rules/explanation.ts'
import type { Figure } from '../../rules/figures/figure.ts'
import { idField } from '../../schemas/values.ts'
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
