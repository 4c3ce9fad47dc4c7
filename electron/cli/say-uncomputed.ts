/** After any result of the rules: which objects it is without. On the error output, so that a program reads the result alone. */
import type { Derived } from '#shared/rules/engine/derive.ts'
import { uncomputedOf } from '#shared/rules/engine/uncomputed.ts'
import { leftOutSentence, uncomputedSentence } from '#shared/text/rules/uncomputed.ts'
import type { CommandIo } from './command.ts'

export function sayUncomputed(derived: Derived, io: CommandIo): void {
  const failed = uncomputedOf(derived)
  if (failed.length === 0) return
  io.err(
    `${[leftOutSentence(failed.length), ...failed.map((each) => `  ${uncomputedSentence(each)}`)].join('\n')}\n`,
  )
}
