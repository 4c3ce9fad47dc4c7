/**
 * Writes the corpus: `node tests/support/import/make-corpus.ts`. Expected plans are recorded as they come out: read the
 * difference before committing it, they are what the tests hold the import to.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CORPUS_FILES } from './corpus-files.ts'
import { CORPUS, digestOf, type ExpectedPlan } from './digest.ts'

for (const { name, bytes } of CORPUS_FILES) writeFileSync(new URL(name, CORPUS), bytes)
const files = [
  { name: 'structures.csv', about: 'the public list of structures with its usual faults' },
  ...CORPUS_FILES,
]
for (const file of files) {
  const { name, about, bytes: _, ...request } = { bytes: null, ...file }
  const { digest, again } = digestOf(name, request)
  const target = new URL(`${name}.plan.json`, CORPUS)
  const text = `${JSON.stringify({ about, ...request, plan: digest } satisfies ExpectedPlan, null, 1)}\n`
  const before = existsSync(target) ? readFileSync(target, 'utf8') : ''
  if (before !== text) {
    writeFileSync(target, text)
    process.stdout.write(`${name}: recorded\n`)
  }
  if (again.length > 0) process.stdout.write(`${name}: NOT STABLE ${JSON.stringify(again).slice(0, 400)}\n`)
}
