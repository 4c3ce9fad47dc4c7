/** What the parts of a row share: the dossier as it becomes, the indexes over it, and how a value of the file is set. */
import type { Day } from '#shared/domain/day.ts'
import { day } from '#shared/domain/day.ts'
import type { AgreementAmendment, ContractAmendment, Employer, Id, NewEntity } from '#shared/domain/facts.ts'
import { type ChosenKeys, fieldsOfKey, type Recognised } from '#shared/domain/recognition.ts'
import { createEmployerIndex, type EmployerIndex } from '../plan/employer-index.ts'
import { createPeopleIndex, type PeopleIndex } from '../plan/people-index.ts'
import { createPostsIndex, type PostsIndex } from '../plan/posts-index.ts'
import type { ProfileContext } from '../plan/profile.ts'
import type { RowReader } from '../plan/row-reader.ts'
import type { Imported, World } from '../plan/world.ts'
import { type AgreementIndex, createAgreementIndex } from './agreement-index.ts'

/** First day of the scheme: where a file gives no day at all for a post, it is attached from then, and that is said. */
export const SCHEME_START = day('2021-01-01')

export interface Engine {
  readonly world: World
  readonly today: Day
  readonly blanksErase: boolean
  readonly keepUnmapped: boolean
  /** By what objects are recognised here: keys chosen, of those this sheet gives. */
  readonly keys: ChosenKeys
  readonly employers: EmployerIndex
  readonly posts: PostsIndex
  readonly people: PeopleIndex
  readonly agreements: AgreementIndex
  /** Header written over the names: tells which part comes first. */
  readonly nameHeader: string
  readonly notice: ProfileContext['notice']
  /** The employer of a file that names none: the only one of the dossier. */
  soleEmployer(): Employer | null
  has(field: string): boolean
  /** Amendments of the dossier, in order of effect: what a contract or an agreement has become. */
  amendmentsOfContract(id: Id): readonly ContractAmendment[]
  amendmentsOfAgreement(id: Id): readonly AgreementAmendment[]
}

export function createEngine(context: ProfileContext): Engine {
  const { world, today, mapping, headers, notice } = context
  const fields = new Set(headers.columns.map((c) => c.field))
  const sole = [...world.all('employer')]
  return {
    world,
    today,
    notice,
    blanksErase: mapping.blanksErase,
    keepUnmapped: mapping.keepUnmapped,
    keys: keysHere(mapping.keys, fields),
    employers: createEmployerIndex(world),
    posts: createPostsIndex(world),
    people: createPeopleIndex(world),
    agreements: createAgreementIndex(world),
    nameHeader: headers.columns.find((c) => c.field === 'person.fullName')?.name ?? '',
    soleEmployer: () =>
      sole.length === 1 && sole[0] !== undefined ? world.find('employer', sole[0].id) : null,
    has: (field) => fields.has(field),
    amendmentsOfContract: grouped(world.all('contractAmendment'), (a) => a.contractId),
    amendmentsOfAgreement: grouped(world.all('agreementAmendment'), (a) => a.agreementId),
  }
}

/** A key no column of the sheet gives cannot be asked of its lines: the usual order holds (said by the plan). */
function keysHere(chosen: ChosenKeys, fields: ReadonlySet<string | null>): ChosenKeys {
  const given = <R extends Recognised>(object: R) => {
    const key = chosen[object]
    return key !== null && fieldsOfKey(object, key).some((field) => fields.has(field)) ? key : null
  }
  return {
    employer: given('employer'),
    position: given('position'),
    person: given('person'),
    contract: given('contract'),
    agreement: given('agreement'),
  }
}

/** The line lacks what its object is recognised by. */
export function refuseWithoutKey(row: RowReader, object: Recognised, key: string): void {
  const [field = ''] = fieldsOfKey(object, key).filter((id) => row.has(id))
  row.refuseCell(field, 'key.missing', { object, key })
}

/** An identifier of the file that another object than the one recognised already has: the line is refused. */
export function refuseTaken(row: RowReader, field: string, name: string): void {
  row.refuseCell(field, 'key.taken', { name })
}

function grouped<A extends { readonly effectiveOn: Day }>(
  amendments: Iterable<A>,
  ownerOf: (a: A) => Id,
): (id: Id) => readonly A[] {
  const byOwner = new Map<Id, A[]>()
  for (const a of amendments) {
    const own = byOwner.get(ownerOf(a))
    if (own === undefined) byOwner.set(ownerOf(a), [a])
    else own.push(a)
  }
  for (const list of byOwner.values()) list.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
  return (id) => byOwner.get(id) ?? []
}

/**
 * Values the file states for an object: what is empty says nothing, or (where asked) empties the value held. Fields are named
 * after their column, "contract.endsOn" for `endsOn` of a contract.
 */
export function stated<N extends Imported>(
  engine: Engine,
  row: RowReader,
  entity: N,
  values: Partial<NewEntity<N>>,
): Partial<NewEntity<N>> {
  const kept: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    const id = `${entity}.${field}`
    const erases = engine.blanksErase && value === null && row.has(id) && !row.filled(id)
    if ((value !== null && value !== undefined) || erases) kept[field] = value
  }
  return kept as Partial<NewEntity<N>>
}

/** Writes what differs, and shows it at the cells. */
export function set<N extends Imported>(
  engine: Engine,
  row: RowReader,
  entity: N,
  id: Id,
  values: Partial<NewEntity<N>>,
): void {
  row.changed(entity, id, engine.world.update(entity, id, values))
}

/** Only what the dossier does not hold yet. */
export function onlyMissing<N extends Imported>(
  engine: Engine,
  entity: N,
  id: Id,
  values: Partial<NewEntity<N>>,
): Partial<NewEntity<N>> {
  const held = engine.world.get(entity, id) as unknown as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== null && held[field] === null),
  ) as Partial<NewEntity<N>>
}

/** Adds a line to a note, once. */
export function withLine(note: string | null, line: string): string {
  if (note === null || note === '') return line
  return note.split('\n').includes(line) ? note : `${note}\n${line}`
}
