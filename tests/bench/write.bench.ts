/**
 * What an act costs on the national file, from the message at the door to the rows the page reads again. Beside each: the same
 * rows written to the same file without log, checks or rules.
 */
import { copyFileSync } from 'node:fs'
import type { GridAnswer, GridName } from '#shared/api/views/grid-rows.ts'
import { connect } from '../../electron/store/connection.ts'
import { type TestApplication, testApplication } from '../support/application.ts'
import { type Bench, type BenchRow, medianMs } from './bench.ts'
import { NATIONAL, nationalFile, TODAY } from './support/national-file.ts'

const TIMES = 15
const PASTED_ROWS = 500
const FIELDS = [
  'address',
  'postcode',
  'communeName',
  'contactName',
  'email',
  'phone',
  'note',
  'shortName',
  'ape',
  'inQpv',
  'inFrr',
  'franceServices',
] as const

export const bench: Bench = {
  title: `Acts on ${NATIONAL} posts`,
  async run() {
    using file = nationalFile()
    const bare = bareFile(file.path)
    await using app = testApplication({ today: TODAY })
    await app.session.open(file.path)
    const page = pageOf(app)
    await page.read('positions')
    await page.read('employers')
    try {
      return [
        ...(await oneCell(app, page, bare)),
        await onePayment(app, page, bare),
        ...(await onePaste(app, page, bare)),
      ]
    } finally {
      bare.close()
    }
  },
}

type Page = ReturnType<typeof pageOf>

/** Reads a grid again as the page does: what it had, then what differs. */
function pageOf(app: TestApplication) {
  const tags = new Map<GridName, string>()
  return {
    async read(grid: GridName): Promise<GridAnswer> {
      const answer = await app.value('read.grid', { grid, employerId: null, known: tags.get(grid) ?? null })
      if (answer.tag !== undefined) tags.set(grid, answer.tag)
      return answer
    },
    /** After an act: the status with its late count, then what is shown. */
    async refresh(): Promise<void> {
      await app.value('file.status', {})
      await this.read('positions')
      await this.read('employers')
    },
  }
}

/** The same tables in a copy of the file without triggers: what SQLite itself costs. */
function bareFile(path: string) {
  const copy = `${path}.bare`
  copyFileSync(path, copy)
  const db = connect(copy, { readOnly: false, mustExist: true })
  const triggers = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
  return db
}
type Bare = ReturnType<typeof bareFile>

async function oneCell(app: TestApplication, page: Page, bare: Bare): Promise<readonly BenchRow[]> {
  let turn = 0
  const write = () => {
    turn += 1
    return app.value('write.cells', {
      label: 'Saisie',
      changes: [{ entity: 'position', id: turn, values: { label: `Poste ${turn}` } }],
    })
  }
  const updateBare = bare.prepare('UPDATE position SET label = ? WHERE id = ?')
  const reference = 'the same row, bare SQLite'
  let bareTurn = 0
  const referenceMs = await medianMs(TIMES, () => {
    bareTurn += 1
    updateBare.run(`Poste ${bareTurn}`, bareTurn)
  })
  const row = (name: string, ms: number): BenchRow => ({ name, ms, reference, referenceMs })
  const writeMs = await medianMs(TIMES, write)
  const undoMs = await medianMs(TIMES, () => undo(app))
  const wholeMs = await medianMs(TIMES, async () => {
    await write()
    await page.refresh()
  })
  return [
    row('a cell committed', writeMs),
    row('its undo', undoMs),
    row('a cell committed, then status and grids read again', wholeMs),
  ]
}

async function undo(app: TestApplication): Promise<void> {
  if ((await app.value('write.undo', {})) === null) throw new Error('nothing was left to undo')
}

async function onePayment(app: TestApplication, page: Page, bare: Bare): Promise<BenchRow> {
  const facts = app.session.context().dossier.readFacts()
  const allocated = new Set(facts.allocations.map((row) => row.instalmentId))
  const open = facts.instalments.filter((row) => !allocated.has(row.id) && row.cancelledOn === null)
  const agreements = new Map(facts.agreements.map((row) => [row.id, row]))
  let turn = 0
  const ms = await medianMs(TIMES, async () => {
    const instalment = open[turn]
    turn += 1
    const agreement = agreements.get(instalment?.agreementId ?? 0)
    if (instalment === undefined || agreement === undefined) throw new Error('no tranche is left to pay')
    await app.value('write.recordPayment', {
      employerId: agreement.employerId,
      funder: agreement.funder,
      receivedOn: TODAY,
      amountCents: instalment.amountCents,
      bankReference: `VIR ${turn}`,
      titleNumber: null,
      titleIssuedOn: null,
      bordereau: null,
      p503: null,
      note: null,
      allocations: [{ instalmentId: instalment.id, amountCents: instalment.amountCents }],
    })
    await page.refresh()
  })
  const pay = bare.prepare(
    'INSERT INTO payment (employer_id, funder, received_on, amount_cents) SELECT employer_id, funder, received_on, amount_cents FROM payment WHERE id = 1',
  )
  const share = bare.prepare(
    'INSERT INTO allocation (payment_id, instalment_id, amount_cents) VALUES (?, ?, 100)',
  )
  let at = 0
  const both = bare.transaction(() => {
    const { lastInsertRowid } = pay.run()
    share.run(lastInsertRowid, open[at]?.id ?? 0)
    at += 1
  })
  const referenceMs = await medianMs(TIMES, both)
  return {
    name: 'a payment recorded, then status and grids read again',
    ms,
    reference: 'the same two rows, bare SQLite',
    referenceMs,
  }
}

async function onePaste(app: TestApplication, page: Page, bare: Bare): Promise<readonly BenchRow[]> {
  const employers = app.session.context().dossier.readFacts().employers.slice(0, PASTED_ROWS)
  let turn = 0
  const valuesOf = (i: number) => ({
    address: `${i + turn} rue de l’Église`,
    postcode: String(10_000 + i),
    communeName: `Ville ${turn}`,
    contactName: `Contact ${turn}`,
    email: `contact${turn}@exemple.fr`,
    phone: '0123456789',
    note: `Vu ${turn}`,
    shortName: `S${i}-${turn}`,
    ape: '8411Z',
    inQpv: turn % 2 === 0,
    inFrr: turn % 2 === 1,
    franceServices: turn % 2 === 0,
  })
  const paste = async () => {
    turn += 1
    const { written } = await app.value('write.cells', {
      label: 'Collage',
      changes: employers.map(({ id }, i) => ({ entity: 'employer', id, values: valuesOf(i) })),
    })
    if (written !== PASTED_ROWS) throw new Error(`${written} rows written`)
  }
  const pasteMs = await medianMs(5, paste)
  const wholeMs = await medianMs(5, async () => {
    await paste()
    await page.refresh()
  })
  const undoMs = await medianMs(5, () => undo(app))
  const columns = FIELDS.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const update = bare.prepare(
    `UPDATE employer SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  )
  const all = bare.transaction(() => {
    turn += 1
    employers.forEach(({ id }, i) => {
      const values = valuesOf(i)
      update.run(
        ...FIELDS.map((field) =>
          typeof values[field] === 'boolean' ? Number(values[field]) : values[field],
        ),
        id,
      )
    })
  })
  const referenceMs = await medianMs(5, all)
  const reference = 'the same rows, bare SQLite'
  const size = `${PASTED_ROWS} × ${FIELDS.length} cells`
  return [
    { name: `a paste of ${size}`, ms: pasteMs, reference, referenceMs },
    { name: 'its undo', ms: undoMs, reference, referenceMs },
    { name: `a paste of ${size}, then status and grids read again`, ms: wholeMs, reference, referenceMs },
  ]
}
