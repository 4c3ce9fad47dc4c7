/**
 * The one place where a domain entity meets its table: names (camelCase ↔ snake_case) and kinds. Days and cents are stored as
 * they are; only booleans change shape (0 / 1). The compiler refuses an entity whose fields are not all listed here.
 */
import type {
  DeadlineAnswer,
  Document,
  Entities,
  Id,
  ImportMapping,
  Setting,
  StateDifference,
} from '#shared/domain/facts.ts'
import type { SqlValue } from './dossier.ts'

/** Entities of the store: those of the generic door, and those only services write. */
export interface StoredEntities extends Entities {
  readonly deadlineAnswer: DeadlineAnswer
  readonly document: Document
  readonly setting: Setting & { readonly id: Id }
  readonly stateDifference: StateDifference
  readonly importMapping: ImportMapping
}
export type StoredName = keyof StoredEntities
export type NewStored<N extends StoredName> = Omit<StoredEntities[N], 'id'>

export type FieldKind = 'text' | 'day' | 'cents' | 'integer' | 'boolean' | 'ref'
type Fields<E> = { readonly [K in Exclude<keyof E, 'id'>]: FieldKind }

export interface EntityTable {
  readonly table: string
  readonly columns: readonly { readonly field: string; readonly column: string; readonly kind: FieldKind }[]
}

/** Table of each entity. `grant` is a word of SQL elsewhere: its table says what a row is, one year of a grant. */
const tableNames: Readonly<Record<StoredName, string>> = {
  employer: 'employer',
  position: 'position',
  attachment: 'attachment',
  person: 'person',
  contract: 'contract',
  contractAmendment: 'contract_amendment',
  agreement: 'agreement',
  agreementAmendment: 'agreement_amendment',
  grant: 'grant_year',
  instalment: 'instalment',
  payment: 'payment',
  allocation: 'allocation',
  monthlyCost: 'monthly_cost',
  deadlineAnswer: 'deadline_answer',
  freeDeadline: 'free_deadline',
  setting: 'setting',
  savedView: 'saved_view',
  ruleFigure: 'rule_figure',
  aidScale: 'aid_scale',
  aidScaleYear: 'aid_scale_year',
  document: 'document',
  scenario: 'scenario',
  stateDifference: 'state_difference',
  importMapping: 'import_mapping',
}

const fields: { readonly [N in StoredName]: Fields<StoredEntities[N]> } = {
  employer: {
    name: 'text',
    shortName: 'text',
    sector: 'text',
    legalForm: 'text',
    siret: 'text',
    ridet: 'text',
    rna: 'text',
    ape: 'text',
    stateId: 'text',
    zone: 'text',
    fiscalYearStart: 'text',
    chart: 'text',
    idcc: 'text',
    address: 'text',
    postcode: 'text',
    communeCode: 'text',
    communeName: 'text',
    departmentCode: 'text',
    inQpv: 'boolean',
    inFrr: 'boolean',
    franceServices: 'boolean',
    contactName: 'text',
    email: 'text',
    phone: 'text',
    chargesRate: 'integer',
    note: 'text',
  },
  position: {
    stateId: 'text',
    label: 'text',
    kind: 'text',
    workplace: 'text',
    inQpv: 'boolean',
    inFrr: 'boolean',
    grantedOn: 'day',
    returnedOn: 'day',
    returnMotive: 'text',
    note: 'text',
  },
  attachment: { positionId: 'ref', employerId: 'ref', startsOn: 'day', endsOn: 'day' },
  person: {
    lastName: 'text',
    firstName: 'text',
    email: 'text',
    phone: 'text',
    stateId: 'text',
    doubledNotice: 'boolean',
    anonymisedOn: 'day',
    note: 'text',
  },
  contract: {
    positionId: 'ref',
    personId: 'ref',
    kind: 'text',
    startsOn: 'day',
    endsOn: 'day',
    trialEndsOn: 'day',
    weeklyMinutes: 'integer',
    monthlyGrossCents: 'cents',
    renewsId: 'ref',
    signedOn: 'day',
    endedOn: 'day',
    endMotive: 'text',
    ground: 'text',
    stateId: 'text',
    note: 'text',
  },
  contractAmendment: {
    contractId: 'ref',
    signedOn: 'day',
    effectiveOn: 'day',
    newEndsOn: 'day',
    newWeeklyMinutes: 'integer',
    newMonthlyGrossCents: 'cents',
    reason: 'text',
  },
  agreement: {
    employerId: 'ref',
    funder: 'text',
    funderKind: 'text',
    scheme: 'text',
    reference: 'text',
    dsNumber: 'text',
    ejNumber: 'text',
    signedOn: 'day',
    startsOn: 'day',
    theoreticalEndsOn: 'day',
    endsOn: 'day',
    financingStartsOn: 'day',
    financingEndsOn: 'day',
    earningMethod: 'text',
    accountingMethod: 'text',
    incomeAccount: 'text',
    receivableAccount: 'text',
    deferredAccount: 'text',
    settledOn: 'day',
    note: 'text',
  },
  agreementAmendment: {
    agreementId: 'ref',
    signedOn: 'day',
    effectiveOn: 'day',
    newEndsOn: 'day',
    reason: 'text',
  },
  grant: { agreementId: 'ref', positionId: 'ref', year: 'integer', baseCents: 'cents', bonusCents: 'cents' },
  instalment: {
    agreementId: 'ref',
    positionId: 'ref',
    rank: 'integer',
    label: 'text',
    amountCents: 'cents',
    dueOn: 'day',
    claimableOn: 'day',
    conditions: 'text',
    conditionsMetOn: 'day',
    claimedOn: 'day',
    cancelledOn: 'day',
    cancelReason: 'text',
    note: 'text',
  },
  payment: {
    employerId: 'ref',
    funder: 'text',
    receivedOn: 'day',
    amountCents: 'cents',
    bankReference: 'text',
    titleNumber: 'text',
    titleIssuedOn: 'day',
    bordereau: 'text',
    p503: 'text',
    note: 'text',
  },
  allocation: { paymentId: 'ref', instalmentId: 'ref', amountCents: 'cents' },
  monthlyCost: {
    contractId: 'ref',
    month: 'text',
    grossCents: 'cents',
    chargesCents: 'cents',
    taxesCents: 'cents',
  },
  deadlineAnswer: {
    key: 'text',
    answer: 'text',
    answeredOn: 'day',
    forDay: 'day',
    postponedTo: 'day',
    reason: 'text',
  },
  freeDeadline: { title: 'text', dueOn: 'day', employerId: 'ref', positionId: 'ref', note: 'text' },
  setting: { key: 'text', value: 'text' },
  savedView: { grid: 'text', name: 'text', rank: 'integer', definition: 'text' },
  ruleFigure: { code: 'text', validFrom: 'day', value: 'integer', source: 'text', confidence: 'text' },
  aidScale: {
    name: 'text',
    scheme: 'text',
    sector: 'text',
    bonus: 'boolean',
    territory: 'text',
    validFrom: 'day',
    source: 'text',
    confidence: 'text',
  },
  aidScaleYear: { scaleId: 'ref', year: 'integer', baseCents: 'cents', bonusCents: 'cents' },
  document: {
    ownerKind: 'text',
    ownerId: 'integer',
    name: 'text',
    mime: 'text',
    size: 'integer',
    sha256: 'text',
    addedOn: 'day',
    checklistItem: 'text',
  },
  scenario: { name: 'text', createdOn: 'day', definition: 'text' },
  stateDifference: {
    positionId: 'ref',
    field: 'text',
    stateValue: 'text',
    ownValue: 'text',
    seenOn: 'day',
    decision: 'text',
    note: 'text',
  },
  importMapping: { shape: 'text', name: 'text', definition: 'text' },
}

export const storedNames = Object.keys(tableNames) as readonly StoredName[]
export const entityTables = Object.fromEntries(
  storedNames.map((name) => [name, describe(name)]),
) as unknown as Readonly<Record<StoredName, EntityTable>>
export const factTableNames: readonly string[] = storedNames.map((name) => tableNames[name])
const nameByTable: ReadonlyMap<string, StoredName> = new Map(storedNames.map((n) => [tableNames[n], n]))

export function entityOfTable(table: string): StoredName | undefined {
  return nameByTable.get(table)
}

/** Columns of the fields given: what `insert` and `update` take. An unknown field is a bug. */
export function toRow<N extends StoredName>(
  name: N,
  values: Partial<NewStored<N>>,
): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {}
  let found = 0
  for (const { field, column } of entityTables[name].columns) {
    const value = (values as Readonly<Record<string, unknown>>)[field]
    if (value === undefined) continue
    found += 1
    row[column] = typeof value === 'boolean' ? (value ? 1 : 0) : (value as SqlValue)
  }
  const given = Object.entries(values).filter(([field, v]) => field !== 'id' && v !== undefined).length
  if (given !== found) throw new Error(`unknown field for ${name}: ${Object.keys(values).join(', ')}`)
  return row
}

/** The entity of a row read with `selectEntity` column aliases or with its own column names. */
export function fromRow<N extends StoredName>(
  name: N,
  row: Readonly<Record<string, SqlValue>>,
): StoredEntities[N] {
  const entity: Record<string, unknown> = { id: row.id }
  for (const { field, column, kind } of entityTables[name].columns) {
    const value = column in row ? row[column] : row[field]
    entity[field] = kind === 'boolean' ? value === 1 : (value ?? null)
  }
  return entity as unknown as StoredEntities[N]
}

/** `SELECT id, starts_on AS startsOn …`: the row has the shape of the entity, booleans excepted (see `booleans`). */
export function selectEntity(name: StoredName, rest = ''): string {
  const { table, columns } = entityTables[name]
  const list = columns.map((c) => (c.column === c.field ? c.column : `${c.column} AS ${c.field}`))
  return `SELECT id, ${list.join(', ')} FROM ${table} ${rest}`
}

export function booleanFields(name: StoredName): readonly string[] {
  return entityTables[name].columns.filter((c) => c.kind === 'boolean').map((c) => c.field)
}

export function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export function camel(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function describe(name: StoredName): EntityTable {
  const columns = Object.entries(fields[name] as Readonly<Record<string, FieldKind>>).map(
    ([field, kind]) => ({
      field,
      column: snake(field),
      kind,
    }),
  )
  return { table: tableNames[name], columns }
}
