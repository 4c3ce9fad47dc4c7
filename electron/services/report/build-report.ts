/** One report from facts and a request: what does not exist is refused in words, everything else is the model's. */
import type { Report } from '#shared/api/report.ts'
import { viewOf } from '#shared/rules/engine/containment.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { reportError } from '#shared/text/errors/report-errors.ts'
import type { ReportInput } from '../../exchange/out/models/scope.ts'
import { reportDefinition, reportDefinitions } from '../../exchange/out/registry.ts'
import { available, computed } from '../read/computing.ts'
import { Refusal } from '../service.ts'

/** Throws Refusal `report.…` where the kind, the structure or the convention is not there, `rules.…` where it cannot be computed. */
export function buildReport(input: ReportInput): Report {
  const definition = reportDefinition(input.kind)
  if (definition === undefined) {
    const detail = reportDefinitions.map((d) => d.kind).join(', ')
    throw new Refusal(reportError('report.unknown-kind', { name: input.kind, detail }))
  }
  const { facts, employerId, agreementId } = input
  if (employerId !== null && !facts.employers.some((e) => e.id === employerId))
    throw new Refusal(reportError('report.unknown-employer', { name: String(employerId) }))
  if (agreementId !== null && !facts.agreements.some((a) => a.id === agreementId))
    throw new Refusal(reportError('report.unknown-agreement', { name: String(agreementId) }))
  if (agreementId === null && definition.needsAgreement === true)
    throw new Refusal(reportError('report.agreement-needed', { name: input.kind }))
  if (agreementId !== null) {
    // The whole report is about it: where it cannot be computed, why is said instead.
    const derived = available(() => derive(facts, input.at ?? input.today))
    computed(derived, 'agreement', agreementId, () => viewOf(derived.sharesByAgreement, agreementId))
  }
  return available(() => definition.build(input))
}
