/** `npm run bench [name…]`: runs the benchmarks one after the other and writes their ratios to tests/bench/RESULTS.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { type Bench, type BenchRow, ratioOf } from './bench.ts'

const here = new URL('./', import.meta.url)
const results = new URL('./RESULTS.md', here)
const wanted = process.argv.slice(2)
const names = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name))

const sections = readSections()
for (const name of names) {
  const { bench } = (await import(new URL(`./${name}.bench.ts`, here).href)) as { readonly bench: Bench }
  process.stderr.write(`${bench.title}…\n`)
  const rows = await bench.run()
  const section = `## ${bench.title}\n\n${table(rows, bench.unit ?? 'ms')}`
  sections.set(bench.title, section)
  process.stdout.write(`${section}\n`)
}
writeFileSync(results, document())

function table(rows: readonly BenchRow[], unit: string): string {
  const head = `| What | Median (${unit}) | Reference | Reference (${unit}) | Ratio | Note |\n|---|---:|---|---:|---:|---|\n`
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${row.ms.toFixed(1)} | ${row.reference} | ${row.referenceMs.toFixed(1)} | ${ratioOf(row).toFixed(2)} | ${row.note ?? ''} |\n`,
  )
  return head + lines.join('')
}

/** Sections of benchmarks that are not run this time stay as they are. */
function readSections(): Map<string, string> {
  const kept = new Map<string, string>()
  let text = ''
  try {
    text = readFileSync(results, 'utf8')
  } catch {
    return kept
  }
  for (const part of text.split(/^## /m).slice(1))
    kept.set(part.split('\n')[0] ?? '', `## ${part.trimEnd()}\n`)
  return kept
}

function document(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  const intro = `# Benchmarks

Ratios of one run: each figure stands beside a reference measured in the same run on the same data. \`npm run bench\` runs them
all, \`npm run bench -- NAME\` one of them. Times depend on the machine (here: ${cpus().length} cores, ${memory} GiB, Node ${process.versions.node});
ratios much less. Nothing here is asserted by the test suite.

`
  return intro + [...sections.values()].join('\n')
}
