/**
 * Is this text a possible identifier? SIRET (and its SIREN), RNA, COG code of a commune, APE.
 * Shape and check digits only: whether the establishment exists is not decided here.
 */
import type { Basis, Step } from './explanation.ts'
import { basisOf } from './texts.ts'

export const IDENTIFIER_KINDS = ['siret', 'rna', 'cog', 'ape'] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

export interface IdentifierCheck {
  readonly valid: boolean
  /** The value without its spaces, upper-cased where letters belong; also given where it is not valid. */
  readonly normalized: string
  /** Code of what is wrong. */
  readonly reason?: IdentifierProblem
  readonly steps: readonly Step[]
  readonly basis: readonly Basis[]
}

export type IdentifierProblem = 'empty' | 'shape' | 'length' | 'checksum' | 'department'

/** Every character a reader takes for a space: the no-break ones of French files and the invisible ones of web pages. */
const SPACES = /[\s\u00a0\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g
const SIRET_LENGTH = 14
const SIREN_LENGTH = 9
/** La Poste numbers its establishments with a digit sum multiple of 5 (INSEE, 2015 note on the SIRET key). */
const LA_POSTE = '356000000'
const LA_POSTE_DIVISOR = 5
const RNA = /^W[0-9][0-9A-Z][0-9]{7}$/
const APE = /^([0-9]{2})\.?([0-9]{2}[A-Z])$/
const COG_MAINLAND = /^([0-9]{2}|2[AB])[0-9]{3}$/
const COG_OVERSEAS = /^(9[78][0-9])[0-9]{2}$/
/** COG 2026: departments, then collectivities overseas. 20 became 2A and 2B in 1976. */
const OVERSEAS: ReadonlySet<string> = new Set([
  '971',
  '972',
  '973',
  '974',
  '975',
  '976',
  '977',
  '978',
  '984',
  '986',
  '987',
  '988',
  '989',
])

export function withoutSpaces(value: string): string {
  return value.replace(SPACES, '')
}

export function checkIdentifier(kind: IdentifierKind, value: string): IdentifierCheck {
  const bare = withoutSpaces(value).toUpperCase()
  const { normalized, problem, steps } = CHECKS[kind](bare)
  const reason = bare === '' ? 'empty' : problem
  return {
    valid: reason === null,
    normalized,
    ...(reason === null ? {} : { reason }),
    steps: [{ code: 'identifier.read', values: { kind, normalized } }, ...steps],
    basis: basisOf(kind === 'ape' ? 'naf' : kind),
  }
}

/** Does this department code exist? "1" is not "01": callers restore lost zeros first. */
export function departmentExists(code: string): boolean {
  if (OVERSEAS.has(code) || code === '2A' || code === '2B') return true
  if (!/^[0-9]{2}$/.test(code)) return false
  const n = Number(code)
  return n >= 1 && n <= 95 && n !== 20
}

interface Check {
  readonly normalized: string
  readonly problem: IdentifierProblem | null
  readonly steps: readonly Step[]
}

const CHECKS: Readonly<Record<IdentifierKind, (bare: string) => Check>> = {
  siret: checkSiret,
  rna: (bare) => ({ normalized: bare, problem: RNA.test(bare) ? null : 'shape', steps: [] }),
  cog: checkCog,
  ape: (bare) => {
    const parts = APE.exec(bare)
    return {
      normalized: parts === null ? bare : `${parts[1]}${parts[2]}`,
      problem: parts === null ? 'shape' : null,
      steps: [],
    }
  },
}

function checkSiret(bare: string): Check {
  if (!/^[0-9]*$/.test(bare)) return { normalized: bare, problem: 'shape', steps: [] }
  if (bare.length !== SIRET_LENGTH) {
    const step = { code: 'identifier.siret-length', values: { length: bare.length, expected: SIRET_LENGTH } }
    return { normalized: bare, problem: 'length', steps: [step] }
  }
  const luhn = luhnSum(bare)
  const steps: Step[] = [{ code: 'identifier.luhn', values: { sum: luhn, valid: luhn % 10 === 0 } }]
  let valid = luhn % 10 === 0
  if (bare.slice(0, SIREN_LENGTH) === LA_POSTE) {
    const sum = digitSum(bare)
    valid = valid || sum % LA_POSTE_DIVISOR === 0
    steps.push({ code: 'identifier.la-poste', values: { sum, valid: sum % LA_POSTE_DIVISOR === 0 } })
  }
  return { normalized: bare, problem: valid ? null : 'checksum', steps }
}

function checkCog(bare: string): Check {
  const department = COG_OVERSEAS.exec(bare)?.[1] ?? COG_MAINLAND.exec(bare)?.[1]
  if (department === undefined) return { normalized: bare, problem: 'shape', steps: [] }
  const exists = departmentExists(department)
  return {
    normalized: bare,
    problem: exists ? null : 'department',
    steps: [{ code: 'identifier.department', values: { department, exists } }],
  }
}

/** Sum of the digits, every second one from the right doubled (9 taken off above 9): a multiple of 10 where the key is right. */
function luhnSum(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const n = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 1 ? n * 2 : n
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum
}

function digitSum(digits: string): number {
  let sum = 0
  for (const digit of digits) sum += Number(digit)
  return sum
}
