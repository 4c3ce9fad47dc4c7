/** The employer a row names. Files of posts or advisors only name it: what the dossier holds of it is completed, never replaced. */
import { usualChart } from '#shared/domain/blank-rows.ts'
import type { Employer } from '#shared/domain/facts.ts'
import type { ContractKind, Sector } from '#shared/domain/words.ts'
import {
  type EstablishmentId,
  readCommuneCode,
  readDepartment,
  readPostcode,
  readSiret,
} from '../cells/identifier-cell.ts'
import {
  departmentOf,
  guessLegalForm,
  guessPublicName,
  guessSector,
  readSector,
  zoneOfDepartment,
} from '../cells/structure-words.ts'
import { readCode, readLine, readText } from '../cells/text-cell.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { type Engine, onlyMissing, refuseTaken, refuseWithoutKey, set } from './engine.ts'

export interface EmployerCells {
  readonly id: EstablishmentId | null
  readonly stateId: string | null
  readonly name: string | null
  readonly sector: Sector | null
  readonly facts: Pick<Employer, 'departmentCode' | 'communeCode' | 'communeName' | 'postcode' | 'address'>
}

export function readEmployer(row: RowReader): EmployerCells {
  const department = row.read('employer.departmentCode', readDepartment)
  const communeCode = row.read('employer.communeCode', (c) => readCommuneCode(c, department))
  const postcode = row.read('employer.postcode', (c) => readPostcode(c, department))
  const departmentCode = department ?? departmentOf(communeCode, postcode)
  return {
    id: row.read('employer.siret', (c) => readSiret(c, departmentCode === '988')),
    stateId: row.read('employer.stateId', readCode),
    name: row.read('employer.name', readLine),
    sector: row.read('employer.sector', readSector),
    facts: {
      departmentCode,
      communeCode,
      communeName: row.read('employer.communeName', readLine),
      postcode,
      address: row.read('employer.address', readText),
    },
  }
}

export function namesEmployer(cells: EmployerCells): boolean {
  return cells.id !== null || cells.stateId !== null || cells.name !== null
}

/** The employer named, made where it is not known yet; the only one of the dossier where the row names none; else null. */
export function resolveEmployer(
  engine: Engine,
  row: RowReader,
  cells: EmployerCells,
  contractKind: ContractKind | null,
): Employer | null {
  if (!namesEmployer(cells)) return engine.soleEmployer()
  const { employer: key } = engine.keys
  if (key !== null && (key === 'siret' ? cells.id : cells[key]) === null) {
    refuseWithoutKey(row, 'employer', key)
    return null
  }
  const known = findEmployer(engine, cells)
  const holder = key === null ? null : otherHolder(engine, cells, known)
  if (holder !== null) {
    refuseTaken(row, holder.field, holder.name)
    return null
  }
  // Several of that name and nothing to tell them apart: another one would be made at each line.
  const { name } = cells
  const isOnlyNamed = key === 'name' || (cells.id === null && cells.stateId === null)
  if (known === null && name !== null && isOnlyNamed)
    if (engine.employers.named(name).length > 1) {
      row.refuseCell('employer.name', 'employer.ambiguous', { name })
      return null
    }
  if (known === null) return createEmployer(engine, row, cells, contractKind)
  const heldId = known.siret ?? known.ridet
  if (cells.id !== null && heldId !== null && cells.id.value !== heldId)
    row.warnCell('employer.siret', 'key.other-held', { held: heldId })
  if (cells.stateId !== null && known.stateId !== null && cells.stateId !== known.stateId)
    row.warnCell('employer.stateId', 'key.other-held', { held: known.stateId })
  const siret = cells.id?.kind === 'siret' && known.ridet === null ? cells.id.value : null
  const values = onlyMissing(engine, 'employer', known.id, { siret, stateId: cells.stateId, ...cells.facts })
  set(engine, row, 'employer', known.id, values)
  const now = engine.world.get('employer', known.id)
  if (Object.keys(values).length > 0) engine.employers.add(now)
  return now
}

function findEmployer(engine: Engine, cells: EmployerCells): Employer | null {
  const { employers } = engine
  switch (engine.keys.employer) {
    case 'siret':
      return cells.id === null ? null : employers.find(cells.id, null, null)
    case 'stateId':
      return cells.stateId === null ? null : employers.byStateId(cells.stateId)
    case 'name':
      return cells.name === null ? null : employers.byName(cells.name)
  }
  if (cells.id !== null) return employers.find(cells.id, cells.name, cells.facts.communeName)
  const byState = cells.stateId === null ? null : employers.byStateId(cells.stateId)
  return byState ?? (cells.name === null ? null : employers.byName(cells.name))
}

/** Another employer than the one recognised that already has an identifier of the line. */
function otherHolder(
  engine: Engine,
  cells: EmployerCells,
  known: Employer | null,
): { readonly field: string; readonly name: string } | null {
  const { employers } = engine
  const bySiret = cells.id === null ? null : employers.find(cells.id, null, null)
  if (bySiret !== null && bySiret.id !== known?.id) return { field: 'employer.siret', name: bySiret.name }
  const byStateId = cells.stateId === null ? null : employers.byStateId(cells.stateId)
  if (byStateId !== null && byStateId.id !== known?.id)
    return { field: 'employer.stateId', name: byStateId.name }
  return null
}

function createEmployer(
  engine: Engine,
  row: RowReader,
  cells: EmployerCells,
  contractKind: ContractKind | null,
): Employer {
  const siret = cells.id?.kind === 'siret' ? cells.id.value : null
  const name = cells.name ?? siret ?? cells.id?.value ?? `Structure ${cells.stateId ?? ''}`
  const sector = cells.sector ?? guessSector(siret) ?? sectorOfKind(contractKind) ?? guessPublicName(name)
  if (cells.sector === null && guessSector(siret) === null)
    row.say('warning', 'employer.sector-guessed', { name, sector })
  const zone = zoneOfDepartment(cells.facts.departmentCode)
  if (zone === null) row.say('warning', 'zone.unknown', { department: cells.facts.departmentCode ?? '' })
  const employer = engine.world.create('employer', {
    name,
    sector,
    legalForm: guessLegalForm(name, sector),
    siret,
    ridet: cells.id?.kind === 'ridet' ? cells.id.value : null,
    stateId: cells.stateId,
    zone: zone ?? 'metropole',
    chart: usualChart(sector),
    ...cells.facts,
  })
  engine.employers.add(employer)
  row.touch('employer', employer.id, 'created')
  return employer
}

function sectorOfKind(kind: ContractKind | null): Sector | null {
  if (kind === null || kind === 'CDD' || kind === 'CDI') return null
  return kind === 'PEC' ? null : 'public'
}
