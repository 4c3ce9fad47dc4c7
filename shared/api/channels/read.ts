/** Everything the page reads. Answers are whole views, derived at the day the shell hands in. */
import { z } from 'zod'
import type { AidScale, AidScaleYear, Entities, EntityName, SavedView } from '../../domain/facts.ts'
import type { Renewal } from '../../rules/engine/contracts/renewal.ts'
import type { Deadline } from '../../rules/engine/deadlines/deadline.ts'
import type { Departure } from '../../rules/engine/departure.ts'
import type { Explanation } from '../../rules/explanation.ts'
import { dayField, fiscalYearField, idField, positiveCents } from '../../schemas/values.ts'
import type { AgreementFunds, Budget } from '../accounts.ts'
import { channel } from '../channel.ts'
import type { GridAnswer } from '../views/grid-rows.ts'
import type { HomeView } from '../views/home.ts'
import type { JournalEntry } from '../views/journal.ts'
import type { PositionSheet } from '../views/position-sheet.ts'

export const gridNames = [
  'positions',
  'contracts',
  'instalments',
  'payments',
  'agreements',
  'employers',
  'persons',
] as const
const aidAmounts = [
  'notifiedCents',
  'earnedCents',
  'receivedCents',
  'outstandingCents',
  'claimableCents',
  'lateCents',
  'cancelledCents',
  'overpaidCents',
] as const

export const readChannels = {
  /** `known`: the tag of an answer the asker still has; only the rows that differ are then given. */
  'read.grid': channel<GridAnswer>()(
    z.strictObject({
      grid: z.enum(gridNames),
      employerId: idField.nullable(),
      known: z.string().max(60).nullable().optional(),
    }),
  ),
  'read.home': channel<HomeView>()(z.strictObject({ employerId: idField.nullable() })),
  'read.position': channel<PositionSheet | null>()(z.strictObject({ positionId: idField })),
  'read.deadlines': channel<readonly Deadline[]>()(
    z.strictObject({
      employerId: idField.nullable(),
      withinDays: z.int().min(0).max(3660).nullable(),
      answered: z.boolean(),
    }),
  ),
  'read.journal': channel<readonly JournalEntry[]>()(
    z.strictObject({
      positionId: idField.nullable(),
      before: idField.nullable(),
      limit: z.int().min(1).max(500),
      /** Only actions of that kind: the imports. */
      kind: z.string().max(40).optional(),
    }),
  ),
  'read.entity': channel<Entities[EntityName] | null>()(z.strictObject({ entity: z.string(), id: idField })),
  'read.scales': channel<readonly (AidScale & { readonly years: readonly AidScaleYear[] })[]>()(
    z.strictObject({}),
  ),
  /** Dedicated funds of an agreement, year by year, beside what the rules know of each. */
  'read.dedicatedFunds': channel<AgreementFunds | null>()(z.strictObject({ agreementId: idField })),
  /** Planned amounts of a structure itself, or of one of its agreements, for one fiscal year. */
  'read.budget': channel<Budget | null>()(
    z.strictObject({ employerId: idField, agreementId: idField.nullable(), fiscalYear: fiscalYearField }),
  ),
  'read.explain': channel<Explanation | null>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('deadline'), key: z.string().max(200) }),
      z.strictObject({ kind: z.literal('position-state'), positionId: idField }),
      z.strictObject({ kind: z.literal('position-amount'), positionId: idField, amount: z.enum(aidAmounts) }),
      z.strictObject({
        kind: z.literal('agreement-amount'),
        agreementId: idField,
        amount: z.enum(aidAmounts),
      }),
      z.strictObject({ kind: z.literal('contract-notice'), contractId: idField }),
      z.strictObject({ kind: z.literal('vacancy-limit'), positionId: idField }),
    ]),
  ),
  /** What may follow a contract, and what the rules say of the choice being made. Null: nothing to renew. */
  'read.renewal': channel<Renewal | null>()(
    z.strictObject({
      contractId: idField,
      choice: z
        .strictObject({
          /** Null: permanent contract. */
          endsOn: dayField.nullable(),
          permanent: z.boolean(),
          monthlyGrossCents: positiveCents.nullable(),
        })
        .nullable(),
    }),
  ),
  /** What follows a departure on that day, before it is written. Null: no such contract. */
  'read.departure': channel<Departure | null>()(z.strictObject({ contractId: idField, endedOn: dayField })),
  /** Views of one grid that someone named, in their order. Written through `write.save` like any entity. */
  'read.savedViews': channel<readonly SavedView[]>()(z.strictObject({ grid: z.enum(gridNames) })),
  /** Palette: posts, persons, agreements, employers whose words match. */
  'read.search': channel<
    readonly {
      readonly kind: 'position' | 'person' | 'agreement' | 'employer'
      readonly id: number
      readonly label: string
      readonly detail: string
    }[]
  >()(z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100) })),
} as const
