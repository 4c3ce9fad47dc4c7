/** What a structure's name, SIRET and department tell of it: legal form, sector, public holidays. Guesses, for new ones only. */
import type { LegalForm, Sector, Zone } from '#shared/domain/words.ts'
import type { RawCell } from '../read/source.ts'
import { bare, type CellRead, EMPTY, errorOf, isAbsent, read, refused, shownText } from './cell.ts'

const FORMS: readonly (readonly [LegalForm, RegExp])[] = [
  [
    'ccas',
    /^(ccas|cias)\b|\b(centre|ctre) (inter)?com(munal)?\b.*\baction sociale\b|\bctre intercommunal\b.*\bsociale\b/,
  ],
  ['commune', /^(commune|ville|mairie)\b/],
  ['departement', /^(departement|conseil departemental|collectivite europeenne)\b/],
  ['region', /^(region|conseil regional|collectivite territoriale)\b/],
  [
    'syndicat',
    /^(syndicat|sivom|sivu|sictom|smo|smictom|petr|si d|si de|si du|sm d|sm de|sm du|pole d'equilibre)\b/,
  ],
  [
    'epci',
    /^(cc|ca|cu|communaute|com com|metropole|eurometropole|grand)\b|\b(agglomeration|agglo|metropole|communaute)\b/,
  ],
  ['gip', /^(gip|groupement d'interet public)\b/],
  ['company', /\b(sarl|sas|sasu|eurl|scop|scic|s\.a\.r\.l)\b/],
  [
    'association',
    /\b(association|assoc|ass|asso|amicale|mjc|federation|fed|foyer|mission locale|centre social|centre socio|centre culturel|familles rurales|pimms|ligue|maison des jeunes|union|comite|cercle|club)\b/,
  ],
]
const PUBLIC_FORMS: ReadonlySet<LegalForm> = new Set([
  'commune',
  'epci',
  'ccas',
  'departement',
  'region',
  'syndicat',
  'gip',
])

export function guessLegalForm(name: string, sector: Sector): LegalForm {
  const words = bare(name).replace(/[-,]/g, ' ').replace(/\s+/g, ' ')
  const found = FORMS.find(([form, shape]) => {
    // An "agglomération" run as an association is no intercommunal body: the sector decides between them.
    if (sector === 'private' && PUBLIC_FORMS.has(form)) return false
    return shape.test(words)
  })
  return found?.[0] ?? 'other'
}

/** Local authorities and public bodies have a SIREN that begins with 1 or 2 (INSEE). */
export function guessSector(siret: string | null): Sector | null {
  if (siret === null) return null
  return /^[12]/.test(siret) ? 'public' : 'private'
}

/** Where a file says nothing of the sector: public where the name is one of a public body. */
export function guessPublicName(name: string): Sector {
  return PUBLIC_FORMS.has(guessLegalForm(name, 'public')) ? 'public' : 'private'
}

export function readSector(cell: RawCell): CellRead<Sector> {
  const error = errorOf(cell)
  if (error !== null) return error
  const text = shownText(cell)
  if (isAbsent(text) || text === '0') return EMPTY
  const word = bare(text)
  if (/^publi(c|que)\b/.test(word)) return read('public')
  if (/^prive(e)?\b/.test(word)) return read('private')
  return refused('sector.unknown', { text })
}

const ZONES: Readonly<Record<string, Zone>> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
}

/** Null where Jalon holds no calendar of public holidays for that territory. */
export function zoneOfDepartment(department: string | null): Zone | null {
  if (department === null) return 'metropole'
  return ZONES[department] ?? (/^9[78]\d$/.test(department) ? null : 'metropole')
}

/** Department of a commune code or of a postcode (Corsican postcodes do not tell which half). */
export function departmentOf(communeCode: string | null, postcode: string | null): string | null {
  const from = (code: string) => (/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2))
  if (communeCode !== null) return from(communeCode)
  return postcode === null || postcode.startsWith('20') ? null : from(postcode)
}
