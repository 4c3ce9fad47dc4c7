import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { inOrder, migrations } from '../../electron/migrations/list.ts'
import type { Migration } from '../../electron/migrations/pieces.ts'
import { migrate, versionOf } from '../../electron/migrations/run.ts'
import { connect } from '../../electron/store/connection.ts'
import { entityTables, factTableNames, storedNames } from '../../electron/store/tables.ts'

/** Of the SQL as it is executed. A migration that has shipped never changes: a new need is a new migration. */
const CHECKSUMS = [
  'fd36d543b6c08f5a',
  'f003d6990ba9e983',
  '6cec17fda74af04d',
  '3d71c3277d6181d3',
  '9f11554b1890e94c',
]

const schema = () => {
  const db = connect(':memory:', { readOnly: false, mustExist: false })
  migrate(db, migrations)
  return db
}

describe('the list of migrations', () => {
  it('is frozen: each one still says, word for word, what it said when it shipped', () => {
    const sums = migrations.map((m) =>
      createHash('sha256').update(m.statements.join(';\n')).digest('hex').slice(0, 16),
    )
    expect(sums).toEqual(CHECKSUMS)
  })

  it('refuses a hole, a repeated number and an empty migration', () => {
    const one: Migration = { version: 1, title: 'one', statements: ['SELECT 1'] }
    expect(() => inOrder([one, { ...one, version: 3 }])).toThrow('migration 3 stands at place 2')
    expect(() => inOrder([one, one])).toThrow('migration 1 stands at place 2')
    expect(() => inOrder([{ ...one, statements: [] }])).toThrow('empty')
  })

  it('imports nothing of ours', async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    const folder = new URL('../../electron/migrations/', import.meta.url)
    for (const name of readdirSync(folder)) {
      const imports = [...readFileSync(new URL(name, folder), 'utf8').matchAll(/from '([^']+)'/g)].map(
        (m) => m[1],
      )
      expect(imports.filter((i) => !i?.startsWith('./') && i !== 'better-sqlite3')).toEqual([])
    }
  })
})

describe('the schema', () => {
  it('has, for each entity of the domain, exactly its fields as columns', () => {
    const db = schema()
    for (const name of storedNames) {
      const { table, columns } = entityTables[name]
      const found = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
      expect([table, ...found]).toEqual([table, 'id', ...columns.map((c) => c.column)])
    }
  })

  it('loses no column and no index unnoticed', () => {
    const db = schema()
    const objects = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[]
    const described = Object.fromEntries(
      objects.map((table) => [
        table,
        {
          columns: db
            .prepare('SELECT name, type, "notnull" AS required, dflt_value, pk FROM pragma_table_info(?)')
            .raw()
            .all(table)
            .map((c) => (c as unknown[]).join(' ')),
          references: db
            .prepare(
              'SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY "from"',
            )
            .raw()
            .all(table)
            .map((c) => (c as unknown[]).join(' ')),
          indexes: db
            .prepare(
              `SELECT il.name || ' (' || (SELECT group_concat(name, ', ') FROM pragma_index_info(il.name)) || ')' || iif(il."unique", ' unique', '')
               FROM pragma_index_list(?) AS il ORDER BY il.name`,
            )
            .pluck()
            .all(table),
        },
      ]),
    )
    expect(described).toMatchSnapshot()
  })

  it('is STRICT everywhere', () => {
    const loose = schema()
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  it('logs every column of every table of facts', () => {
    const db = schema()
    for (const table of factTableNames) {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      const triggers = db
        .prepare(
          "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE 'log_%'",
        )
        .all(table) as { name: string; sql: string }[]
      expect(triggers.map((t) => t.name).sort()).toEqual([
        `log_${table}_delete`,
        `log_${table}_insert`,
        `log_${table}_update`,
      ])
      for (const { name, sql } of triggers) {
        for (const column of columns) {
          if (!name.endsWith('insert')) expect(sql).toContain(`OLD.${column}`)
          if (!name.endsWith('delete')) expect(sql).toContain(`NEW.${column}`)
        }
      }
    }
  })

  it('leaves no table without a change log, but those that are the log, the identity and the contents themselves', () => {
    const logged = schema()
      .prepare("SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log_%'")
      .pluck()
      .all() as string[]
    const all = schema()
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[]
    expect(all.filter((t) => !logged.includes(t)).sort()).toEqual([
      'action',
      'change',
      'document_content',
      'dossier',
      'write_state',
    ])
  })

  it('finds through an index every row a reference points from', () => {
    const db = schema()
    const missing: string[] = []
    for (const table of [...factTableNames, 'change']) {
      const references = db
        .prepare('SELECT "from" FROM pragma_foreign_key_list(?)')
        .pluck()
        .all(table) as string[]
      for (const column of references) {
        const plan = planOf(db, `SELECT 1 FROM ${table} WHERE ${column} = ?`)
        if (!/SEARCH .* USING (COVERING )?INDEX/.test(plan)) missing.push(`${table}.${column}: ${plan}`)
      }
    }
    expect(missing).toEqual([])
  })

  it.each([
    ['contracts of a post in order', 'SELECT * FROM contract WHERE position_id = ? ORDER BY starts_on'],
    ['contracts of a person in order', 'SELECT * FROM contract WHERE person_id = ? ORDER BY starts_on'],
    ['instalments of an agreement in order', 'SELECT * FROM instalment WHERE agreement_id = ? ORDER BY rank'],
    ['payments of a structure in order', 'SELECT * FROM payment WHERE employer_id = ? ORDER BY received_on'],
    ['a structure by its SIRET', 'SELECT * FROM employer WHERE siret = ?'],
    ['a post by its State id', 'SELECT * FROM position WHERE state_id = ?'],
    ['a person by its State id', 'SELECT * FROM person WHERE state_id = ?'],
    ['an agreement by its reference', 'SELECT * FROM agreement WHERE reference = ?'],
    ['the answer to a deadline', 'SELECT * FROM deadline_answer WHERE key = ?'],
    ['documents of an owner', "SELECT * FROM document WHERE owner_kind = 'person' AND owner_id = ?"],
    ['costs of a contract', 'SELECT * FROM monthly_cost WHERE contract_id = ? ORDER BY month'],
    [
      'dedicated funds of an agreement in order',
      'SELECT * FROM dedicated_fund WHERE agreement_id = ? ORDER BY fiscal_year',
    ],
    [
      'the budget of a structure for a year',
      'SELECT * FROM budget_line WHERE employer_id = ? AND fiscal_year = 2026',
    ],
    ['changes of an action', 'SELECT * FROM change WHERE action_id = ? ORDER BY id'],
    ['history of a row', "SELECT * FROM change WHERE table_name = 'contract' AND row_id = ?"],
    ['the last action done', "SELECT * FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1"],
  ])('reads %s without scanning or sorting', (_, sql) => {
    const plan = planOf(schema(), sql)
    expect(plan).toMatch(/SEARCH .* USING (COVERING )?INDEX/)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  })
})

/** Column by column: the value refused, under the constraint that names it. */
describe('a value that cannot be', () => {
  const columns = (db: Database.Database, kind: RegExp) =>
    factTableNames.flatMap((table) => {
      const sql = db
        .prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
        .pluck()
        .get(table) as string
      return [...sql.matchAll(kind)].map((m) => `${table}.${m[1]}`)
    })

  it('is refused in every column of days', () => {
    const db = schema()
    const days = storedNames.flatMap((n) =>
      entityTables[n].columns
        .filter((c) => c.kind === 'day')
        .map((c) => `${entityTables[n].table}.${c.column}`),
    )
    expect(columns(db, /__([a-z0-9_]+)__day CHECK/g).sort()).toEqual([...days].sort())
    for (const bad of [
      '2026-02-30',
      '2026-2-3',
      '23/11/2026',
      '2026-11-23T00:00',
      '0000-01-01',
      'now',
      '',
      '2460000.5',
      ' 2026-01-01',
    ]) {
      expect([bad, dayAccepted(db, bad)]).toEqual([bad, false])
    }
    for (const good of ['2024-02-29', '0001-01-01', '9999-12-31', '1900-03-01']) {
      expect([good, dayAccepted(db, good)]).toEqual([good, true])
    }
  })

  it('is refused in every column of cents', () => {
    const db = schema()
    const amounts = storedNames.flatMap((n) =>
      entityTables[n].columns
        .filter((c) => c.kind === 'cents')
        .map((c) => `${entityTables[n].table}.${c.column}`),
    )
    expect(columns(db, /__([a-z0-9_]+)__cents CHECK/g).sort()).toEqual([...amounts].sort())
  })
})

function dayAccepted(db: Database.Database, text: string): boolean {
  db.exec('BEGIN')
  try {
    db.exec(
      "INSERT INTO action (id, uid, at, who, label, kind, undoable, state) VALUES (1, '', '', '', '', '', 1, 'done')",
    )
    db.exec('UPDATE write_state SET action_id = 1')
    db.prepare("INSERT INTO free_deadline (title, due_on) VALUES ('t', ?)").run(text)
    return true
  } catch {
    return false
  } finally {
    db.exec('ROLLBACK')
  }
}

function planOf(db: Database.Database, sql: string): string {
  return (db.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', "'1'")}`).all() as { detail: string }[])
    .map((r) => r.detail)
    .join('; ')
}

describe('migrating', () => {
  const first: Migration = {
    version: 1,
    title: 'a',
    statements: ['CREATE TABLE a (x INTEGER) STRICT', 'INSERT INTO a VALUES (1)'],
  }
  const open = () => new Database(':memory:')

  it('takes a file through each version it lacks, once', () => {
    const db = open()
    migrate(db, [first])
    const second: Migration = { version: 2, title: 'b', statements: ['UPDATE a SET x = x + 1'] }
    migrate(db, [first, second])
    migrate(db, [first, second])
    expect([versionOf(db), db.prepare('SELECT x FROM a').pluck().get()]).toEqual([2, 2])
  })

  it('leaves the file at its last whole version where one fails', () => {
    const db = open()
    const failing: Migration = {
      version: 2,
      title: 'b',
      statements: ['UPDATE a SET x = 9', 'SELECT nothing FROM nowhere'],
    }
    expect(() => migrate(db, [first, failing])).toThrow()
    expect([versionOf(db), db.prepare('SELECT x FROM a').pluck().get(), db.inTransaction]).toEqual([
      1,
      1,
      false,
    ])
  })

  it('refuses a migration that leaves broken references', () => {
    const db = open()
    const broken: Migration = {
      version: 2,
      title: 'b',
      statements: [
        'CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT',
        'CREATE TABLE c (p INTEGER REFERENCES p (id)) STRICT',
        'INSERT INTO c VALUES (7)',
      ],
    }
    expect(() => migrate(db, [first, broken])).toThrow('1 broken references')
    expect(versionOf(db)).toBe(1)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})
