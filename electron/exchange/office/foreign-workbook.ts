/** What a workbook holds that acts by itself: what any Office file may hold, and formulas that leave it. */
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { seenBeginning } from '#shared/domain/seen-text.ts'
import { scanXml } from '../in/read/xml.ts'
import { foreignParts, isOddLink, MOST_SHOWN } from './foreign.ts'
import type { OfficePackage } from './package.ts'

const FORMULA_ELEMENTS = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName'])
const FORMULA_PARTS = /^xl\/(worksheets\/[^/]+|workbook)\.xml$/
/** Another workbook ([1]Feuil1!A1), another program (cmd|'…'!A1), and functions that fetch, call or run. */
const OTHER_BOOK = /\[[^\]'"]+\][^!'"()+*,;]*'?!/
const OTHER_PROGRAM = /[\w.]+\|'?[^!|]*!/
const REACHES =
  /\b(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|SQL\.REQUEST|EXEC|IMPORTDATA|IMPORTXML|IMPORTHTML)\s*\(/i
const LINK = /\bHYPERLINK\s*\(\s*"([^"]*)"/i

export function foreignInWorkbook(office: OfficePackage): readonly ForeignPart[] {
  const formulas = new Set<string>()
  for (const name of office.archive.names) {
    if (!FORMULA_PARTS.test(name)) continue
    let inFormula = false
    scanXml(office.archive.readText(name) ?? '', {
      open(element) {
        inFormula = FORMULA_ELEMENTS.has(element)
      },
      close() {
        inFormula = false
      },
      text(text) {
        if (inFormula && isForeignFormula(text)) formulas.add(seenBeginning(text, MOST_SHOWN))
      },
    })
  }
  const others = foreignParts(office)
  return formulas.size === 0 ? others : [...others, { kind: 'formulas', named: [...formulas] }]
}

export function isForeignFormula(formula: string): boolean {
  // What stands between quotes is a text, except the address of a link.
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""')
  if (OTHER_BOOK.test(bare) || OTHER_PROGRAM.test(bare) || REACHES.test(bare)) return true
  const link = LINK.exec(formula)?.[1]
  return link !== undefined && isOddLink(link)
}
