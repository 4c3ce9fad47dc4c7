/** Developer's tool: writes every report of the demo facts, to look at. node tests/exchange/out/support/make-demo-reports.ts FOLDER */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { reportDefinitions } from '../../../../electron/exchange/out/registry.ts'
import { writeReport } from '../../../../electron/exchange/out/write-report.ts'
import { DEMO, demoInput } from './input.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: make-demo-reports.ts FOLDER')
mkdirSync(folder, { recursive: true })
for (const definition of reportDefinitions) {
  const agreementId = definition.needsAgreement === true ? (DEMO.ids['agreement-2102'] ?? null) : null
  const report = definition.build(demoInput({ kind: definition.kind, agreementId }))
  const wrong = report.checks.total - report.checks.passed
  console.log(`${report.fileStem}: ${report.checks.total} checks, ${wrong} to look at`)
  for (const format of ['xlsx', 'pdf', 'csv'] as const)
    await writeReport(report, format, join(folder, `${definition.kind}.${format}`))
}
