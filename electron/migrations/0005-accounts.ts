/** What the accountant enters by fiscal year: dedicated funds of an agreement, and the planned amounts of a budget. */
import { cents, factTable, type Migration, oneOf } from './pieces.ts'

const BUDGET_ACCOUNTS = [
  '60',
  '61',
  '62',
  '63',
  '641',
  '645',
  '65',
  '66',
  '67',
  '68',
  '70',
  '74-state',
  '74-region',
  '74-departement',
  '74-epci',
  '74-commune',
  '74-europe',
  '74-employment-aid',
  '74-foundation',
  '74-other',
  '75',
  '76',
  '77',
  '78',
]

/** A fiscal year is named by the calendar year it starts in. */
function fiscalYear(table: string): string {
  return `CONSTRAINT ${table}__fiscal_year__range CHECK (fiscal_year BETWEEN 1900 AND 2199)`
}

export const migration0005: Migration = {
  version: 5,
  title: 'dedicated funds, budgets',
  statements: [
    ...factTable(`CREATE TABLE dedicated_fund (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
  fiscal_year INTEGER NOT NULL ${fiscalYear('dedicated_fund')},
  carried_cents INTEGER NOT NULL ${cents('dedicated_fund', 'carried_cents', 'positive')},
  used_cents INTEGER NOT NULL ${cents('dedicated_fund', 'used_cents', 'positive')},
  note TEXT
) STRICT`),
    'CREATE UNIQUE INDEX dedicated_fund_agreement ON dedicated_fund (agreement_id, fiscal_year)',

    ...factTable(`CREATE TABLE budget_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  employer_id INTEGER NOT NULL REFERENCES employer (id),
  agreement_id INTEGER REFERENCES agreement (id) ON DELETE CASCADE,
  fiscal_year INTEGER NOT NULL ${fiscalYear('budget_line')},
  account TEXT NOT NULL ${oneOf('budget_line', 'account', BUDGET_ACCOUNTS)},
  amount_cents INTEGER NOT NULL ${cents('budget_line', 'amount_cents', 'positive')}
) STRICT`),
    'CREATE INDEX budget_line_employer ON budget_line (employer_id, fiscal_year)',
    // One amount per account: of the structure itself, or of one agreement.
    'CREATE UNIQUE INDEX budget_line_own ON budget_line (employer_id, fiscal_year, account) WHERE agreement_id IS NULL',
    'CREATE UNIQUE INDEX budget_line_agreement ON budget_line (agreement_id, fiscal_year, account)',
  ],
}
