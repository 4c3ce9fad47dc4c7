/**
 * Columns of a payroll table: long (one line an agent and a month) or wide (one column a month, a kind in the header or on the
 * line). A column of a month is a field of its own, made from the header it bears.
 */
import type { MonthlyCost } from '#shared/domain/facts.ts'
import { FIELD_LABELS } from '#shared/text/fields.ts'
import { frMonth } from '#shared/text/format.ts'
import { bare } from '../cells/cell.ts'
import { type Month, parseMonth } from '../cells/month-cell.ts'
import type { Field } from '../columns/field.ts'
import type { Sheet } from '../read/source.ts'
import { field } from './build-field.ts'
import { isAmount } from './looks-like.ts'

const C = FIELD_LABELS.monthlyCost
const SEARCHED_ROWS = 40

export type CostPart = keyof Pick<MonthlyCost, 'grossCents' | 'chargesCents' | 'taxesCents'>
export const COST_PARTS = ['grossCents', 'chargesCents', 'taxesCents'] as const satisfies readonly CostPart[]

export const COST_FIELDS: readonly Field[] = [
  field('monthlyCost.month', C.month, 'Mois|Mois de paie|Période|Période de paie|Mois payé'),
  field(
    'monthlyCost.grossCents',
    C.grossCents,
    'Brut|Salaire brut|Brut du mois|Total brut|Rémunération brute|Salaire',
    {
      cents: true,
    },
  ),
  field(
    'monthlyCost.chargesCents',
    C.chargesCents,
    'Charges|Charges patronales|Cotisations patronales|Charges employeur|Part patronale|Charges sociales',
    { cents: true },
  ),
  field(
    'monthlyCost.taxesCents',
    C.taxesCents,
    'Taxes|Impôts et taxes|Taxe sur les salaires|Taxes sur salaires|Impôts et taxes sur rémunération',
    { cents: true },
  ),
  field(
    'monthlyCost.part',
    'Nature du montant (brut, charges, taxes)',
    'Rubrique|Nature|Élément|Élément de paie|Type de montant|Poste de coût',
    { looksLike: (text) => partOf(text) !== null },
  ),
]

/** "Charges patronales" → charges. Null where the words say none of the three, or a total of them. */
export function partOf(text: string): CostPart | null {
  const words = bare(text)
  if (/\bcouts?\b|toutes charges/.test(words)) return null
  if (/\bcharges?\b|cotisation|patronale/.test(words)) return 'chargesCents'
  if (/\btaxes?\b|\bimpots?\b/.test(words)) return 'taxesCents'
  return /\bbruts?\b|salaire|remuneration|traitement/.test(words) ? 'grossCents' : null
}

/** The month and the part a header names: "Brut janvier 2026", "01/2026 charges", "janv. 26" (its part is on the line). */
function monthHeader(text: string): { readonly month: Month; readonly part: CostPart | null } | null {
  const oneLine = text.replace(/\s+/g, ' ').trim()
  const alone = parseMonth(oneLine)
  if (alone !== null) return { month: alone, part: null }
  const words = oneLine.split(/[\s:,()]+/).filter((word) => /[\p{L}\d]/u.test(word))
  for (const length of [1, 2, 3])
    for (let at = 0; at + length <= words.length; at++) {
      const month = parseMonth(words.slice(at, at + length).join(' '))
      const rest = [...words.slice(0, at), ...words.slice(at + length)].join(' ')
      const part = partOf(rest)
      if (month !== null && part !== null && rest !== '') return { month, part }
    }
  return null
}

/** "monthlyCost.2026-01.grossCents"; `amountCents` where the line says which part it is. */
function monthFieldId(month: Month, part: CostPart | null): string {
  return `monthlyCost.${month}.${part ?? 'amountCents'}`
}

export function monthField(id: string): { readonly month: Month; readonly part: CostPart | null } | null {
  const match = /^monthlyCost\.(\d{4}-\d{2})\.(\w+)$/.exec(id)
  if (match === null) return null
  return { month: match[1] ?? '', part: COST_PARTS.find((part) => part === match[2]) ?? null }
}

/** Fields of the months the first lines of a sheet name in their cells. */
export function monthFieldsOf(sheet: Sheet): readonly Field[] {
  const fields = new Map<string, { field: Field; names: Set<string> }>()
  for (const row of sheet.rows.slice(0, SEARCHED_ROWS)) {
    const named = row.cells.flatMap((cell) => {
      const text = cell?.text ?? ''
      const found = text === '' ? null : monthHeader(text)
      return found === null ? [] : [{ ...found, text }]
    })
    // One month in a line is a value (a contract's day, a long table); a head of months has several.
    if (named.length < 2) continue
    for (const { month, part, text } of named) {
      const id = monthFieldId(month, part)
      const known = fields.get(id)
      if (known !== undefined) known.names.add(text)
      else fields.set(id, { field: ofMonth(month, part), names: new Set([text]) })
    }
  }
  const found = [...fields.values()].map(({ field: each, names }) => ({ ...each, names: [...names] }))
  // A column read as one part may be meant as another: the three are offered for each month named.
  const months = new Set([...fields.keys()].map((id) => monthField(id)?.month ?? ''))
  const others = [...months].flatMap((month) =>
    COST_PARTS.filter((part) => !fields.has(monthFieldId(month, part))).map((part) => ofMonth(month, part)),
  )
  return [...found, ...others]
}

function ofMonth(month: Month, part: CostPart | null): Field {
  return {
    id: monthFieldId(month, part),
    label: part === null ? frMonth(month) : `${C[part]}, ${frMonth(month)}`,
    names: [],
    cents: true,
    looksLike: isAmount,
  }
}
