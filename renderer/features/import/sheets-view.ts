/** Several sheets of one workbook in one import: which are read, which one is shown, and where its own mapping is kept. Pure. */
import type { ImportPlan, SheetFound } from '#shared/api/import.ts'
import type { ImportMappingDefinition, OtherSheetMapping } from '#shared/schemas/import.ts'
import { linesToWrite } from './plan-view.ts'

/** Lines left aside, by sheet. */
export type LeftOut = ReadonlyMap<string, ReadonlySet<number>>
const NONE: ReadonlySet<number> = new Set()

const keyOf = (plan: ImportPlan) => plan.sheet ?? ''

export function partsOf(plan: ImportPlan): readonly ImportPlan[] {
  return [plan, ...plan.others]
}

/** The plan of the sheet shown; the main one where that sheet is not read. */
export function partShown(plan: ImportPlan, sheet: string | null): ImportPlan {
  return partsOf(plan).find((part) => part.sheet === sheet) ?? plan
}

export function leftOutOf(leftOut: LeftOut, part: ImportPlan): ReadonlySet<number> {
  return leftOut.get(keyOf(part)) ?? NONE
}

export function toggled(leftOut: LeftOut, part: ImportPlan, line: number): LeftOut {
  const lines = new Set(leftOutOf(leftOut, part))
  if (!lines.delete(line)) lines.add(line)
  return new Map(leftOut).set(keyOf(part), lines)
}

/** Lines that will be written, of every sheet. */
export function allLinesToWrite(plan: ImportPlan, leftOut: LeftOut): number {
  return partsOf(plan).reduce((sum, part) => sum + linesToWrite(part, leftOutOf(leftOut, part)), 0)
}

/** Sheets that may be read besides the one shown: those with headers Jalon knows. */
export function othersOffered(plan: ImportPlan): readonly SheetFound[] {
  return plan.found.filter((sheet) => sheet.name !== keyOf(plan) && sheet.profile !== null)
}

/** The other sheets as a mapping says them; those read by themselves are said once something is changed. */
function othersOf(mapping: ImportMappingDefinition, plan: ImportPlan): readonly OtherSheetMapping[] {
  if (mapping.others !== null) return mapping.others
  return plan.others.map((part) => blank(part.sheet ?? ''))
}

export function isReadAlso(mapping: ImportMappingDefinition, sheet: SheetFound): boolean {
  return mapping.others?.some((other) => other.sheet === sheet.name) ?? sheet.read
}

function blank(sheet: string): OtherSheetMapping {
  return { sheet, profile: null, headerLine: null, columns: {}, corrections: [], leaveOut: [] }
}

export function withOther(
  mapping: ImportMappingDefinition,
  plan: ImportPlan,
  sheet: string,
  read: boolean,
): ImportMappingDefinition {
  const kept = othersOf(mapping, plan).filter((other) => other.sheet !== sheet)
  // Chosen once, the main sheet stays the main one, whatever joins it.
  return { ...mapping, sheet: plan.sheet, others: read ? [...kept, blank(sheet)] : [...kept] }
}

/** The mapping of one sheet, as if it were alone. */
export function mappingOf(
  mapping: ImportMappingDefinition,
  plan: ImportPlan,
  part: ImportPlan,
): ImportMappingDefinition {
  if (part === plan) return mapping
  const { sheet, profile, headerLine, columns, corrections } =
    othersOf(mapping, plan).find((other) => other.sheet === part.sheet) ?? blank(part.sheet ?? '')
  return { ...mapping, sheet, profile, headerLine, columns, corrections }
}

/** The mapping of the file once that of one of its sheets has changed. */
export function withPart(
  mapping: ImportMappingDefinition,
  plan: ImportPlan,
  part: ImportPlan,
  next: ImportMappingDefinition,
): ImportMappingDefinition {
  if (part === plan) return next
  const { profile, headerLine, columns, corrections, blanksErase, keepUnmapped, keys } = next
  const others = othersOf(mapping, plan).map((other) =>
    other.sheet === part.sheet ? { ...other, profile, headerLine, columns, corrections } : other,
  )
  return { ...mapping, blanksErase, keepUnmapped, keys, others }
}

/** What is sent to be written: lines left aside go with their sheet. */
export function mappingToWrite(
  mapping: ImportMappingDefinition,
  plan: ImportPlan,
  leftOut: LeftOut,
): { readonly mapping: ImportMappingDefinition; readonly leaveOut: number[] } {
  const others = plan.others.length === 0 ? mapping.others : othersOf(mapping, plan)
  return {
    mapping: {
      ...mapping,
      others: others?.map((other) => ({ ...other, leaveOut: [...(leftOut.get(other.sheet) ?? [])] })) ?? null,
    },
    leaveOut: [...leftOutOf(leftOut, plan)],
  }
}
