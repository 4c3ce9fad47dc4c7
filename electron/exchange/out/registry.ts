/** Every report Jalon makes: what it is called, what it may be asked, and which model builds it. */
import type { Report, ReportKind } from '#shared/api/report.ts'
import { AID } from '#shared/text/report-aid.ts'
import { YEAR } from '#shared/text/report-fiscal-year.ts'
import { aidReport } from './models/aid/aid-report.ts'
import { fiscalYearReport } from './models/fiscal-year/fiscal-year-report.ts'
import type { ReportInput } from './models/scope.ts'

export interface ReportDefinition extends ReportKind {
  /** It is about one convention: without one there is nothing to say. */
  readonly needsAgreement?: boolean
  build(input: ReportInput): Report
}

const FORMATS = ['xlsx', 'csv', 'csv-state', 'pdf'] as const

export const reportDefinitions: readonly ReportDefinition[] = [
  {
    kind: 'aid',
    label: AID.kind,
    description: AID.description,
    parameters: ['employer', 'at', 'agreement', 'names'],
    formats: FORMATS,
    build: aidReport,
  },
  {
    kind: 'fiscal-year',
    label: YEAR.kind,
    description: YEAR.description,
    parameters: ['fiscal-year', 'employer', 'at', 'names'],
    formats: FORMATS,
    build: fiscalYearReport,
  },
]

export function reportDefinition(kind: string): ReportDefinition | undefined {
  return reportDefinitions.find((definition) => definition.kind === kind)
}
