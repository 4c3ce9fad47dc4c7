/** The person's own workbook, opened within bounds and looked at before any library sees it. */
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { Unreadable } from '../../in/read/source.ts'
import { foreignInWorkbook } from '../../office/foreign-workbook.ts'
import { type OfficePackage, openPackage } from '../../office/package.ts'

export type WorkbookProblem = 'template.not-xlsx' | 'template.too-large'

export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: OfficePackage; readonly foreign: readonly ForeignPart[] }
  | { readonly ok: false; readonly code: WorkbookProblem }

export function openWorkbook(template: Uint8Array): OpenedWorkbook {
  try {
    const workbook = openPackage(template)
    if (!workbook.archive.names.includes('xl/workbook.xml')) return { ok: false, code: 'template.not-xlsx' }
    return { ok: true, workbook, foreign: foreignInWorkbook(workbook) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const isTooLarge = error.code === 'archive-too-big'
    return { ok: false, code: isTooLarge ? 'template.too-large' : 'template.not-xlsx' }
  }
}
