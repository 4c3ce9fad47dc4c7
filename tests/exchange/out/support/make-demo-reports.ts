/** Developer's tool: writes every report of the demo facts, to look at. node tests/exchange/out/support/make-demo-reports.ts FOLDER */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aidReport } from '../../../../electron/exchange/out/models/aid/aid-report.ts'
import { writeReport } from '../../../../electron/exchange/out/write-report.ts'
import { demoInput } from './input.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: make-demo-reports.ts FOLDER')
mkdirSync(folder, { recursive: true })
const report = aidReport(demoInput())
for (const format of ['xlsx', 'pdf', 'csv'] as const)
  await writeReport(report, format, join(folder, `aid.${format}`))
