/**
 * The interchange file: a whole dossier, or a part of it, as one JSON value. Every object of the store under its own name, rows
 * as the domain holds them (days as YYYY-MM-DD, money in whole cents). Documented in docs/interchange.md; its JSON Schema is
 * derived from what is below. The change log is not in it: it is the history of one file, not of the facts.
 */
import { z } from 'zod'
import { dayProblem, FIRST_DAY, LAST_DAY } from '#shared/domain/day.ts'
import type { EntityName } from '#shared/domain/facts.ts'
import { MOST_BROUGHT_ID } from '#shared/domain/ids.ts'
import { seen } from '#shared/domain/seen-text.ts'
import { ANSWERS, OWNER_KINDS } from '#shared/domain/words.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { idField, month, monthDay } from '#shared/schemas/values.ts'
import { issueReason } from '#shared/text/errors/input-errors.ts'
import type { FieldKind, StoredEntities, StoredName } from '../../store/fields.ts'
import { entityTables } from '../../store/tables.ts'

export const INTERCHANGE_FORMAT = 'jalon'
export const INTERCHANGE_VERSION = 2

/** Name of each list in the file, in the order their rows must be written. */
export const LISTS = {
  employer: 'employers',
  position: 'positions',
  attachment: 'attachments',
  person: 'persons',
  contract: 'contracts',
  contractAmendment: 'contractAmendments',
  agreement: 'agreements',
  agreementAmendment: 'agreementAmendments',
  grant: 'grants',
  instalment: 'instalments',
  payment: 'payments',
  allocation: 'allocations',
  monthlyCost: 'monthlyCosts',
  dedicatedFund: 'dedicatedFunds',
  budgetLine: 'budgetLines',
  freeDeadline: 'freeDeadlines',
  deadlineAnswer: 'deadlineAnswers',
  ruleFigure: 'ruleFigures',
  aidScale: 'aidScales',
  aidScaleYear: 'aidScaleYears',
  setting: 'settings',
  savedView: 'savedViews',
  scenario: 'scenarios',
  stateDifference: 'stateDifferences',
  importMapping: 'importMappings',
  document: 'documents',
} as const satisfies Record<StoredName, string>

export const LISTED = Object.keys(LISTS) as readonly StoredName[]

export type Lists = { readonly [N in StoredName as (typeof LISTS)[N]]: readonly StoredEntities[N][] }

export interface DocumentContent {
  readonly sha256: string
  readonly base64: string
}

export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'employers'; readonly names: readonly string[] }
  | { readonly kind: 'person'; readonly name: string }

export interface Interchange extends Lists {
  readonly format: typeof INTERCHANGE_FORMAT
  readonly version: typeof INTERCHANGE_VERSION
  readonly exportedOn: string
  readonly demo: boolean
  readonly scope: Scope
  readonly documentContents: readonly DocumentContent[]
}

/** Fields that may be null, where the schemas of the forms do not say so. */
const NULLABLE: Readonly<Partial<Record<StoredName, readonly string[]>>> = {
  deadlineAnswer: ['postponedTo', 'reason'],
  document: ['checklistItem'],
  stateDifference: ['stateValue', 'ownValue', 'note'],
}
const CODES: Readonly<Record<string, readonly string[]>> = {
  'deadlineAnswer.answer': ANSWERS,
  'document.ownerKind': OWNER_KINDS,
  'stateDifference.decision': ['open', 'accepted', 'kept', 'contested'],
}

function baseOf(kind: FieldKind): z.ZodType {
  switch (kind) {
    case 'day':
      return z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .refine((text) => dayProblem(text) === null, {
          error: ({ input }) => issueReason({ code: 'custom', path: [], message: dayProblem(input) ?? '' }),
        })
        .meta({ description: `A day that exists, from ${FIRST_DAY} to ${LAST_DAY}` })
    case 'cents':
    case 'integer':
      return z.int()
    case 'boolean':
      return z.boolean()
    case 'ref':
      return idField.max(MOST_BROUGHT_ID)
    case 'text':
      return z.string().overwrite(seen)
  }
}

function fieldSchema(name: StoredName, field: string, kind: FieldKind): z.ZodType {
  const form = Object.hasOwn(entitySchemas, name)
    ? (entitySchemas[name as EntityName].shape as Readonly<Record<string, z.ZodType>>)[field]
    : undefined
  const codes = CODES[`${name}.${field}`] ?? enumValues(form)
  const base = codes === null ? measured(baseOf(kind), kind, form) : z.enum(codes as [string, ...string[]])
  const nullable = form === undefined ? NULLABLE[name]?.includes(field) : form.safeParse(null).success
  return nullable === true ? base.nullable() : base
}

/** Amounts, counts, years and months are bounded as the forms bound them, in the words of the forms. */
function measured(base: z.ZodType, kind: FieldKind, form: z.ZodType | undefined): z.ZodType {
  const isMeasure = kind === 'cents' || kind === 'integer' || MEASURES.has(bare(form))
  if (form === undefined || !isMeasure) return base
  return base.superRefine((value, context) => {
    const issue = form.safeParse(value).error?.issues[0]
    if (issue !== undefined) context.addIssue({ code: 'custom', message: issueReason(issue) })
  })
}

/** Texts that are a measure of time. */
const MEASURES: ReadonlySet<unknown> = new Set([month, monthDay])

/** Under its defaults and its nullability. */
function bare(schema: z.ZodType | undefined): unknown {
  let inner: unknown = schema
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodNullable) inner = inner.def.innerType
  return inner
}

/** The codes of an enumeration. */
function enumValues(schema: z.ZodType | undefined): readonly string[] | null {
  const inner = bare(schema)
  return inner instanceof z.ZodEnum ? inner.options.map(String) : null
}

function rowSchema(name: StoredName): z.ZodType {
  const fields: Record<string, z.ZodType> = { id: idField.max(MOST_BROUGHT_ID) }
  for (const { field, kind } of entityTables[name].columns) fields[field] = fieldSchema(name, field, kind)
  return z.strictObject(fields)
}

const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('employers'), names: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('person'), name: z.string() }),
])

/** Of the rows of each list. */
export const rowSchemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(LISTED.map((name) => [LISTS[name], rowSchema(name)])),
  documentContents: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), base64: z.base64() }),
}

export const interchangeSchema = z.strictObject({
  format: z.literal(INTERCHANGE_FORMAT),
  version: z.literal(INTERCHANGE_VERSION),
  exportedOn: baseOf('day'),
  demo: z.boolean(),
  scope: scopeSchema,
  ...Object.fromEntries(Object.entries(rowSchemas).map(([list, row]) => [list, z.array(row)])),
})

/** Lists each version added: a file written before them says the same as one where they are empty. */
const ADDED: readonly { readonly version: number; readonly lists: readonly (keyof Lists)[] }[] = [
  { version: 2, lists: ['dedicatedFunds', 'budgetLines'] },
]

/** The same file as the present version would have written it. Only for a version before the present one. */
export function upgraded(
  file: Readonly<Record<string, unknown>>,
  version: number,
): Readonly<Record<string, unknown>> {
  const missing = ADDED.filter((added) => added.version > version).flatMap((added) => added.lists)
  return { ...file, version: INTERCHANGE_VERSION, ...Object.fromEntries(missing.map((list) => [list, []])) }
}

/** Published in docs/interchange.schema.json; a test keeps the two equal. */
export function interchangeJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(interchangeSchema, { target: 'draft-2020-12' }),
    $id: `jalon-interchange-${INTERCHANGE_VERSION}`,
    title: `Jalon interchange, version ${INTERCHANGE_VERSION}`,
  }
}

export const NO_ROWS = Object.fromEntries(Object.values(LISTS).map((list) => [list, []])) as unknown as Lists
