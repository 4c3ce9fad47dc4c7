/**
 * The texts the rules rest on: reference, day from which that reference holds, and how sure the reading is. A code that
 * was renumbered has several versions: the one in force on the day asked for is cited, with its former name.
 */
import type { Day } from '../domain/day.ts'
import type { Confidence } from '../domain/words.ts'
import type { Basis } from './explanation.ts'

type Version = readonly [text: string, inForceFrom: string, confidence: Confidence, formerly?: string]

/** Recodification of the labour code (ordonnance 2007-329), legislative part of the CGFP, then its regulatory part (décret 2025-695). */
const LABOUR_CODE = '2008-05-01'
const ORDINANCE_2017 = '2017-09-24'
const CGFP = '2022-03-01'
const CGFP_REGULATORY = '2025-10-01'
const DECREE_88 = 'décret 88-145'
const DECREE_88_FROM = '1988-02-17'
const DECREE_88_REFORM = '2016-01-01'
const PROJECT_DECREE = '2020-02-29'

const VERSIONS = {
  'contract-end': [['Code de procédure civile art. 641', '1976-01-01', 'secondary']],
  delay: [['Code de procédure civile art. 641', '1976-01-01', 'primary']],
  'delay-roll': [['Code de procédure civile art. 642', '1976-01-01', 'primary']],
  'working-days': [['L3133-1', LABOUR_CODE, 'primary']],
  'holidays-alsace-moselle': [['L3134-13', LABOUR_CODE, 'primary']],
  'holidays-overseas': [['L3422-2', LABOUR_CODE, 'secondary']],
  'L1242-8-1': [['L1242-8-1', ORDINANCE_2017, 'primary']],
  'L1243-13-1': [['L1243-13-1', ORDINANCE_2017, 'primary']],
  'L1244-3-1': [['L1244-3-1', ORDINANCE_2017, 'primary']],
  'L1244-4-1': [['L1244-4-1', ORDINANCE_2017, 'secondary']],
  'L1242-10': [['L1242-10', LABOUR_CODE, 'primary']],
  'L1242-13': [['L1242-13', LABOUR_CODE, 'primary']],
  'L1242-2': [['L1242-2 et L1242-3', LABOUR_CODE, 'primary']],
  'L1243-11-1': [['L1243-11-1', '2024-01-01', 'primary']],
  'L1243-8': [['L1243-8', LABOUR_CODE, 'primary']],
  'L1243-10': [['L1243-10', LABOUR_CODE, 'primary']],
  'L5134-pec': [['L5134-24 et L5134-25-1', '2010-01-01', 'secondary']],
  'public-trial': [
    [`${DECREE_88} art. 4`, DECREE_88_FROM, 'secondary'],
    ['R332-20 à R332-22 CGFP', CGFP_REGULATORY, 'primary', `${DECREE_88} art. 4`],
  ],
  'public-notice': [
    [`${DECREE_88} art. 38-1`, DECREE_88_REFORM, 'secondary'],
    ['R332-38 à R332-40 CGFP', CGFP_REGULATORY, 'secondary', `${DECREE_88} art. 38-1`],
  ],
  'project-notice': [
    [`${DECREE_88} art. 38-2`, PROJECT_DECREE, 'secondary'],
    ['R332-39 CGFP', CGFP_REGULATORY, 'primary', `${DECREE_88} art. 38-2`],
  ],
  'L554-3': [
    ['loi 84-53 art. 136', '2021-01-01', 'secondary'],
    ['L554-3 CGFP', CGFP, 'primary', 'loi 84-53 art. 136'],
  ],
  'end-allowance-payment': [
    [`${DECREE_88} art. 39-1-1`, '2021-01-01', 'secondary'],
    [
      'CGFP partie réglementaire, indemnité de fin de contrat',
      CGFP_REGULATORY,
      'to-check',
      `${DECREE_88} art. 39-1-1`,
    ],
  ],
  'L332-24': [
    ['loi 84-53 art. 3 II', PROJECT_DECREE, 'secondary'],
    ['L332-24 à L332-26 CGFP', CGFP, 'primary', 'loi 84-53 art. 3 II'],
  ],
  'L332-8': [
    ['loi 84-53 art. 3-3', '2012-03-14', 'secondary'],
    ['L332-8 et L332-9 CGFP', CGFP, 'primary', 'loi 84-53 art. 3-3'],
  ],
  'L332-10': [
    ['loi 84-53 art. 3-4', '2012-03-14', 'secondary'],
    ['L332-10 CGFP', CGFP, 'primary', 'loi 84-53 art. 3-4'],
  ],
  'L332-13': [
    ['loi 84-53 art. 3-1', '2012-03-14', 'secondary'],
    ['L332-13 CGFP', CGFP, 'primary', 'loi 84-53 art. 3-1'],
  ],
  'L332-14': [
    ['loi 84-53 art. 3-2', '2012-03-14', 'secondary'],
    ['L332-14 CGFP', CGFP, 'primary', 'loi 84-53 art. 3-2'],
  ],
  'L332-23-1': [
    ['loi 84-53 art. 3 I', '2012-03-14', 'secondary'],
    ['L332-23 1° CGFP', CGFP, 'primary', 'loi 84-53 art. 3 I'],
  ],
  'aid-v1': [['Convention de subvention conseiller numérique (V1)', '2021-01-01', 'secondary']],
  'aid-v2': [
    ['Convention de subvention conseiller numérique (V2, renouvellement)', '2023-01-01', 'secondary'],
  ],
  'aid-use': [['Convention de subvention, art. 8 (justification de l’emploi)', '2021-01-01', 'secondary']],
  vacancy: [
    ['Règle du dispositif : remplacement sous 3 mois', '2021-01-01', 'secondary'],
    ['Règle du dispositif du 14/05/2025 : remplacement sous 6 mois', '2025-05-14', 'primary'],
  ],
  transmission: [['CGCT L2131-2, L3131-2 et L5211-3', '1996-02-24', 'secondary']],
  label: [['Label conseiller numérique, attestation annuelle', '2026-08-01', 'to-check']],
  accrual: [['Règlement ANC 2018-06', '2020-01-01', 'primary']],
  'minimum-wage': [['L3231-2 et suivants, décrets annuels de relèvement', LABOUR_CODE, 'primary']],
  'financial-report': [['Loi 2000-321 art. 10, arrêté du 11 octobre 2006', '2006-10-11', 'primary']],
  'agreement-threshold': [['Loi 2000-321 art. 10, décret 2001-495 art. 1', '2001-06-09', 'primary']],
  'auditor-threshold': [['C. com. L612-4, D612-5', '2006-05-17', 'primary']],
  siret: [['R123-221 C. com. (SIREN, SIRET)', '2007-03-27', 'secondary']],
  rna: [['Arrêté du 14 octobre 2009 (RNA)', '2009-10-24', 'secondary']],
  cog: [['Code officiel géographique (INSEE)', '2026-01-01', 'primary']],
  naf: [['NAF rév. 2, décret 2007-1888', '2008-01-01', 'primary']],
} as const satisfies Readonly<Record<string, readonly Version[]>>

export type TextCode = keyof typeof VERSIONS

const BASES: ReadonlyMap<TextCode, readonly Basis[]> = new Map(
  Object.entries(VERSIONS as Readonly<Record<string, readonly Version[]>>).map(([code, versions]) => [
    code as TextCode,
    versions.map(([text, inForceFrom, confidence, formerly]) => ({
      text,
      inForceFrom: inForceFrom as Day,
      confidence,
      ...(formerly === undefined ? {} : { formerly }),
    })),
  ]),
)
const LATEST = new Map<string, readonly Basis[]>()

/** The versions in force on that day (today's version where no day is given), one per text asked for. */
export function basisOf(codes: TextCode | readonly TextCode[], on?: Day): readonly Basis[] {
  const list = typeof codes === 'string' ? [codes] : codes
  const key = on === undefined ? list.join() : `${list.join()}@${era(on)}`
  const known = LATEST.get(key)
  if (known !== undefined) return known
  const found = list.map((code) => versionAt(BASES.get(code) ?? [], on)).filter((b) => b !== undefined)
  LATEST.set(key, found)
  return found
}

/** Every text, for the screen that lists the sources. */
export function allTexts(): readonly { readonly code: TextCode; readonly versions: readonly Basis[] }[] {
  return [...BASES].map(([code, versions]) => ({ code, versions }))
}

/** Versions in force change on few days: answers are kept per interval between them, not per day. */
const CHANGE_DAYS = [...new Set([...BASES.values()].flat().map((b) => b.inForceFrom))].sort()

function era(on: Day): number {
  let n = 0
  while (n < CHANGE_DAYS.length && (CHANGE_DAYS[n] ?? on) <= on) n++
  return n
}

function versionAt(versions: readonly Basis[], on: Day | undefined): Basis | undefined {
  if (on === undefined) return versions.at(-1)
  return versions.findLast((v) => v.inForceFrom <= on) ?? versions[0]
}
