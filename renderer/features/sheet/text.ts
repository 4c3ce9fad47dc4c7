/** Words of the post sheet. Sentences built from facts; the plain names of codes are in shared/text/words. */
import type { AgreementRow, ContractRow, InstalmentRow } from '#shared/api/rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Position } from '#shared/domain/facts.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { frDay, frInteger, frMonth } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS, SCHEME_WORDS } from '#shared/text/words.ts'

const NBSP = '\u00a0'

/** Whole euros, only inside bars and axes: 20 000 €. */
export function wholeEuros(amount: Cents): string {
  return `${wholeNumber(amount)}${NBSP}€`
}

function wholeNumber(amount: Cents): string {
  return frInteger(Math.round(amount / 100))
}

export function monthsWord(months: number | null): string {
  return months === null ? 'sans terme' : `${months}${NBSP}mois`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${frInteger(count)}${NBSP}${count < 2 ? one : many}`
}

export const TIMELINE_WORDS = {
  laneAgreement: 'Convention',
  laneContract: 'Contrat',
  laneInstalments: 'Tranches',
  /** Longest first: the drawing keeps the first that fits. */
  agreement(row: AgreementRow): string[] {
    const { agreement: a } = row
    const scheme = a.scheme === 'other' ? a.funder : SCHEME_WORDS[a.scheme]
    const amount = wholeEuros(row.aid.notifiedCents)
    const settled = row.state === 'settled' ? ' · soldée' : ''
    return [
      `${scheme} · ${amount}${settled}`,
      `${scheme}${settled}`,
      a.scheme === 'other' ? a.funder : a.scheme.toUpperCase(),
    ]
  },
  contract(row: ContractRow): string[] {
    const kind = CONTRACT_KIND_WORDS[row.contract.kind]
    const length = row.months === null ? '' : ` · ${monthsWord(row.months)}`
    return [`${row.personName} · ${kind}${length}`, `${row.personName} · ${kind}`, row.personName]
  },
  vacancy: (days: number) => `Vacant ${frInteger(days)}${NBSP}j`,
  vacancyTitle: (from: Day, to: Day | null, days: number) =>
    to === null
      ? `Vacant depuis le ${frDay(from)} (${frInteger(days)}${NBSP}jours)`
      : `Vacant du ${frDay(from)} au ${frDay(to)} (${frInteger(days)}${NBSP}jours)`,
  unfilled: 'non pourvu',
  unfilledTitle: (from: Day, to: Day) => `Financé, non pourvu du ${frDay(from)} au ${frDay(to)}`,
  instalment(row: InstalmentRow): { amount: string; detail: string } {
    const parts = row.payments.map((p) => wholeNumber(p.amountCents))
    const split = row.state === 'received' && parts.length > 1 && parts.length < 4
    const due = row.instalment.dueOn
    const amount = split
      ? `${parts.join(' + ')}${NBSP}€`
      : wholeEuros(row.daysLate > 0 ? row.outstandingCents : row.instalment.amountCents)
    return { amount, detail: instalmentDetail(row, due) }
  },
  notice: (d: Day) => `Préavis ${frDay(d)}`,
  sentence: (p: Position, from: Day, to: Day) =>
    `Frise du poste ${p.stateId ?? p.label}, de ${frMonth(from)} à ${frMonth(to)}${NBSP}: conventions, contrats, vacances, tranches et préavis. Les mêmes données sont dans les onglets ci-dessous.`,
} as const

function instalmentDetail(row: InstalmentRow, due: Day | null): string {
  if (row.daysLate > 0) return `retard ${frInteger(row.daysLate)}${NBSP}j`
  switch (row.state) {
    case 'received':
      return row.payments.length > 1
        ? `en ${row.payments.length}${NBSP}versements`
        : row.lastReceivedOn === null
          ? 'reçue'
          : `reçue ${frDay(row.lastReceivedOn)}`
    case 'partly-received':
      return `reste ${wholeEuros(cents(row.outstandingCents))}`
    case 'claimable':
      return 'à demander'
    case 'suspended':
      return 'suspendue'
    case 'cancelled':
      return 'annulée'
    case 'planned':
    case 'claimed':
    case 'late':
      return due === null ? 'date inconnue' : `attendue ${frDay(due)}`
  }
}
