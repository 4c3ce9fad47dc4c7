/** What the text of a cell looks like: decides between fields that share a header ("Type", "Poste", "Convention"). */
import { parseAmountText } from '../cells/amount-cell.ts'
import { bare } from '../cells/cell.ts'
import { readContractKind } from '../cells/contract-kind-cell.ts'
import { parseDayText } from '../cells/day-cell.ts'
import { readDepartment } from '../cells/identifier-cell.ts'

const digits = (text: string) => text.replace(/[ .]/g, '')

export const isWord = (text: string) => !/^\d+$/.test(digits(text)) && parseDayText(text).value === null
export const isDate = (text: string) => parseDayText(text).value !== null
export const isAmount = (text: string) => parseAmountText(text).value !== null
export const isSiret = (text: string) => /^\d{14}$/.test(digits(text))
/** Something, "@", something, ".", something: looked for once, from each side (a text of thousands of "@" is no riddle). */
export const isEmail = (text: string) =>
  !/\s/.test(text) &&
  text.lastIndexOf('.', text.length - 2) > text.indexOf('@', 1) + 1 &&
  text.indexOf('@', 1) > 0
export const isKind = (text: string) => readContractKind({ kind: 'text', text }).value !== null
export const isSector = (text: string) => /^(publi(c|que)|privee?)\b/.test(bare(text))
export const isYesNo = (text: string) => /^(oui|non|o|n|x|0|1|vrai|faux)$/.test(bare(text))
export const isPostNumber = (text: string) => /^[A-Z]{0,6}-?\d[\d-]*$/i.test(digits(text))
export const isWholeName = (text: string) => / |,/.test(text.trim()) && !/\d/.test(text)
export const isCode = (text: string) => /^[\w-]{1,40}$/.test(text.trim())
export const isDepartmentText = (text: string) => readDepartment({ kind: 'text', text }).value !== null
