/** What a report is asked with, completed by what only the application knows: the facts, the day, its own version. */
import type { Parsed } from '#shared/api/contract.ts'
import { VERSION } from '../../api/version.ts'
import type { ReportInput } from '../../exchange/out/models/scope.ts'
import { readEntities } from '../../store/entities.ts'
import type { ServiceContext } from '../service.ts'

export function reportInput(
  { dossier, today }: Pick<ServiceContext, 'dossier' | 'today'>,
  request: Parsed<'report.preview'>,
): ReportInput {
  return {
    facts: dossier.readFacts(),
    kind: request.kind,
    employerId: request.employerId,
    fiscalYear: request.fiscalYear,
    at: request.at,
    agreementId: request.agreementId ?? null,
    names: request.names,
    today,
    version: VERSION,
    documents: dossier.read((db) => readEntities(db, 'document')),
    scenarios: dossier.read((db) => readEntities(db, 'scenario')),
  }
}
