/** Invented employers of a national file: half associations, then communes, EPCI, CCAS, départements, in every zone. */
import type { Employer } from '#shared/domain/facts.ts'
import type { LegalForm, Sector, Zone } from '#shared/domain/words.ts'
import type { FactsDraft } from '../facts-draft.ts'
import { inventedSiret, personName, placeName } from './invented-names.ts'
import type { Random, Weighted } from './random.ts'

interface Form {
  readonly legalForm: LegalForm
  readonly sector: Sector
  readonly name: (place: string) => string
}

const form = (legalForm: LegalForm, sector: Sector, name: Form['name']): Form => ({ legalForm, sector, name })

const FORMS: Weighted<Form> = [
  [form('association', 'private', (p) => `Association numérique ${p}`), 30],
  [form('association', 'private', (p) => `Centre social de ${p}`), 16],
  [form('commune', 'public', (p) => `Commune de ${p}`), 24],
  [form('epci', 'public', (p) => `Communauté de communes ${p}`), 16],
  [form('ccas', 'public', (p) => `CCAS de ${p}`), 6],
  [form('departement', 'public', (p) => `Département de ${p}`), 2],
  [form('syndicat', 'public', (p) => `Syndicat mixte ${p}`), 3],
  [form('gip', 'public', (p) => `GIP ${p} Inclusion`), 1],
  [form('company', 'private', (p) => `SCIC ${p} Services`), 2],
]

const OVERSEAS: Readonly<Record<string, Zone>> = {
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
}
const ALSACE_MOSELLE: readonly string[] = ['57', '67', '68']
const MAINLAND: readonly string[] = Array.from({ length: 95 }, (_, i) =>
  String(i + 1).padStart(2, '0'),
).flatMap((code) => (code === '20' ? ['2A', '2B'] : [code]))
/** One employer in twelve is overseas. */
const DEPARTMENTS: Weighted<string> = [
  ...MAINLAND.map((code): readonly [string, number] => [code, 1]),
  ...['971', '972', '973', '976'].map((code): readonly [string, number] => [code, 1.7]),
  ['974', 2.5],
  ['977', 0.1],
  ['978', 0.2],
]
const FISCAL_STARTS: Weighted<string> = [
  ['01-01', 86],
  ['09-01', 10],
  ['07-01', 4],
]

/** Employers that hold `positions` posts in all, with how many each holds: most one, a few many (3 598 for 5 139 nationally). */
export function addEmployers(
  draft: FactsDraft,
  random: Random,
  positions: number,
): readonly { readonly employer: Employer; readonly posts: number }[] {
  const list: { readonly employer: Employer; readonly posts: number }[] = []
  for (let left = positions; left > 0; ) {
    const chosen = random.weighted(FORMS)
    const posts = Math.min(left, postsOf(random, chosen.legalForm))
    list.push({ employer: addEmployer(draft, random, chosen, list.length + 1), posts })
    left -= posts
  }
  return list
}

function postsOf(random: Random, legalForm: LegalForm): number {
  if (legalForm === 'departement') return random.int(3, 18)
  return random.weighted([
    [1, 83],
    [2, 11],
    [3, 3],
    [random.int(4, 8), 3],
  ])
}

function addEmployer(draft: FactsDraft, random: Random, chosen: Form, n: number): Employer {
  const department = random.weighted(DEPARTMENTS)
  const place = placeName(random)
  const isPrivate = chosen.sector === 'private'
  const inQpv = random.chance(0.18)
  const contact = personName(random)
  const suffix = department.length === 3 ? two(random) : `${random.int(1, 9)}${two(random)}`
  const communeCode = `${department}${suffix}`
  return draft.employer({
    name: `${chosen.name(place)} (${department})`,
    shortName: place,
    sector: chosen.sector,
    legalForm: chosen.legalForm,
    siret: inventedSiret(n),
    rna:
      chosen.legalForm === 'association'
        ? `W${department.slice(0, 2).replace(/[AB]/, '0')}${String(1_000_000 + n)}`
        : null,
    ape: isPrivate ? '9499Z' : '8411Z',
    stateId: String(20_000 + n),
    zone: ALSACE_MOSELLE.includes(department) ? 'alsace-moselle' : (OVERSEAS[department] ?? 'metropole'),
    fiscalYearStart: isPrivate ? random.weighted(FISCAL_STARTS) : '01-01',
    idcc: isPrivate ? '1518' : null,
    postcode: `${department.slice(0, 2).replace(/[AB]/, '0')}${random.int(100, 999)}`,
    communeCode,
    communeName: place,
    departmentCode: department,
    inQpv,
    inFrr: !inQpv && random.chance(0.3),
    franceServices: random.chance(0.25),
    contactName: `${contact.firstName} ${contact.lastName}`,
    email: `contact-${n}@jalon.example`,
    chargesRate: isPrivate ? 4200 : random.int(36, 42) * 100,
  })
}

function two(random: Random): string {
  return String(random.int(1, 99)).padStart(2, '0')
}
