/** An import told in few words, so that the expected plan of a fixture can be read and written by hand. */
import { readFileSync } from 'node:fs'
import { day } from '#shared/domain/day.ts'
import { planFile, readForImport, writePlanned } from '../../../electron/services/import/import-file.ts'
import { Refusal } from '../../../electron/services/service.ts'
import { memoryDossier } from '../memory-dossier.ts'

export const CORPUS = new URL('../../fixtures/import/', import.meta.url)
const TODAY = day('2026-11-23')

export interface ExpectedPlan {
  /** What this file is in the corpus for. */
  readonly about: string
  /** Files brought in before it. */
  readonly before?: readonly string[]
  readonly profile?: string
  readonly mapping?: unknown
  readonly leaveOut?: readonly number[]
  /** Recorded by `digestOf`. */
  readonly plan: Digest
}

export type Digest =
  | { readonly refused: string }
  | {
      readonly recognised: string
      readonly columns: Readonly<Record<string, string | null>>
      readonly rows: string
      readonly objects: Readonly<Record<string, string>>
      readonly lines: readonly string[]
      readonly notices: readonly string[]
      readonly written: readonly string[]
    }

export type Request = Omit<ExpectedPlan, 'about' | 'plan'>

/** Plans the file, writes it, and plans it again: `again` must hold nothing to write. */
export function digestOf(
  fileName: string,
  request: Request,
): { readonly digest: Digest; readonly again: readonly unknown[] } {
  const dossier = memoryDossier()
  const plan = (name: string, asked: Request) =>
    planFile({
      ...readForImport(dossier),
      bytes: readFileSync(new URL(name, CORPUS)),
      fileName: name,
      today: TODAY,
      profile: asked.profile ?? null,
      mapping: asked.mapping === undefined ? null : JSON.stringify(asked.mapping),
      leaveOut: asked.leaveOut ?? [],
    })
  for (const name of request.before ?? []) {
    const asked = requestOf(name)
    writePlanned(
      dossier,
      plan(name, asked),
      asked.mapping === undefined ? null : JSON.stringify(asked.mapping),
    )
  }
  try {
    const planned = plan(fileName, request)
    const { plan: p, operations, notices } = planned
    const sheets = [p, ...p.others]
    const [encoding, separator] = [p.encoding, p.separator === '\t' ? 'tab' : p.separator]
    const counts = (c: typeof p.rows) =>
      `${c.read} = ${c.created} created + ${c.modified} modified + ${c.unchanged} unchanged + ${c.rejected} rejected`
    const digest: Digest = {
      recognised: sheets
        .map((s) =>
          [s.profile, encoding, separator, s.sheet, `headers ${s.headerLine}`]
            .filter((x) => x !== null)
            .join(' · '),
        )
        .join(' + '),
      columns: Object.fromEntries(
        sheets.flatMap((s) => s.columns.map((c) => [`${s === p ? '' : `${s.sheet} / `}${c.name}`, c.field])),
      ),
      rows: counts(p.all.rows),
      objects: Object.fromEntries(Object.entries(p.all.objects).map(([entity, c]) => [entity, counts(c)])),
      lines: sheets
        .flatMap((s) => s.preview)
        .map((row) => {
          const cells = row.cells.flatMap((c) => [
            ...(c.problem === undefined
              ? []
              : [`${c.column}=${JSON.stringify(c.raw)} ${c.problem.severity} ${c.problem.code}`]),
            ...(c.before === undefined ? [] : [`${c.column}: ${String(c.before)} → ${String(c.value)}`]),
          ])
          const line = row.sheet === undefined ? `${row.line}` : `${row.sheet} ${row.line}`
          return [`${line} ${row.fate}`, ...cells, ...row.messages.map((m) => m.code)].join(' | ')
        }),
      notices: notices.map((n) => `${n.line ?? 'file'} ${n.code}`),
      written: operations.map((o) =>
        o.op === 'delete'
          ? `${o.op} ${o.entity} ${o.id}`
          : `${o.op} ${o.entity} ${o.id} ${JSON.stringify(o.op === 'insert' ? kept(o.values) : o.values)}`,
      ),
    }
    writePlanned(dossier, planned, request.mapping === undefined ? null : JSON.stringify(request.mapping))
    return { digest, again: plan(fileName, request).operations }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { digest: { refused: `${error.error.code}: ${error.error.message}` }, again: [] }
  }
}

/** How the corpus asks for that file to be read. */
function requestOf(name: string): Request {
  const {
    about: _,
    plan: __,
    ...request
  } = JSON.parse(readFileSync(new URL(`${name}.plan.json`, CORPUS), 'utf8')) as ExpectedPlan
  return request
}

/** Values a reader would miss nothing without: defaults are left out. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  fiscalYearStart: '01-01',
  kind: 'adviser',
  zone: 'metropole',
  weeklyMinutes: 2100,
  earningMethod: 'months',
  accountingMethod: 'months',
}

function kept(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([field, v]) => v !== null && v !== false && DEFAULTS[field] !== v),
  )
}
