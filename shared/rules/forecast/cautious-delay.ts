/** Months a tranche is late by in the cautious reading of a forecast: as the dossier's settings say, else the usual. */
import type { Facts } from '../../domain/facts.ts'

const SETTING = 'forecast.cautious-delay'
/** A reading of the scheme's payments, not a rule. */
const USUAL = 3
const MOST = 36

export function cautiousDelayOf(facts: Pick<Facts, 'settings'>): number {
  const months = Number(facts.settings.find((s) => s.key === SETTING)?.value ?? Number.NaN)
  return Number.isInteger(months) && months >= 0 && months <= MOST ? months : USUAL
}
