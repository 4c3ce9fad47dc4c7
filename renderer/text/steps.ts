/** The French sentence of a step, wherever the page shows one. */
import type { Step } from '#shared/rules/explanation.ts'

export function stepSentence(step: Step): string {
  return step.code
}
