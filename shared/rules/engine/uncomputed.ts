/** The objects some rule failed for, by the names people know them by. Reads facts only: what failed is not asked again. */
import type { Id } from '../../domain/facts.ts'
import type { Containment, Failure } from './containment.ts'
import type { Derived } from './derive.ts'
import { type FactsIndex, rowsOf } from './index-facts.ts'
import type { IslandKind, Place } from './island.ts'
import { personName, positionName } from './names.ts'

export interface Uncomputed extends Failure {
  readonly name: string
  /** What it depends on in the end, where that is the cause: the one object that could be corrected. */
  readonly onName: string | null
  readonly employerIds: readonly Id[]
  /** Post whose sheet shows it, else what it depends on; null where that is of none, or of several. */
  readonly positionId: Id | null
}

/** What failed of a structure, or of all: what fails by itself, then what depends on it, by kinds and names. */
export function uncomputedOf(
  { containment, index }: Pick<Derived, 'containment' | 'index'>,
  employerId: Id | null = null,
): readonly Uncomputed[] {
  return containment.list
    .map((failure) => named(failure, containment, index))
    .filter((each) => employerId === null || each.employerIds.includes(employerId))
    .sort(
      (a, b) =>
        Number(a.cause.kind === 'depends') - Number(b.cause.kind === 'depends') ||
        RANK[a.kind] - RANK[b.kind] ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id),
    )
}

export function uncomputedAt(
  containment: Containment,
  kind: IslandKind,
  id: Id,
  index: FactsIndex,
): Uncomputed | null {
  const failure = containment.of(kind, id)
  return failure === undefined ? null : named(failure, containment, index)
}

const RANK: Readonly<Record<IslandKind, number>> = {
  agreement: 0,
  position: 1,
  contract: 2,
  instalment: 3,
  employer: 4,
  payment: 5,
  person: 6,
  free: 7,
}

function named(failure: Failure, containment: Containment, index: FactsIndex): Uncomputed {
  const { name, positions, employers } = KINDS[failure.kind](failure.id, index)
  const on = failure.cause.kind === 'depends' ? rootOf(failure.cause.on, containment) : null
  const known = on === null ? null : KINDS[on.kind](on.id, index)
  return {
    ...failure,
    ...(on === null ? {} : { cause: { kind: 'depends', on } }),
    name,
    onName: known?.name ?? null,
    employerIds: [...new Set([...employers, ...positions.flatMap((id) => employersOf(id, index))])],
    positionId: onlyOne(positions) ?? onlyOne(known?.positions ?? []),
  }
}

/** Where a chain of dependences begins. Bounded: no chain is longer than the list. */
function rootOf(on: Place, containment: Containment): Place {
  let root = on
  for (let left = containment.size; left > 0; left -= 1) {
    const cause = containment.of(root.kind, root.id)?.cause
    if (cause?.kind !== 'depends') break
    root = cause.on
  }
  return root
}

function onlyOne(ids: readonly Id[]): Id | null {
  return ids.length === 1 ? (ids[0] ?? null) : null
}

/** All it was ever attached to: which one it is today is what a rule would say. */
function employersOf(positionId: Id, index: FactsIndex): readonly Id[] {
  return rowsOf(index.attachmentsByPosition, positionId).map((row) => row.employerId)
}

interface Known {
  readonly name: string
  readonly positions: readonly Id[]
  readonly employers: readonly Id[]
}

const KINDS: Readonly<Record<IslandKind, (id: Id, index: FactsIndex) => Known>> = {
  position: (id, index) => ({ name: positionName(index.positions.get(id)), positions: [id], employers: [] }),
  contract(id, index) {
    const contract = index.contracts.get(id)
    return {
      name: contract === undefined ? '' : personName(index.persons.get(contract.personId)),
      positions: contract === undefined ? [] : [contract.positionId],
      employers: [],
    }
  },
  agreement: (id, index) => ({ name: index.agreements.get(id)?.reference ?? '', ...ofAgreement(id, index) }),
  instalment(id, index) {
    const instalment = index.instalments.get(id)
    if (instalment === undefined) return { name: '', positions: [], employers: [] }
    const agreement = index.agreements.get(instalment.agreementId)
    const own = ofAgreement(instalment.agreementId, index)
    return {
      name: [instalment.label, agreement?.reference].filter(Boolean).join(', '),
      positions: instalment.positionId === null ? own.positions : [instalment.positionId],
      employers: own.employers,
    }
  },
  payment(id, index) {
    const payment = index.payments.get(id)
    return {
      name: payment?.bankReference ?? payment?.titleNumber ?? payment?.receivedOn ?? '',
      positions: [],
      employers: payment === undefined ? [] : [payment.employerId],
    }
  },
  employer: (id, index) => ({ name: index.employers.get(id)?.name ?? '', positions: [], employers: [id] }),
  person(id, index) {
    const contracts = rowsOf(index.contractsByPerson, id)
    return {
      name: personName(index.persons.get(id)),
      positions: [...new Set(contracts.map((contract) => contract.positionId))],
      employers: [],
    }
  },
  free(id, index) {
    const free = index.facts.freeDeadlines.find((each) => each.id === id)
    return {
      name: free?.title ?? '',
      positions: free?.positionId == null ? [] : [free.positionId],
      employers: free?.employerId == null ? [] : [free.employerId],
    }
  },
}

function ofAgreement(id: Id, index: FactsIndex): Omit<Known, 'name'> {
  const employerId = index.agreements.get(id)?.employerId
  return {
    positions: [...new Set(rowsOf(index.grantsByAgreement, id).map((grant) => grant.positionId))],
    employers: employerId === undefined ? [] : [employerId],
  }
}
