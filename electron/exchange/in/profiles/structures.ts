/**
 * Profile 1: the public list of employer structures. One line = one employer and N posts granted on the day of the selection
 * committee. The list names no workplace, no holder and no agreement: none is invented, its estimate of the State's investment
 * is kept as a line of the employer's note. Posts are recognised at a second import by employer and day granted.
 */
import { usualChart } from '#shared/domain/blank-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Employer, Id } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { noteOfEstimate } from '#shared/text/exchange/import.ts'
import { readAmount } from '../cells/amount-cell.ts'
import { readDay } from '../cells/day-cell.ts'
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
  guessSector,
  readSector,
  zoneOfDepartment,
} from '../cells/structure-words.ts'
import { readCount, readFlag, readLine, readText } from '../cells/text-cell.ts'
import { STRUCTURES_FIELDS } from '../fields/structures-fields.ts'
import { createEmployerIndex, type EmployerIndex, nameKey } from '../plan/employer-index.ts'
import type { Profile, ProfileContext, RowInterpreter } from '../plan/profile.ts'
import type { RowReader } from '../plan/row-reader.ts'
import type { World } from '../plan/world.ts'
import { checkObjects } from '../rows/check-objects.ts'
import { createGrantedPosts } from './granted-posts.ts'
import { isTotalsWord, TOTALS } from './pass-over.ts'

const MAX_POSTS = 1000

export const structuresProfile: Profile = {
  id: 'structures',
  label: 'Liste publique des structures',
  fields: STRUCTURES_FIELDS,
  essential: new Set([
    'employer.name',
    'employer.siret',
    'employer.sector',
    'positions.count',
    'positions.grantedOn',
  ]),
  signature: ['employer.siret', 'positions.count', 'positions.grantedOn'],
  least: 5,
  order: 0,
  byHand: false,
  start,
  passOver(row) {
    const name = row.read('employer.name', readLine)
    if (name !== null && isTotalsWord(name)) return TOTALS
    // A sum under the columns: no name, no SIRET, no day, only numbers.
    const onlyNumbers =
      name === null &&
      !row.filled('employer.siret') &&
      !row.filled('positions.grantedOn') &&
      (row.filled('positions.count') || row.filled('list.estimate'))
    return onlyNumbers ? TOTALS : null
  },
}

/** What the lines of the file said so far of one employer. */
interface Seen {
  readonly first: RowReader
  /** Posts the file grants it, and what it says they cost the State, by day. */
  readonly granted: Map<Day, number>
  readonly estimates: Map<Day, number>
}

function start(context: ProfileContext): RowInterpreter {
  const { world, notice } = context
  const employers = createEmployerIndex(world)
  const posts = createGrantedPosts(world)
  const seen = new Map<Id, Seen>()

  /** The first line states the employer; the next ones only add posts to it. Null: the line is refused. */
  const identify = (row: RowReader, parsed: ParsedRow): Employer | null => {
    let found: Employer | null = null
    world.attempt(() => {
      const { employer, isNew } = findOrCreate(row, parsed, employers, world)
      if (!isNew && !seen.has(employer.id)) updateEmployer(row, parsed, employer, world)
      checkObjects(world, row)
      found = employer
      return !row.isRefused
    })
    return row.isRefused ? null : found
  }
  const interpret = (row: RowReader) => {
    const parsed = readRow(row)
    if (row.isRefused || parsed === null) return
    const employer = identify(row, parsed)
    if (employer === null) return
    const known = seen.get(employer.id)
    const said = known ?? { first: row, granted: new Map<Day, number>(), estimates: new Map<Day, number>() }
    if (known === undefined) seen.set(employer.id, said)
    else {
      const values = { line: known.first.line, count: parsed.count, name: employer.name, id: parsed.id.value }
      row.say('info', 'employer.repeated', values)
      notice(row.line, 'employer.repeated', values)
    }
    addTo(said.granted, parsed.grantedOn, parsed.count)
    if (parsed.estimateCents !== null) addTo(said.estimates, parsed.grantedOn, parsed.estimateCents)
    const wanted = said.granted.get(parsed.grantedOn) ?? 0
    if (wanted === 0) row.say('info', 'count.zero')
    const added = posts.grant(row, world.get('employer', employer.id), parsed.grantedOn, wanted)
    if (added > 0 && employer.id > 0) row.fate = 'modified'
  }
  const finish = () => {
    for (const [id, said] of seen)
      for (const [grantedOn, estimate] of said.estimates)
        keepEstimate(
          said.first,
          id,
          noteOfEstimate(grantedOn, said.granted.get(grantedOn) ?? 0, cents(estimate)),
          world,
        )
  }
  return { interpret, finish }
}

function addTo(map: Map<Day, number>, on: Day, count: number): void {
  map.set(on, (map.get(on) ?? 0) + count)
}

interface ParsedRow {
  readonly id: EstablishmentId
  readonly count: number
  readonly grantedOn: Day
  readonly name: string | null
  readonly sector: Employer['sector'] | null
  readonly estimateCents: number | null
  readonly facts: Partial<
    Pick<
      Employer,
      | 'communeName'
      | 'departmentCode'
      | 'address'
      | 'communeCode'
      | 'postcode'
      | 'inFrr'
      | 'inQpv'
      | 'franceServices'
    >
  >
}

/** Null where the line lacks what it takes to make an employer and its posts; the reasons are at the cells. */
function readRow(row: RowReader): ParsedRow | null {
  const name = row.read('employer.name', readLine)
  const writtenDepartment = row.read('employer.departmentCode', readDepartment)
  const communeCode = row.read('employer.communeCode', (c) => readCommuneCode(c, writtenDepartment))
  const postcode = row.read('employer.postcode', (c) => readPostcode(c, writtenDepartment))
  const departmentCode = writtenDepartment ?? departmentOf(communeCode, postcode)
  const id = row.read('employer.siret', (c) => readSiret(c, departmentCode === '988'))
  const count = row.read('positions.count', readCount)
  const grantedOn = row.read('positions.grantedOn', readDay)
  const sector = row.read('employer.sector', readSector)
  const estimateCents = row.read('list.estimate', readAmount)
  const facts = {
    communeName: row.read('employer.communeName', readLine),
    address: row.read('employer.address', readText),
    inFrr: row.read('employer.inFrr', readFlag),
    inQpv: row.read('employer.inQpv', readFlag),
    franceServices: row.read('employer.franceServices', readFlag),
    departmentCode,
    communeCode,
    postcode,
  }
  if (id === null && !row.refused('employer.siret')) row.refuseCell('employer.siret', 'siret.missing')
  if (count === null && !row.refused('positions.count')) row.refuseCell('positions.count', 'count.missing')
  if (count !== null && count > MAX_POSTS)
    row.refuseCell('positions.count', 'count.too-many', { count, max: MAX_POSTS })
  if (grantedOn === null && !row.refused('positions.grantedOn'))
    row.refuseCell('positions.grantedOn', 'day.missing')
  if (id === null || count === null || grantedOn === null) return null
  // A blank says nothing: it neither sets nor erases.
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  return { id, count, grantedOn, name, sector, estimateCents, facts: stated }
}

function findOrCreate(
  row: RowReader,
  parsed: ParsedRow,
  employers: EmployerIndex,
  world: World,
): { readonly employer: Employer; readonly isNew: boolean } {
  const known = employers.find(parsed.id, parsed.name, parsed.facts.communeName ?? null)
  if (known !== null) return { employer: known, isNew: false }
  const siret = parsed.id.kind === 'siret' ? parsed.id.value : null
  const sector = parsed.sector ?? guessSector(siret) ?? 'private'
  if (parsed.sector === null) row.warnCell('employer.sector', 'sector.guessed', { sector })
  const legalForm = parsed.name === null ? 'other' : guessLegalForm(parsed.name, sector)
  if (sector === 'public' && legalForm === 'association')
    row.warnCell('employer.sector', 'sector.association', { name: parsed.name ?? '' })
  const department = parsed.facts.departmentCode ?? null
  const zone = zoneOfDepartment(department)
  if (zone === null) row.say('warning', 'zone.unknown', { department: department ?? '' })
  if (parsed.name === null) row.say('warning', 'employer.unnamed', { id: parsed.id.value })
  const employer = world.create('employer', {
    name: parsed.name ?? parsed.id.value,
    sector,
    legalForm,
    siret,
    ridet: parsed.id.kind === 'ridet' ? parsed.id.value : null,
    zone: zone ?? 'metropole',
    chart: usualChart(sector),
    ...parsed.facts,
  })
  employers.add(employer)
  row.touch('employer', employer.id, 'created')
  return { employer, isNew: true }
}

function updateEmployer(row: RowReader, parsed: ParsedRow, employer: Employer, world: World): void {
  const values: Partial<Record<keyof Employer, unknown>> = {
    ...(employer.siret === null && employer.ridet === null ? { [parsed.id.kind]: parsed.id.value } : {}),
    ...(parsed.name === null ? {} : { name: parsed.name }),
    ...(parsed.sector === null ? {} : { sector: parsed.sector }),
    ...parsed.facts,
  }
  // The list writes in capitals without accents: words typed properly since are not undone for that.
  for (const field of ['name', 'communeName', 'address'] as const) {
    const [stated, held] = [values[field], employer[field]]
    if (typeof stated === 'string' && held !== null && nameKey(stated) === nameKey(held)) delete values[field]
  }
  row.changed('employer', employer.id, world.update('employer', employer.id, values as Partial<Employer>))
}

/** The list's estimate is no agreement: it is kept in words, once per committee day. */
function keepEstimate(row: RowReader, id: Id, line: string, world: World): void {
  const note = world.get('employer', id).note
  if (note?.split('\n').includes(line)) return
  const changes = world.update('employer', id, { note: note === null ? line : `${note}\n${line}` })
  if (id > 0) row.changed('employer', id, changes)
}
