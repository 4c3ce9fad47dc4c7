/**
 * The figures Jalon comes with, except wages and holidays (their own files): code, unit, value, and from which day with
 * which source. A figure without an older value is applied to earlier days too.
 */
import type { Day } from '../../domain/day.ts'
import type { Confidence } from '../../domain/words.ts'
import type { Figure, FigureUnit } from './figure.ts'

type Row = readonly [
  code: string,
  unit: FigureUnit,
  validFrom: string,
  value: number,
  source: string,
  confidence: Confidence,
]

const ORDINANCE_2017 = '2017-09-24'
const LABOUR_CODE = '2008-05-01'
const PROJECT = '2020-02-29'
const PUBLIC_2012 = '2012-03-14'
const PUBLIC_2016 = '2016-01-01'
const END_ALLOWANCE = '2021-01-01'
const SCHEME = '2021-01-01'
const PEC = 'C. trav. L5134-24, L5134-25-1 ; circulaires annuelles du fonds d’inclusion dans l’emploi'

const ROWS: readonly Row[] = [
  // Personal data: how long a name is archived after the last contract.
  [
    'privacy.archive-months',
    'months',
    SCHEME,
    60,
    'RGPD art. 5 ; recommandation usuelle : 5 ans après le départ',
    'to-check',
  ],
  // Private law: limits, waiting period, trial, hand-over, end allowance.
  [
    'cdd.max-months',
    'months',
    ORDINANCE_2017,
    18,
    'C. trav. L1242-8-1 (à défaut d’accord de branche)',
    'primary',
  ],
  [
    'cdd.max-renewals',
    'count',
    ORDINANCE_2017,
    2,
    'C. trav. L1243-13-1 (à défaut d’accord de branche)',
    'primary',
  ],
  ['waiting.long-from-days', 'days', ORDINANCE_2017, 14, 'C. trav. L1244-3-1', 'primary'],
  ['waiting.long-divisor', 'divisor', ORDINANCE_2017, 3, 'C. trav. L1244-3-1 (un tiers)', 'primary'],
  ['waiting.short-divisor', 'divisor', ORDINANCE_2017, 2, 'C. trav. L1244-3-1 (la moitié)', 'primary'],
  ['trial.private.short-contract-months', 'months', LABOUR_CODE, 6, 'C. trav. L1242-10', 'primary'],
  [
    'trial.private.days-per-week',
    'days',
    LABOUR_CODE,
    1,
    'C. trav. L1242-10 (un jour par semaine)',
    'primary',
  ],
  ['trial.private.short-max-days', 'days', LABOUR_CODE, 14, 'C. trav. L1242-10 (deux semaines)', 'primary'],
  ['trial.private.long-months', 'months', LABOUR_CODE, 1, 'C. trav. L1242-10', 'primary'],
  ['hand-over.days', 'days', LABOUR_CODE, 2, 'C. trav. L1242-13 (jours ouvrables)', 'primary'],
  ['end-allowance.private.rate', 'rate', LABOUR_CODE, 1000, 'C. trav. L1243-8', 'primary'],
  [
    'permanent-offer-refusal.report-months',
    'months',
    '2024-01-01',
    1,
    'C. trav. L1243-11-1, R1243-2',
    'primary',
  ],
  ['pec.min-months', 'months', '2010-01-01', 9, PEC, 'secondary'],
  ['pec.max-months', 'months', '2010-01-01', 12, PEC, 'secondary'],
  ['pec.total-months', 'months', '2010-01-01', 24, PEC, 'secondary'],
  // Public law: trial period.
  [
    'trial.public.tier1-under-months',
    'months',
    PUBLIC_2016,
    6,
    'CGFP R332-21 (ex-décret 88-145 art. 4)',
    'primary',
  ],
  ['trial.public.tier1-weeks', 'weeks', PUBLIC_2016, 3, 'CGFP R332-21 (ex-décret 88-145 art. 4)', 'primary'],
  [
    'trial.public.tier2-under-months',
    'months',
    PUBLIC_2016,
    12,
    'CGFP R332-21 (ex-décret 88-145 art. 4)',
    'primary',
  ],
  [
    'trial.public.tier2-months',
    'months',
    PUBLIC_2016,
    1,
    'CGFP R332-21 (ex-décret 88-145 art. 4)',
    'primary',
  ],
  [
    'trial.public.tier3-under-months',
    'months',
    PUBLIC_2016,
    24,
    'CGFP R332-21 (ex-décret 88-145 art. 4)',
    'primary',
  ],
  [
    'trial.public.tier3-months',
    'months',
    PUBLIC_2016,
    2,
    'CGFP R332-21 (ex-décret 88-145 art. 4)',
    'primary',
  ],
  [
    'trial.public.tier4-months',
    'months',
    PUBLIC_2016,
    3,
    'CGFP R332-21 (ex-décret 88-145 art. 4)',
    'primary',
  ],
  // Public law: notice.
  [
    'service.gap-months',
    'months',
    PUBLIC_2012,
    4,
    'CGFP L332-10, R332-38 à R332-40 ; ex-décret 88-145 art. 38-1 (interruption de quatre mois au plus)',
    'primary',
  ],
  ['notice.project.short-max-months', 'months', PROJECT, 36, 'CGFP R332-39 (trois ans au plus)', 'primary'],
  ['notice.project.short-months', 'months', PROJECT, 2, 'CGFP R332-39', 'primary'],
  ['notice.project.long-months', 'months', PROJECT, 3, 'CGFP R332-39', 'primary'],
  [
    'notice.public.tier1-under-months',
    'months',
    PUBLIC_2016,
    6,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1',
    'secondary',
  ],
  [
    'notice.public.tier1-days',
    'days',
    PUBLIC_2016,
    8,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1',
    'secondary',
  ],
  [
    'notice.public.tier2-under-months',
    'months',
    PUBLIC_2016,
    24,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1',
    'secondary',
  ],
  [
    'notice.public.tier2-months',
    'months',
    PUBLIC_2016,
    1,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1',
    'secondary',
  ],
  [
    'notice.public.tier3-months',
    'months',
    PUBLIC_2016,
    2,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1',
    'secondary',
  ],
  [
    'notice.public.permanent-months',
    'months',
    PUBLIC_2016,
    3,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1',
    'secondary',
  ],
  [
    'notice.doubled-factor',
    'factor',
    PUBLIC_2016,
    2,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1 (handicap déclaré)',
    'secondary',
  ],
  [
    'notice.doubled-max-months',
    'months',
    PUBLIC_2016,
    4,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1 (handicap déclaré)',
    'secondary',
  ],
  [
    'notice.interview-from-months',
    'months',
    PUBLIC_2016,
    36,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1 (trois ans sur emploi permanent)',
    'secondary',
  ],
  [
    'notice.answer-days',
    'days',
    PUBLIC_2016,
    8,
    'CGFP R332-38 à R332-40, ex-décret 88-145 art. 38-1 (réponse de l’agent)',
    'secondary',
  ],
  // Public law: limits.
  ['project.min-months', 'months', PROJECT, 12, 'CGFP L332-25', 'primary'],
  ['project.max-months', 'months', PROJECT, 72, 'CGFP L332-25', 'primary'],
  ['l332-14.each-months', 'months', PUBLIC_2012, 12, 'CGFP L332-14', 'primary'],
  ['l332-14.total-months', 'months', PUBLIC_2012, 24, 'CGFP L332-14', 'primary'],
  ['l332-23-1.max-months', 'months', PUBLIC_2012, 12, 'CGFP L332-23 1°', 'primary'],
  ['l332-23-1.window-months', 'months', PUBLIC_2012, 18, 'CGFP L332-23 1°', 'primary'],
  ['l332-8.each-months', 'months', PUBLIC_2012, 36, 'CGFP L332-9', 'primary'],
  ['l332-8.total-months', 'months', PUBLIC_2012, 72, 'CGFP L332-9, L332-10', 'primary'],
  // Public law: end allowance.
  [
    'end-allowance.public.rate',
    'rate',
    END_ALLOWANCE,
    1000,
    'CGFP L554-3 (ex-loi 84-53 art. 136)',
    'primary',
  ],
  ['end-allowance.public.max-months', 'months', END_ALLOWANCE, 12, 'CGFP L554-3', 'primary'],
  [
    'end-allowance.public.wage-factor',
    'factor',
    END_ALLOWANCE,
    2,
    'ex-décret 88-145 art. 39-1-1 (deux fois le SMIC)',
    'primary',
  ],
  ['end-allowance.public.pay-months', 'months', END_ALLOWANCE, 1, 'ex-décret 88-145 art. 39-1-1', 'primary'],
  // The scheme.
  [
    'vacancy.months',
    'months',
    SCHEME,
    3,
    'Dispositif conseiller numérique, règle antérieure au 14/05/2025',
    'secondary',
  ],
  [
    'vacancy.months',
    'months',
    '2025-05-14',
    6,
    'Dispositif conseiller numérique, règle du 14/05/2025',
    'primary',
  ],
  ['vacancy.first-warning-days', 'days', SCHEME, 90, 'Jalon, repère interne', 'to-check'],
  ['vacancy.second-warning-days', 'days', SCHEME, 150, 'Jalon, repère interne', 'to-check'],
  [
    'label.months',
    'months',
    '2026-08-01',
    12,
    'Label conseiller numérique, attestation annuelle',
    'secondary',
  ],
  [
    'aid.v2-overseas-bonus',
    'cents',
    '2023-01-01',
    1_012_500,
    'Montant vu dans une convention, répartition inconnue',
    'to-check',
  ],
  // Accounting.
  ['financial-report.months', 'months', '2006-10-11', 6, 'Arrêté du 11 octobre 2006', 'primary'],
  ['threshold.agreement', 'cents', '2001-06-09', 2_300_000, 'Décret 2001-495 art. 1', 'primary'],
  ['threshold.auditor', 'cents', '2006-05-17', 15_300_000, 'C. com. D612-5', 'primary'],
]

export const BUILT_IN_ROWS: readonly Figure[] = ROWS.map(
  ([code, unit, validFrom, value, source, confidence]) => ({
    code,
    unit,
    validFrom: validFrom as Day,
    value,
    source,
    confidence,
    builtIn: true,
  }),
)
