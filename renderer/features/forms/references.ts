/** What a field that names another object offers: read from the same rows as the grids, named as people name them. */
import { useMemo } from 'react'
import type { GridName, GridRows } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frDay } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'
import { useRead } from '../../data/queries.ts'
import type { Option } from '../../ui/fields/choice.tsx'
import type { RefTarget } from './specs/form-spec.ts'

const GRID_OF: Readonly<Record<Exclude<RefTarget, 'scale'>, GridName>> = {
  employer: 'employers',
  position: 'positions',
  person: 'persons',
  contract: 'contracts',
  agreement: 'agreements',
}

export function useReferences(to: RefTarget): readonly Option<Id>[] {
  const grid = to === 'scale' ? 'employers' : GRID_OF[to]
  const rows = useRead('read.grid', { grid, employerId: null }, { enabled: to !== 'scale' }).data
  const scales = useRead('read.scales', {}, { enabled: to === 'scale' }).data
  return useMemo(() => {
    if (to === 'scale') return (scales ?? []).map((scale) => ({ value: scale.id, label: scale.name }))
    return rows === undefined ? [] : optionsOf(to, rows)
  }, [to, rows, scales])
}

export function optionsOf(to: Exclude<RefTarget, 'scale'>, rows: Partial<GridRows>): readonly Option<Id>[] {
  switch (to) {
    case 'employer':
      return (rows.employers ?? []).map((row) => ({
        value: row.id,
        label: row.employer.name,
        ...(row.employer.siret === null ? {} : { detail: row.employer.siret }),
      }))
    case 'position':
      return (rows.positions ?? []).map((row) => ({
        value: row.id,
        label: positionName(row.position),
        detail: row.employerName,
      }))
    case 'person':
      return (rows.persons ?? []).map((row) => ({
        value: row.id,
        label: `${row.person.lastName} ${row.person.firstName}`,
        ...(row.positionLabel === null ? {} : { detail: row.positionLabel }),
      }))
    case 'contract':
      return (rows.contracts ?? []).map((row) => ({
        value: row.id,
        label: `${row.personName}, ${CONTRACT_KIND_WORDS[row.contract.kind]} du ${frDay(row.contract.startsOn)}`,
        ...(row.positionStateId === null ? {} : { detail: row.positionStateId }),
      }))
    case 'agreement':
      return (rows.agreements ?? []).map((row) => ({
        value: row.id,
        label: `${row.agreement.reference}, ${row.agreement.funder}`,
        detail: row.employerName,
      }))
  }
}

export function positionName(position: { readonly stateId: string | null; readonly label: string }): string {
  return position.stateId === null ? position.label : `${position.stateId} ${position.label}`
}
