/** The file a command writes to: where it may land is said before any long work, and its extension is that of its format. */
import { basename, extname, resolve } from 'node:path'
import { cliText } from '#shared/text/shells/cli.ts'
import { judgeLanding, type LandingTerms } from '../outputs/landing.ts'
import { type CommandIo, UsageError } from './command.ts'
import type { Arguments } from './options.ts'

export interface AskedOutput {
  /** As typed: told back to the person. */
  readonly typed: string
  readonly path: string
  readonly terms: LandingTerms
}

/** `extensions`: what the format may be called. `source`: the dossier the output is made from. */
export function askedOutput(
  io: CommandIo,
  given: Arguments,
  { option, extensions, source }: { option: string; extensions: readonly string[]; source: string },
): AskedOutput | null {
  const typed = given.text(option)
  if (typed === null) return null
  const path = resolve(io.cwd, typed)
  const terms = { replace: given.flag('force'), sources: [resolve(io.cwd, source)] }
  judgeLanding(path, terms)
  if (!extensions.includes(extname(path).toLowerCase()))
    throw new UsageError(cliText.otherExtension(basename(typed), extensions))
  return { typed, path, terms }
}
