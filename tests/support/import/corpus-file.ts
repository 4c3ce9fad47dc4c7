/** One invented file of the corpus, and how it is asked to be read. */
import type { Request } from './digest.ts'

export interface CorpusFile extends Request {
  readonly name: string
  readonly about: string
  readonly bytes: Uint8Array
}
