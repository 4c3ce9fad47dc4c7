/** Money granted and money received: agreements, what they grant each post, instalments, payments and their allocations. */
import { cents, day, factTable, filled, flag, type Migration, notBefore, oneOf } from './pieces.ts'

const FUNDER_KINDS = [
  'state',
  'region',
  'departement',
  'epci',
  'commune',
  'europe',
  'foundation',
  'employment-aid',
  'other',
]

export const migration0003: Migration = {
  version: 3,
  title: 'agreements, instalments, payments',
  statements: [
    ...factTable(`CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  funder TEXT NOT NULL ${filled('agreement', 'funder')},
  funder_kind TEXT NOT NULL ${oneOf('agreement', 'funder_kind', FUNDER_KINDS)},
  scheme TEXT NOT NULL ${oneOf('agreement', 'scheme', ['v1', 'v2', 'other'])},
  reference TEXT NOT NULL ${filled('agreement', 'reference')},
  ds_number TEXT,
  ej_number TEXT,
  signed_on TEXT ${day('agreement', 'signed_on')},
  starts_on TEXT NOT NULL ${day('agreement', 'starts_on')},
  theoretical_ends_on TEXT ${day('agreement', 'theoretical_ends_on')},
  ends_on TEXT NOT NULL ${day('agreement', 'ends_on')},
  financing_starts_on TEXT ${day('agreement', 'financing_starts_on')},
  financing_ends_on TEXT ${day('agreement', 'financing_ends_on')},
  earning_method TEXT NOT NULL ${oneOf('agreement', 'earning_method', ['months', 'days'])},
  accounting_method TEXT NOT NULL ${oneOf('agreement', 'accounting_method', ['schedule', 'months', 'days'])},
  income_account TEXT,
  receivable_account TEXT,
  deferred_account TEXT,
  settled_on TEXT ${day('agreement', 'settled_on')},
  note TEXT,
  ${notBefore('agreement', 'ends_on', 'starts_on')},
  ${notBefore('agreement', 'theoretical_ends_on', 'starts_on')},
  ${notBefore('agreement', 'financing_ends_on', 'financing_starts_on')}
) STRICT`),
    'CREATE INDEX agreement_employer ON agreement (employer_id)',
    'CREATE INDEX agreement_reference ON agreement (reference)',

    ...factTable(`CREATE TABLE agreement_amendment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  signed_on TEXT ${day('agreement_amendment', 'signed_on')},
  effective_on TEXT NOT NULL ${day('agreement_amendment', 'effective_on')},
  new_ends_on TEXT ${day('agreement_amendment', 'new_ends_on')},
  reason TEXT
) STRICT`),
    'CREATE INDEX agreement_amendment_agreement ON agreement_amendment (agreement_id, effective_on)',

    ...factTable(`CREATE TABLE grant_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position_id INTEGER NOT NULL REFERENCES position (id),
  year INTEGER NOT NULL CONSTRAINT grant_year__year__range CHECK (year BETWEEN 1 AND 99),
  base_cents INTEGER NOT NULL ${cents('grant_year', 'base_cents', 'positive')},
  bonus_cents INTEGER NOT NULL ${cents('grant_year', 'bonus_cents', 'positive')}
) STRICT`),
    'CREATE UNIQUE INDEX grant_year_agreement ON grant_year (agreement_id, position_id, year)',
    'CREATE INDEX grant_year_position ON grant_year (position_id)',

    ...factTable(`CREATE TABLE instalment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  position_id INTEGER REFERENCES position (id),
  rank INTEGER NOT NULL CONSTRAINT instalment__rank__range CHECK (rank BETWEEN 1 AND 9999),
  label TEXT NOT NULL ${filled('instalment', 'label')},
  amount_cents INTEGER NOT NULL ${cents('instalment', 'amount_cents', 'positive')},
  due_on TEXT ${day('instalment', 'due_on')},
  claimable_on TEXT ${day('instalment', 'claimable_on')},
  conditions TEXT,
  conditions_met_on TEXT ${day('instalment', 'conditions_met_on')},
  claimed_on TEXT ${day('instalment', 'claimed_on')},
  cancelled_on TEXT ${day('instalment', 'cancelled_on')},
  cancel_reason TEXT,
  note TEXT
) STRICT`),
    'CREATE INDEX instalment_agreement ON instalment (agreement_id, rank)',
    'CREATE INDEX instalment_position ON instalment (position_id)',

    ...factTable(`CREATE TABLE payment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  funder TEXT NOT NULL ${filled('payment', 'funder')},
  received_on TEXT NOT NULL ${day('payment', 'received_on')},
  amount_cents INTEGER NOT NULL ${cents('payment', 'amount_cents', 'not-zero')},
  bank_reference TEXT,
  title_number TEXT,
  title_issued_on TEXT ${day('payment', 'title_issued_on')},
  bordereau TEXT,
  p503 TEXT,
  note TEXT
) STRICT`),
    'CREATE INDEX payment_employer ON payment (employer_id, received_on)',

    ...factTable(`CREATE TABLE allocation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  payment_id INTEGER NOT NULL REFERENCES payment (id) ON DELETE CASCADE,
  instalment_id INTEGER NOT NULL REFERENCES instalment (id),
  amount_cents INTEGER NOT NULL ${cents('allocation', 'amount_cents', 'not-zero')}
) STRICT`),
    'CREATE UNIQUE INDEX allocation_payment ON allocation (payment_id, instalment_id)',
    'CREATE INDEX allocation_instalment ON allocation (instalment_id)',

    ...factTable(`CREATE TABLE aid_scale (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL ${filled('aid_scale', 'name')},
  scheme TEXT NOT NULL ${oneOf('aid_scale', 'scheme', ['v1', 'v2', 'other'])},
  sector TEXT NOT NULL ${oneOf('aid_scale', 'sector', ['public', 'private'])},
  bonus INTEGER NOT NULL ${flag('aid_scale', 'bonus')},
  territory TEXT,
  valid_from TEXT ${day('aid_scale', 'valid_from')},
  source TEXT NOT NULL,
  confidence TEXT NOT NULL ${oneOf('aid_scale', 'confidence', ['primary', 'secondary', 'to-check'])}
) STRICT`),
    "CREATE UNIQUE INDEX aid_scale_name ON aid_scale (name, ifnull(valid_from, ''))",

    ...factTable(`CREATE TABLE aid_scale_year (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scale_id INTEGER NOT NULL REFERENCES aid_scale (id) ON DELETE CASCADE,
  year INTEGER NOT NULL CONSTRAINT aid_scale_year__year__range CHECK (year BETWEEN 1 AND 99),
  base_cents INTEGER NOT NULL ${cents('aid_scale_year', 'base_cents', 'positive')},
  bonus_cents INTEGER NOT NULL ${cents('aid_scale_year', 'bonus_cents', 'positive')}
) STRICT`),
    'CREATE UNIQUE INDEX aid_scale_year_scale ON aid_scale_year (scale_id, year)',

    ...factTable(`CREATE TABLE rule_figure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL ${filled('rule_figure', 'code')},
  valid_from TEXT NOT NULL ${day('rule_figure', 'valid_from')},
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  confidence TEXT NOT NULL ${oneOf('rule_figure', 'confidence', ['primary', 'secondary', 'to-check'])}
) STRICT`),
    'CREATE UNIQUE INDEX rule_figure_code ON rule_figure (code, valid_from)',
  ],
}
