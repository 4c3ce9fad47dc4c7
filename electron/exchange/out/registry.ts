/** Every report Jalon makes: what it is called, what it may be asked, and which model builds it. */
import type { Report, ReportKind } from '#shared/api/report.ts'
import { AID } from '#shared/text/reports/aid.ts'
import { YEAR } from '#shared/text/reports/fiscal-year.ts'
import { CLOSING, CONTRACTS, FORECAST, RENEWALS, SITUATION } from '#shared/text/reports/others.ts'
import { aidReport } from './models/aid/aid-report.ts'
import { fiscalYearReport } from './models/fiscal-year/fiscal-year-report.ts'
import { closingReport } from './models/others/closing-report.ts'
import { contractsReport } from './models/others/contracts-report.ts'
import { forecastReport } from './models/others/forecast-report.ts'
import { renewalsReport } from './models/others/renewals-report.ts'
import { situationReport } from './models/others/situation-report.ts'
import type { ReportInput } from './models/scope.ts'

export interface ReportDefinition extends ReportKind {
  /** It is about one convention: without one there is nothing to say. */
  readonly needsAgreement?: boolean
  build(input: ReportInput): Report
}

const FORMATS = ['xlsx', 'csv', 'csv-state', 'pdf'] as const

export const reportDefinitions: readonly ReportDefinition[] = [
  {
    kind: 'fiscal-year',
    label: YEAR.kind,
    description: YEAR.description,
    parameters: ['fiscal-year', 'employer', 'at', 'names'],
    formats: FORMATS,
    build: fiscalYearReport,
  },
  {
    kind: 'aid',
    label: AID.kind,
    description: AID.description,
    parameters: ['employer', 'at', 'agreement', 'names'],
    formats: FORMATS,
    build: aidReport,
  },
  {
    kind: 'renewals',
    label: RENEWALS.kind,
    description: RENEWALS.description,
    parameters: ['employer', 'at', 'names'],
    formats: FORMATS,
    build: renewalsReport,
  },
  {
    kind: 'contracts',
    label: CONTRACTS.kind,
    description: CONTRACTS.description,
    parameters: ['employer', 'at', 'names'],
    formats: FORMATS,
    build: contractsReport,
  },
  {
    kind: 'situation',
    label: SITUATION.kind,
    description: SITUATION.description,
    parameters: ['employer', 'at', 'names'],
    formats: FORMATS,
    build: situationReport,
  },
  {
    kind: 'forecast',
    label: FORECAST.kind,
    description: FORECAST.description,
    parameters: ['employer'],
    formats: FORMATS,
    build: forecastReport,
  },
  {
    kind: 'closing',
    label: CLOSING.kind,
    description: CLOSING.description,
    parameters: ['agreement', 'at', 'names'],
    formats: FORMATS,
    needsAgreement: true,
    build: closingReport,
  },
]

export function reportDefinition(kind: string): ReportDefinition | undefined {
  return reportDefinitions.find((definition) => definition.kind === kind)
}
