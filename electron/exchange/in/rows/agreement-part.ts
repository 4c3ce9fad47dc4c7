/** The agreement of a row and what it grants the post. What lacks a start or an end is said, not made up. */
import type { Day } from '#shared/domain/day.ts'
import type { Agreement, Employer, Position } from '#shared/domain/facts.ts'
import { type Cents, sumCents, ZERO } from '#shared/domain/money.ts'
import type { FunderKind, Scheme } from '#shared/domain/words.ts'
import { BUILT_IN_SCALES } from '#shared/rules/aid/scales.ts'
import { agreementReference } from '#shared/text/exchange/import.ts'
import { readPositiveAmount } from '../cells/amount-cell.ts'
import { bare } from '../cells/cell.ts'
import { readDay } from '../cells/day-cell.ts'
import { readLine } from '../cells/text-cell.ts'
import { readScheme } from '../cells/words-cell.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { type Engine, refuseWithoutKey, set, stated } from './engine.ts'

/** Who pays for the State (DOMAIN, part 1). */
const STATE_PAYER = 'Caisse des Dépôts'

export interface AgreementCells {
  readonly scheme: Scheme | null
  readonly reference: string | null
  readonly dsNumber: string | null
  readonly ejNumber: string | null
  readonly funder: string | null
  readonly signedOn: Day | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly totalCents: Cents | null
}

export function readAgreement(row: RowReader): AgreementCells {
  return {
    scheme: row.read('agreement.scheme', readScheme),
    reference: row.read('agreement.reference', readLine),
    dsNumber: row.read('agreement.dsNumber', readLine),
    ejNumber: row.read('agreement.ejNumber', readLine),
    funder: row.read('agreement.funder', readLine),
    signedOn: row.read('agreement.signedOn', readDay),
    startsOn: row.read('agreement.startsOn', readDay),
    endsOn: row.read('agreement.endsOn', readDay),
    totalCents: row.read('agreement.totalCents', readPositiveAmount),
  }
}

/** A scheme alone ("V2" beside an advisor) tells which agreement, but says nothing of it. */
export function speaksOfAgreement({ scheme: _, ...cells }: AgreementCells): boolean {
  return Object.values(cells).some((value) => value !== null)
}

export function resolveAgreement(
  engine: Engine,
  row: RowReader,
  cells: AgreementCells,
  employer: Employer | null,
  position: Position | null,
): Agreement | null {
  const { agreement: key } = engine.keys
  if (key !== null && (key === 'reference' ? cells.reference : (cells.dsNumber ?? cells.ejNumber)) === null) {
    refuseWithoutKey(row, 'agreement', key)
    return null
  }
  const known = findAgreement(engine, cells, employer, position)
  const agreement = known ?? createAgreement(engine, row, cells, employer)
  if (agreement === null) return null
  if (known !== null) {
    const moved = movedEnd(engine, known)
    const values = stated(engine, row, 'agreement', {
      dsNumber: cells.dsNumber,
      ejNumber: cells.ejNumber,
      signedOn: cells.signedOn,
      ...(cells.startsOn === null ? {} : { startsOn: cells.startsOn }),
      ...(cells.endsOn === null || cells.endsOn === moved ? {} : { endsOn: cells.endsOn }),
    })
    const after = { ...known, ...values }
    if (after.endsOn < after.startsOn) {
      row.refuseCell('agreement.endsOn', 'agreement.end-before-start', { startsOn: after.startsOn })
      return null
    }
    set(engine, row, 'agreement', known.id, values)
  }
  if (position !== null && cells.totalCents !== null)
    grantTotal(engine, row, cells.totalCents, engine.world.get('agreement', agreement.id), position, employer)
  return engine.world.get('agreement', agreement.id)
}

function findAgreement(
  engine: Engine,
  cells: AgreementCells,
  employer: Employer | null,
  position: Position | null,
): Agreement | null {
  const { agreements } = engine
  const { agreement: key } = engine.keys
  if (cells.reference !== null && key !== 'number')
    return agreements.byReference(cells.reference, employer?.id ?? null)
  for (const number of [cells.dsNumber, cells.ejNumber]) {
    const found = number === null ? null : agreements.byNumber(number)
    if (found !== null) return found
  }
  if (key === 'number') return null
  const sameEnd = (a: Agreement) =>
    cells.endsOn === null || a.endsOn === cells.endsOn || movedEnd(engine, a) === cells.endsOn
  const ofPost = position === null ? [] : agreements.ofPosition(position.id, cells.scheme)
  if (ofPost.length === 1) return ofPost[0] ?? null
  const exact = ofPost.filter(sameEnd)
  if (exact.length === 1) return exact[0] ?? null
  if (employer === null || cells.endsOn === null) return null
  const ofEmployer = agreements
    .ofEmployer(employer.id)
    .filter((a) => (cells.scheme === null || a.scheme === cells.scheme) && sameEnd(a))
    .filter((a) => cells.startsOn === null || a.startsOn === cells.startsOn)
  return ofEmployer.length === 1 ? (ofEmployer[0] ?? null) : null
}

function createAgreement(
  engine: Engine,
  row: RowReader,
  cells: AgreementCells,
  employer: Employer | null,
): Agreement | null {
  const { startsOn, endsOn } = cells
  if (employer === null || startsOn === null || endsOn === null) {
    row.say('warning', employer === null ? 'agreement.without-employer' : 'agreement.incomplete')
    return null
  }
  if (endsOn < startsOn) {
    row.refuseCell('agreement.endsOn', 'agreement.end-before-start', { startsOn })
    return null
  }
  const scheme = cells.scheme ?? 'other'
  const funder = cells.funder ?? STATE_PAYER
  const agreement = engine.world.create('agreement', {
    employerId: employer.id,
    funder,
    funderKind: cells.funder === null ? 'state' : funderKindOf(funder),
    scheme,
    reference: cells.reference ?? agreementReference(scheme, startsOn),
    dsNumber: cells.dsNumber,
    ejNumber: cells.ejNumber,
    signedOn: cells.signedOn,
    startsOn,
    endsOn,
    accountingMethod: 'months',
  })
  engine.agreements.add(agreement)
  row.touch('agreement', agreement.id, 'created')
  return agreement
}

/**
 * The total of a post, spread as the scale of that very total where there is one; else one amount for the whole agreement,
 * which the rules spread over its length. An amount the dossier already holds is compared, never replaced.
 */
function grantTotal(
  engine: Engine,
  row: RowReader,
  totalCents: Cents,
  agreement: Agreement,
  position: Position,
  employer: Employer | null,
): void {
  const held = engine.agreements.grants(agreement.id, position.id)
  if (held.length > 0) {
    const sum = sumCents(held.flatMap((g) => [g.baseCents, g.bonusCents]))
    for (const grant of held) row.touch('grant', grant.id, 'unchanged')
    if (sum !== totalCents) row.warnCell('agreement.totalCents', 'grant.differs', { heldCents: sum })
    return
  }
  const scale = BUILT_IN_SCALES.find(
    (s) =>
      s.scheme === agreement.scheme &&
      (employer === null || s.sector === employer.sector) &&
      sumCents(s.years.flatMap((y) => [y.baseCents, y.bonusCents])) === totalCents,
  )
  const years = scale?.years ?? [{ baseCents: totalCents, bonusCents: ZERO }]
  for (const [i, year] of years.entries()) {
    const grant = engine.world.create('grant', {
      agreementId: agreement.id,
      positionId: position.id,
      year: i + 1,
      ...year,
    })
    engine.agreements.addGrant(grant)
    row.touch('grant', grant.id, 'created')
  }
  row.say('info', scale === undefined ? 'grant.single' : 'grant.by-scale', { scale: scale?.name ?? '' })
}

function movedEnd(engine: Engine, agreement: Agreement): Day {
  const moves = engine.amendmentsOfAgreement(agreement.id).filter((a) => a.newEndsOn !== null)
  return moves.at(-1)?.newEndsOn ?? agreement.endsOn
}

function funderKindOf(funder: string): FunderKind {
  const name = bare(funder)
  if (/caisse des depots|banque des territoires|etat|anct|prefecture/.test(name)) return 'state'
  if (/region/.test(name)) return 'region'
  if (/departement/.test(name)) return 'departement'
  if (/communaute|agglo|metropole|epci/.test(name)) return 'epci'
  if (/commune|ville|mairie/.test(name)) return 'commune'
  if (/fse|europe|feder/.test(name)) return 'europe'
  if (/fondation/.test(name)) return 'foundation'
  return /asp|pec|emploi|france travail/.test(name) ? 'employment-aid' : 'other'
}
