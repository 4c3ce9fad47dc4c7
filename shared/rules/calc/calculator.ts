/** What a calculator is: a schema, and a function of what the schema accepted. */
import { z } from 'zod'
import { BUILT_IN_SCALES, type Scale } from '../aid/scales.ts'
import type { Basis, Step } from '../explanation.ts'
import { BUILT_IN_FIGURES, type Figures } from '../figures/figures.ts'

/** What the calculators read beside their input: the figures and scales in force, the user's included. */
export interface CalcRules {
  readonly figures: Figures
  readonly scales: readonly Scale[]
}

export const BUILT_IN_RULES: CalcRules = { figures: BUILT_IN_FIGURES, scales: BUILT_IN_SCALES }

export interface CalcError {
  readonly code: string
  /** Path of the field in the input: "startsOn", "periods.1.endsOn"; "input" for the whole; "calc" for the name. */
  readonly field: string
}

export interface CalcOutput {
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export type CalcAnswer<O extends CalcOutput = CalcOutput> =
  | { readonly output: O }
  | { readonly error: CalcError }

export type Calculator = (input: unknown, rules: CalcRules) => CalcAnswer

/** An answer refused by the rule itself, once the input is well formed. */
export function refused(code: string, field: string): { readonly error: CalcError } {
  return { error: { code, field } }
}

export function calculator<S extends z.ZodType>(
  schema: S,
  run: (input: z.infer<S>, rules: CalcRules) => CalcOutput | { readonly error: CalcError },
): Calculator {
  return (input, rules) => {
    const parsed = schema.safeParse(input)
    if (!parsed.success) return { error: firstError(parsed.error.issues, input) }
    const answer = run(parsed.data, rules)
    return 'error' in answer ? answer : { output: withIgnored(answer, input, schema) }
  }
}

/** The first problem in the order of the fields. Our own checks answer codes; what zod finds itself is a wrong choice. */
function firstError(issues: readonly z.core.$ZodIssue[], input: unknown): CalcError {
  const issue = issues[0]
  if (issue === undefined || issue.path.length === 0)
    return { code: issue?.message ?? 'type.object', field: 'input' }
  const field = issue.path.map(String).join('.')
  if (issue.code === 'custom' || issue.message === 'type.object') return { code: issue.message, field }
  return { code: valueAt(input, issue.path) === undefined ? 'field.missing' : 'choice.unknown', field }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )
}

/** A field the calculator does not know changes nothing, but is never passed over in silence: it may be a mistyped one. */
function withIgnored(output: CalcOutput, input: unknown, schema: z.ZodType): CalcOutput {
  const known = knownFields(schema)
  const ignored = Object.keys(input as object).filter((key) => !known.has(key))
  if (ignored.length === 0) return output
  return { ...output, steps: [...output.steps, { code: 'input.ignored', values: { fields: ignored } }] }
}

const KNOWN = new WeakMap<z.ZodType, ReadonlySet<string>>()

function knownFields(schema: z.ZodType): ReadonlySet<string> {
  const remembered = KNOWN.get(schema)
  if (remembered !== undefined) return remembered
  const names = new Set<string>()
  const objects = schema instanceof z.ZodDiscriminatedUnion ? schema.options : [schema]
  for (const object of objects)
    if (object instanceof z.ZodObject) for (const key in object.shape) names.add(key)
  KNOWN.set(schema, names)
  return names
}
