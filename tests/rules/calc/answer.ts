/** Asks a calculator and gives its output, so that a test reads as a sentence. */
import { expect } from 'vitest'
import { runCalc } from '#shared/rules/calc/run.ts'

export function answer(name: string, input: unknown): Readonly<Record<string, unknown>> {
  const result = runCalc(name, input)
  if ('error' in result) throw new Error(`${name} refused: ${result.error.code} (${result.error.field})`)
  return result.output as unknown as Readonly<Record<string, unknown>>
}

export function refusal(name: string, input: unknown): { readonly code: string; readonly field: string } {
  const result = runCalc(name, input)
  expect(result).toHaveProperty('error')
  return 'error' in result ? result.error : { code: '', field: '' }
}

export const period = (startsOn: string, endsOn: string, kind?: string) =>
  kind === undefined ? { startsOn, endsOn } : { startsOn, endsOn, kind }
