/** Structures, posts, the people on them and their contracts. Vocabularies are frozen copies of the words of the trade. */
import { cents, day, digits, factTable, filled, flag, type Migration, notBefore, oneOf } from './pieces.ts'

const RETURN_MOTIVES = [
  'need-not-justified',
  'recruitment-difficulties',
  'financial-capacity',
  'lack-of-visibility',
  'end-of-subsidy',
  'other',
]
const CONTRACT_KINDS = [
  'CDD',
  'CDI',
  'PEC',
  'contrat-de-projet',
  'L332-8',
  'L332-13',
  'L332-14',
  'L332-23-1',
  'cdd-public',
  'titulaire',
]
const END_MOTIVES = [
  'dismissal',
  'fixed-term-not-renewed',
  'resignation',
  'permanent-contract',
  'end-of-subsidy',
  'mutual-termination',
  'other',
]
const GROUNDS = ['replacement', 'temporary-increase', 'employment-policy', 'defined-object', 'other']
const LEGAL_FORMS = [
  'association',
  'commune',
  'epci',
  'ccas',
  'departement',
  'region',
  'syndicat',
  'gip',
  'company',
  'other',
]
const ZONES = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
]

export const migration0002: Migration = {
  version: 2,
  title: 'structures, posts, people, contracts',
  statements: [
    ...factTable(`CREATE TABLE employer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL ${filled('employer', 'name')},
  short_name TEXT,
  sector TEXT NOT NULL ${oneOf('employer', 'sector', ['public', 'private'])},
  legal_form TEXT NOT NULL ${oneOf('employer', 'legal_form', LEGAL_FORMS)},
  siret TEXT ${digits('employer', 'siret', 14, 14)},
  ridet TEXT ${digits('employer', 'ridet', 7, 10)},
  rna TEXT,
  ape TEXT,
  state_id TEXT,
  zone TEXT NOT NULL ${oneOf('employer', 'zone', ZONES)},
  fiscal_year_start TEXT NOT NULL CONSTRAINT employer__fiscal_year_start__month_day CHECK ('2001-' || fiscal_year_start IS date('2001-' || fiscal_year_start)),
  chart TEXT NOT NULL ${oneOf('employer', 'chart', ['association', 'm57'])},
  idcc TEXT ${digits('employer', 'idcc', 4, 4)},
  address TEXT,
  postcode TEXT,
  commune_code TEXT,
  commune_name TEXT,
  department_code TEXT,
  in_qpv INTEGER NOT NULL ${flag('employer', 'in_qpv')},
  in_frr INTEGER NOT NULL ${flag('employer', 'in_frr')},
  france_services INTEGER NOT NULL ${flag('employer', 'france_services')},
  contact_name TEXT,
  email TEXT,
  phone TEXT,
  charges_rate INTEGER CONSTRAINT employer__charges_rate__range CHECK (charges_rate BETWEEN 0 AND 20000),
  note TEXT
) STRICT`),
    'CREATE UNIQUE INDEX employer_siret ON employer (siret)',
    'CREATE UNIQUE INDEX employer_ridet ON employer (ridet)',
    'CREATE UNIQUE INDEX employer_state_id ON employer (state_id)',

    ...factTable(`CREATE TABLE position (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state_id TEXT,
  label TEXT NOT NULL ${filled('position', 'label')},
  kind TEXT NOT NULL ${oneOf('position', 'kind', ['adviser', 'coordinator'])},
  workplace TEXT,
  in_qpv INTEGER NOT NULL ${flag('position', 'in_qpv')},
  in_frr INTEGER NOT NULL ${flag('position', 'in_frr')},
  granted_on TEXT ${day('position', 'granted_on')},
  returned_on TEXT ${day('position', 'returned_on')},
  return_motive TEXT ${oneOf('position', 'return_motive', RETURN_MOTIVES)},
  note TEXT
) STRICT`),
    'CREATE UNIQUE INDEX position_state_id ON position (state_id)',

    ...factTable(`CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  starts_on TEXT NOT NULL ${day('attachment', 'starts_on')},
  ends_on TEXT ${day('attachment', 'ends_on')},
  ${notBefore('attachment', 'ends_on', 'starts_on')}
) STRICT`),
    'CREATE INDEX attachment_position ON attachment (position_id, starts_on)',
    'CREATE INDEX attachment_employer ON attachment (employer_id)',

    ...factTable(`CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  last_name TEXT NOT NULL ${filled('person', 'last_name')},
  first_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  state_id TEXT,
  doubled_notice INTEGER NOT NULL ${flag('person', 'doubled_notice')},
  anonymised_on TEXT ${day('person', 'anonymised_on')},
  note TEXT
) STRICT`),
    'CREATE UNIQUE INDEX person_state_id ON person (state_id)',
    'CREATE INDEX person_name ON person (last_name, first_name)',

    ...factTable(`CREATE TABLE contract (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position_id INTEGER NOT NULL REFERENCES position (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL ${oneOf('contract', 'kind', CONTRACT_KINDS)},
  starts_on TEXT NOT NULL ${day('contract', 'starts_on')},
  ends_on TEXT ${day('contract', 'ends_on')},
  trial_ends_on TEXT ${day('contract', 'trial_ends_on')},
  weekly_minutes INTEGER NOT NULL CONSTRAINT contract__weekly_minutes__range CHECK (weekly_minutes BETWEEN 1 AND 10080),
  monthly_gross_cents INTEGER ${cents('contract', 'monthly_gross_cents', 'positive')},
  renews_id INTEGER REFERENCES contract (id),
  signed_on TEXT ${day('contract', 'signed_on')},
  ended_on TEXT ${day('contract', 'ended_on')},
  end_motive TEXT ${oneOf('contract', 'end_motive', END_MOTIVES)},
  ground TEXT ${oneOf('contract', 'ground', GROUNDS)},
  state_id TEXT,
  note TEXT,
  CONSTRAINT contract__renews_id__itself CHECK (renews_id <> id),
  ${notBefore('contract', 'ends_on', 'starts_on')},
  ${notBefore('contract', 'trial_ends_on', 'starts_on')},
  ${notBefore('contract', 'ended_on', 'starts_on')}
) STRICT`),
    'CREATE INDEX contract_position ON contract (position_id, starts_on)',
    'CREATE INDEX contract_person ON contract (person_id, starts_on)',
    'CREATE UNIQUE INDEX contract_renews ON contract (renews_id)',

    ...factTable(`CREATE TABLE contract_amendment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
  signed_on TEXT ${day('contract_amendment', 'signed_on')},
  effective_on TEXT NOT NULL ${day('contract_amendment', 'effective_on')},
  new_ends_on TEXT ${day('contract_amendment', 'new_ends_on')},
  new_weekly_minutes INTEGER CONSTRAINT contract_amendment__new_weekly_minutes__range CHECK (new_weekly_minutes BETWEEN 1 AND 10080),
  new_monthly_gross_cents INTEGER ${cents('contract_amendment', 'new_monthly_gross_cents', 'positive')},
  reason TEXT
) STRICT`),
    'CREATE INDEX contract_amendment_contract ON contract_amendment (contract_id, effective_on)',

    ...factTable(`CREATE TABLE monthly_cost (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contract_id INTEGER NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
  month TEXT NOT NULL CONSTRAINT monthly_cost__month__month CHECK (month || '-01' IS date(month || '-01')),
  gross_cents INTEGER NOT NULL ${cents('monthly_cost', 'gross_cents')},
  charges_cents INTEGER NOT NULL ${cents('monthly_cost', 'charges_cents')},
  taxes_cents INTEGER NOT NULL ${cents('monthly_cost', 'taxes_cents')}
) STRICT`),
    'CREATE UNIQUE INDEX monthly_cost_contract_month ON monthly_cost (contract_id, month)',
  ],
}
