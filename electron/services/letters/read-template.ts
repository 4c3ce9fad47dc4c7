/** The bytes of a template, up to a bound; a file that cannot be read is refused in the words of the import, which reads as it does. */
import { templateError } from '#shared/text/errors/template-errors.ts'
import { readUpTo } from '../../exchange/in/read/bounded-file.ts'
import { asImportRefusal } from '../import/import-refusal.ts'
import { Refusal } from '../service.ts'

const MOST_BYTES = { docx: 20_000_000, xlsx: 50_000_000 } as const

export function readTemplate(path: string, kind: keyof typeof MOST_BYTES): Uint8Array {
  const bytes = readOrRefuse(path, MOST_BYTES[kind])
  if (bytes === null) throw new Refusal(templateError('template.too-large'))
  return bytes
}

function readOrRefuse(path: string, maxBytes: number): Uint8Array | null {
  try {
    return readUpTo(path, maxBytes)
  } catch (error) {
    throw asImportRefusal(error)
  }
}
