/**
 * From the bytes of a file to its plan: reads, recognises sheet, headers and kind, then plans. The one way in for the screen,
 * the command line and the tests. Throws `Unreadable` where the file cannot be understood.
 */

import type { SheetFound } from '#shared/api/import.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Facts, ImportMapping, StateDifference } from '#shared/domain/facts.ts'
import {
  DEFAULT_MAPPING,
  type ImportMappingDefinition,
  importMapping,
  type OtherSheetMapping,
} from '#shared/schemas/import.ts'
import type { Field } from './columns/field.ts'
import { findHeaders, findShape, type Headers } from './columns/header.ts'
import { makePlan, type PlannedImport, type SheetMapping, type SheetToPlan } from './plan/make-plan.ts'
import type { Profile } from './plan/profile.ts'
import { PROFILES, profileNamed } from './profiles/index.ts'
import { readFile } from './read/read-file.ts'
import { type Sheet, type SourceFile, Unreadable } from './read/source.ts'

export interface ImportRequest {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly facts: Facts
  /** Differences with the State's list already recorded. */
  readonly stateDifferences?: readonly StateDifference[]
  readonly today: Day
  readonly profile: string | null
  readonly mapping: ImportMappingDefinition | null
  /** Mappings remembered by shape of headers, used where none is given. */
  readonly mappings?: readonly ImportMapping[]
  /** Lines of the file left out at the person's demand. */
  readonly leaveOut: readonly number[]
  readonly demo?: boolean
}

export function readAndPlan(
  request: ImportRequest,
  progress: (done: number, total: number) => void = () => {},
): PlannedImport {
  const source = readFile(request.bytes)
  const asked = request.mapping === null || saysNothing(request.mapping) ? null : request.mapping
  const remembered = asked === null ? recall(source, request.mappings ?? []) : null
  const mapping = asked ?? remembered ?? DEFAULT_MAPPING
  const main = recognise(source, request.profile ?? mapping.profile, mapping)
  const { others, ...own } = mapping
  const asMain: SheetMapping = { ...own, leaveOut: request.leaveOut }
  return makePlan(
    {
      fileName: request.fileName,
      source,
      main: { ...main, mapping: asMain },
      others: othersOf(source, main, mapping),
      mapping,
      found: sheetsFound(source),
      facts: request.facts,
      stateDifferences: request.stateDifferences ?? [],
      today: request.today,
      remembered: remembered !== null,
      demo: request.demo ?? false,
    },
    progress,
  )
}

/** The other sheets read in the same plan: those asked for, or those of a workbook Jalon made. */
function othersOf(
  source: SourceFile,
  main: Recognised,
  mapping: ImportMappingDefinition,
): readonly SheetToPlan[] {
  const asked = mapping.others ?? (main.profile.ownReport === true ? ownSheets(source) : [])
  return asked
    .filter((other) => other.sheet !== main.sheet.name)
    .map((other) => {
      const { others: _, ...whole } = mapping
      const own = { ...whole, ...other }
      return { ...recognise(source, other.profile, { ...own, others: null }), mapping: own }
    })
}

function ownSheets(source: SourceFile): readonly OtherSheetMapping[] {
  return source.sheets.flatMap((sheet) => {
    const found = sheet.hidden ? null : recogniseSheet(sheet)
    if (found === null || found.profile.ownReport !== true) return []
    return [
      { sheet: sheet.name, profile: null, headerLine: null, columns: {}, corrections: [], leaveOut: [] },
    ]
  })
}

function sheetsFound(source: SourceFile): readonly Omit<SheetFound, 'read'>[] {
  return source.sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => {
      const profile = recogniseSheet(sheet)?.profile ?? null
      return {
        name: sheet.name,
        rows: sheet.rows.length,
        profile: profile?.id ?? null,
        profileLabel: profile?.label ?? null,
      }
    })
}

function recogniseSheet(sheet: Sheet): Recognised | null {
  return firstOf(sheet, PROFILES, DEFAULT_MAPPING)
}

/** A mapping that asks for nothing is no mapping: what is remembered of such files holds. */
function saysNothing(mapping: ImportMappingDefinition): boolean {
  return JSON.stringify(mapping) === JSON.stringify(DEFAULT_MAPPING)
}

/** The mapping of an earlier import whose headers are found again in this file. */
function recall(source: SourceFile, mappings: readonly ImportMapping[]): ImportMappingDefinition | null {
  const shapes = new Set(mappings.map((m) => m.shape))
  for (const sheet of source.sheets) {
    const found = findShape(sheet, shapes)
    const held = found === null ? undefined : mappings.find((m) => m.shape === found.shape)
    if (found === null || held === undefined) continue
    const parsed = importMapping.safeParse(JSON.parse(held.definition))
    if (parsed.success)
      return {
        ...parsed.data,
        sheet: sheet.name === '' ? null : sheet.name,
        headerLine: found.line,
        corrections: [],
        others: othersThere(parsed.data.others, source),
      }
  }
  return null
}

/** Sheets remembered that this file has too. */
function othersThere(
  others: ImportMappingDefinition['others'],
  source: SourceFile,
): ImportMappingDefinition['others'] {
  const names = new Set(source.sheets.map((sheet) => sheet.name))
  return others?.filter((other) => names.has(other.sheet)) ?? null
}

interface Recognised {
  readonly profile: Profile
  readonly sheet: Sheet
  readonly headers: Headers
  readonly fields: readonly Field[]
}

/** A precise kind of file wins wherever it is found; among the sheets people keep by hand, the one that says the most. */
const TIERS: readonly (readonly Profile[])[] = [
  ...PROFILES.filter((p) => !p.byHand).map((p) => [p]),
  PROFILES.filter((p) => p.byHand),
]

function firstOf(
  sheet: Sheet,
  profiles: readonly Profile[],
  mapping: ImportMappingDefinition,
): Recognised | null {
  for (const profile of profiles) {
    const found = asProfile(sheet, profile, mapping)
    if (found !== null) return found
  }
  return null
}

/** The first profile whose signature is all there, on the sheet that names the most of its fields. */
export function recognise(
  source: SourceFile,
  profileName: string | null,
  mapping: ImportMappingDefinition,
): Recognised {
  const sheets = sheetsToTry(source, mapping)
  const asked = profileName === null ? null : profileNamed(profileName)
  if (profileName !== null && asked === null)
    throw new Unreadable('profile-unknown', { profile: profileName })
  for (const profiles of asked === null ? TIERS : [[asked]]) {
    let best: Recognised | null = null
    for (const sheet of sheets) {
      const found = firstOf(sheet, profiles, mapping)
      if (found === null) continue
      if (best === null || found.headers.recognised > best.headers.recognised) best = found
    }
    if (best !== null) return best
  }
  if (asked !== null) throw missingColumns(asked, sheets, mapping)
  throw new Unreadable('headers-not-found')
}

/** The sheet read as that kind of file; null where its columns are not those. */
function asProfile(sheet: Sheet, profile: Profile, mapping: ImportMappingDefinition): Recognised | null {
  const fields = [...profile.fields, ...(profile.fieldsOf?.(sheet) ?? [])]
  const headers = findHeaders(sheet, fields, mapping, profile.least)
  if (headers === null || missing(profile, headers).length > 0) return null
  const known = new Set(headers.columns.flatMap((c) => c.field ?? []))
  return profile.accepts?.(known) === false ? null : { profile, sheet, headers, fields }
}

function sheetsToTry(source: SourceFile, mapping: ImportMappingDefinition): readonly Sheet[] {
  if (mapping.sheet !== null) {
    const named = source.sheets.find((s) => s.name === mapping.sheet)
    if (named === undefined) throw new Unreadable('sheet-unknown', { sheet: mapping.sheet })
    return [named]
  }
  const visible = source.sheets.filter((s) => !s.hidden)
  return visible.length > 0 ? visible : source.sheets
}

function missing(profile: Profile, headers: Headers): readonly string[] {
  const found = new Set(headers.columns.map((c) => c.field))
  return profile.signature.filter((field) => !found.has(field))
}

function missingColumns(
  profile: Profile,
  sheets: readonly Sheet[],
  mapping: ImportMappingDefinition,
): Unreadable {
  const headers = sheets.map((s) => findHeaders(s, profile.fields, mapping, 1)).find((h) => h !== null)
  if (headers == null) return new Unreadable('headers-not-found')
  const labels = missing(profile, headers).map((id) => profile.fields.find((f) => f.id === id)?.label ?? id)
  return new Unreadable('profile-missing-columns', { profile: profile.label, columns: labels.join(', ') })
}
