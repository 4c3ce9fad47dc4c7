/** What the calculators read in a dossier: its own figures and scales on top of the built-in ones. */
import type { Facts } from '../../domain/facts.ts'
import { scalesWith } from '../aid/scales.ts'
import { figuresWith } from '../figures/figures.ts'
import type { CalcRules } from './calculator.ts'

const kept = new WeakMap<Facts, CalcRules>()

export function calcRulesOf(facts: Facts): CalcRules {
  const known = kept.get(facts)
  if (known !== undefined) return known
  const rules = {
    figures: figuresWith(facts.ruleFigures),
    scales: scalesWith(facts.aidScales, facts.aidScaleYears),
  }
  kept.set(facts, rules)
  return rules
}
