/** Writes docs/interchange.schema.json from the shape the application reads: `node tests/support/import/write-schema.ts`. */
import { writeFileSync } from 'node:fs'
import { interchangeJsonSchema } from '../../../electron/exchange/interchange/shape.ts'

const target = new URL('../../../docs/interchange.schema.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(interchangeJsonSchema(), null, 1)}\n`)
