/** What a report asks: structure, fiscal year, day of the situation, agreement, names or not. */
import type { ReportKind } from '#shared/api/report.ts'
import { type Day, yearOf } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { Checkbox, ComboBox, Select } from '../../ui/fields/choice.tsx'
import { DayField } from '../../ui/fields/typed-fields.tsx'
import { REPORT_WORDS as W } from './text.ts'
import { yearChoices } from './workbook-view.ts'

export interface Scope {
  readonly employerId: Id | null
  readonly fiscalYear: number | null
  readonly at: Day | null
  readonly agreementId: Id | null
  readonly names: boolean
}

const ALL = 0

/** A report of one agreement asks for it; one that also takes a structure can hold all of them. */
export function needsAgreement(kind: ReportKind): boolean {
  return kind.parameters.includes('agreement') && !kind.parameters.includes('employer')
}

export function ReportParameters(props: {
  readonly kind: ReportKind
  readonly scope: Scope
  readonly onChange: (next: Partial<Scope>) => void
}) {
  const { scope, onChange } = props
  const today = useToday()
  const asks = (parameter: ReportKind['parameters'][number]) => props.kind.parameters.includes(parameter)
  const employers = useRead(
    'read.grid',
    { grid: 'employers', employerId: null },
    { enabled: asks('employer') },
  )
  const agreements = useRead(
    'read.grid',
    { grid: 'agreements', employerId: null },
    { enabled: asks('agreement') },
  )
  return (
    <>
      {asks('fiscal-year') && (
        <Select
          hideLabel
          small
          label={W.fiscalYear}
          value={scope.fiscalYear ?? ALL}
          onChange={(year) => onChange({ fiscalYear: year === ALL ? null : year })}
          options={[
            ...yearChoices(yearOf(today)).map((year) => ({ value: year, label: W.year(year) })),
            { value: ALL, label: W.allYears },
          ]}
        />
      )}
      {asks('employer') && (
        <Select
          hideLabel
          small
          label={W.employer}
          value={scope.employerId ?? ALL}
          onChange={(id) => onChange({ employerId: id === ALL ? null : id })}
          options={[
            { value: ALL, label: W.allEmployers },
            ...(employers.data?.employers ?? []).map((row) => ({ value: row.id, label: row.employer.name })),
          ]}
        />
      )}
      {asks('agreement') && (
        <ComboBox
          hideLabel
          label={W.agreement}
          placeholder={W.chooseAgreement}
          value={scope.agreementId ?? (needsAgreement(props.kind) ? null : ALL)}
          onChange={(id) => onChange({ agreementId: id === ALL ? null : id })}
          options={[
            ...(needsAgreement(props.kind) ? [] : [{ value: ALL, label: W.allAgreements }]),
            ...(agreements.data?.agreements ?? []).map((row) => ({
              value: row.id,
              label: row.agreement.reference,
              detail: row.employerName,
            })),
          ]}
        />
      )}
      {asks('at') && (
        <div className="rep-at">
          <span className="lbl" aria-hidden="true">
            {W.at}
          </span>
          <DayField
            hideLabel
            label={W.at}
            value={scope.at ?? today}
            onChange={(at) => onChange({ at })}
            keepsKnown
          />
        </div>
      )}
      {asks('names') && (
        <Checkbox isSelected={scope.names} onChange={(names) => onChange({ names })}>
          {W.names}
        </Checkbox>
      )}
    </>
  )
}
