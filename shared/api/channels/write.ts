/** Every change, each one an undoable action with its label. Entity values are checked again by the schema of the entity. */
import { z } from 'zod'
import type { Id } from '../../domain/facts.ts'
import { BUDGET_ACCOUNTS } from '../../domain/words.ts'
import type { Finding } from '../../rules/explanation.ts'
import {
  centsField,
  dayField,
  fiscalYearField,
  idField,
  optionalText,
  positiveCents,
} from '../../schemas/values.ts'
import { channel } from '../channel.ts'

export const entityNames = [
  'employer',
  'position',
  'attachment',
  'person',
  'contract',
  'contractAmendment',
  'agreement',
  'agreementAmendment',
  'grant',
  'instalment',
  'payment',
  'allocation',
  'monthlyCost',
  'dedicatedFund',
  'budgetLine',
  'freeDeadline',
  'savedView',
  'ruleFigure',
  'aidScale',
  'aidScaleYear',
  'scenario',
] as const
const entityName = z.enum(entityNames)
const values = z.record(
  z.string().max(60),
  z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()]),
)

/** What a write says back: ids, warnings kept on the screen, the label now under "Annuler". */
export interface Written {
  readonly id: Id
  readonly warnings: readonly Finding[]
}

export interface CellOutcome {
  readonly index: number
  readonly ok: boolean
  readonly id: Id | null
  readonly message: string | null
  readonly code: string | null
  /** Refused because of this field. */
  readonly field?: string
  /** Written, but without these fields: each was wrong by itself, the others of the object were right. */
  readonly refused?: readonly { readonly field: string; readonly message: string }[]
  readonly warnings?: readonly Finding[]
}

export interface CellsWritten {
  readonly outcomes: readonly CellOutcome[]
  readonly written: number
  readonly revision: number
}

export const writeChannels = {
  /** Creates (`id` null) or changes the fields given; fields left out keep their value. */
  'write.save': channel<Written>()(z.strictObject({ entity: entityName, id: idField.nullable(), values })),
  'write.delete': channel<{ readonly deleted: number }>()(
    z.strictObject({ entity: entityName, ids: z.array(idField).min(1).max(10_000) }),
  ),
  /**
   * One undoable step for many cells or new rows (paste, fill down, bulk edit). Right ones are written, each wrong one is said.
   * A new row may name what it belongs to in words: `position`, `person`, `employer`, `agreement`, `instalment`. Rows read at
   * `revision` or later hold what was written.
   */
  'write.cells': channel<CellsWritten>()(
    z.strictObject({
      label: z.string().min(1).max(120),
      changes: z
        .array(z.strictObject({ entity: entityName, id: idField.nullable(), values }))
        .min(1)
        .max(50_000),
      /** Judged as it would be written, and nothing is written: what a preview shows. */
      dryRun: z.boolean().optional(),
    }),
  ),
  /** New post with its first attachment, or new contract with its person, in one step. */
  'write.newPosition': channel<Written>()(
    z.strictObject({ employerId: idField, startsOn: dayField, values }),
  ),
  'write.newContract': channel<Written>()(
    z.strictObject({ positionId: idField, personId: idField.nullable(), person: values.nullable(), values }),
  ),
  /** Agreement with its grants and its tranches, from a scale or typed, in one step. */
  'write.newAgreement': channel<Written>()(
    z.strictObject({
      values,
      grants: z
        .array(
          z.strictObject({
            positionId: idField,
            year: z.int().min(1).max(10),
            baseCents: centsField,
            bonusCents: centsField,
          }),
        )
        .max(5000),
      instalments: z.array(values).max(5000),
    }),
  ),
  'write.recordPayment': channel<Written>()(
    z.strictObject({
      employerId: idField,
      funder: z.string().trim().min(1).max(200),
      receivedOn: dayField,
      amountCents: centsField,
      bankReference: optionalText,
      titleNumber: optionalText,
      titleIssuedOn: dayField.nullable(),
      bordereau: optionalText,
      p503: optionalText,
      note: optionalText,
      allocations: z.array(z.strictObject({ instalmentId: idField, amountCents: centsField })).max(500),
    }),
  ),
  /** Dedicated funds of an agreement, in one step: the years given stand for all, a year that says nothing is taken out. */
  'write.dedicatedFunds': channel<Written>()(
    z.strictObject({
      agreementId: idField,
      years: z
        .array(
          z.strictObject({
            fiscalYear: fiscalYearField,
            carriedCents: positiveCents,
            usedCents: positiveCents,
            note: optionalText,
          }),
        )
        .max(100),
    }),
  ),
  /** The budget of a structure itself, or of one of its agreements, in one step: accounts left out have no planned amount. */
  'write.budget': channel<Written>()(
    z.strictObject({
      employerId: idField,
      agreementId: idField.nullable(),
      fiscalYear: fiscalYearField,
      lines: z
        .array(z.strictObject({ account: z.enum(BUDGET_ACCOUNTS), amountCents: positiveCents }))
        .max(BUDGET_ACCOUNTS.length),
    }),
  ),
  /** What of a recorded payment no tranche has yet, given to tranches. */
  'write.allocatePayment': channel<Written>()(
    z.strictObject({
      paymentId: idField,
      allocations: z
        .array(z.strictObject({ instalmentId: idField, amountCents: centsField }))
        .min(1)
        .max(500),
    }),
  ),
  /** A scale with its years, in one step; years beyond those given are removed. */
  'write.aidScale': channel<Written>()(
    z.strictObject({
      id: idField.nullable(),
      values,
      years: z
        .array(z.strictObject({ baseCents: centsField, bonusCents: centsField }))
        .min(1)
        .max(10),
    }),
  ),
  'write.answerDeadline': channel<Written>()(
    z.strictObject({
      key: z.string().min(1).max(200),
      forDay: dayField,
      answer: z.enum(['done', 'postponed', 'ignored']),
      postponedTo: dayField.nullable(),
      reason: optionalText,
    }),
  ),
  'write.clearAnswer': channel<Written>()(z.strictObject({ key: z.string().min(1).max(200) })),
  'write.setting': channel<Written>()(
    z.strictObject({ key: z.string().min(1).max(100), value: z.string().max(20_000) }),
  ),
  'write.undo': channel<{ readonly label: string } | null>()(z.strictObject({})),
  'write.redo': channel<{ readonly label: string } | null>()(z.strictObject({})),
} as const
