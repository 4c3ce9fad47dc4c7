/** Lines pasted as new contracts, tranches and payments: what they belong to is found by name, refused cell by cell. */
import { describe, expect, it } from 'vitest'
import { writeServices } from '../../../electron/services/write/index.ts'
import { passerelles } from './given.ts'

type Entity = 'contract' | 'instalment' | 'payment' | 'position'
type Line = Readonly<Record<string, string | number | null>>
type Context = ReturnType<typeof passerelles>['context']

function paste(context: Context, entity: Entity, lines: readonly Line[], dryRun = false) {
  return writeServices['write.cells'](context, {
    label: 'collage',
    changes: lines.map((values) => ({ entity, id: null, values })),
    dryRun,
  })
}
const reasons = (pasted: ReturnType<typeof paste>) =>
  pasted.outcomes.map(({ ok, field, code }) => (ok ? 'ok' : [field, code]))

describe('Contracts pasted as new rows', () => {
  const cdd = { kind: 'CDD', startsOn: '2026-01-01', endsOn: '2026-06-30' }
  const next = { kind: 'CDD', startsOn: '2026-07-01', endsOn: '2026-12-31' }

  it('find the post by its number or its name, and make one person of two lines of the same name', () => {
    const { context } = passerelles()
    const pasted = paste(context, 'contract', [
      { ...cdd, position: '2101', person: 'Nadia FERRAND', monthlyGrossCents: 210_000 },
      { ...next, position: 'itinerance nord', person: 'Ferrand, Nadia' },
      { ...next, position: '2101 Itinérance Nord', person: 'ferrand nadia' },
    ])
    expect(reasons(pasted)).toEqual(['ok', 'ok', 'ok'])
    const { persons, contracts } = context.dossier.readFacts()
    expect(persons.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).toEqual(['Nadia Ferrand'])
    expect(contracts.map((each) => [each.personId, each.monthlyGrossCents, each.weeklyMinutes])).toEqual([
      [persons[0]?.id, 210_000, 2100],
      [persons[0]?.id, null, 2100],
      [persons[0]?.id, null, 2100],
    ])
  })

  it('say of each wrong line what to write, leave no person behind, and undo in one step', () => {
    const { context } = passerelles()
    const pasted = paste(context, 'contract', [
      { ...cdd, position: '9999', person: 'Théo Maurel' },
      { ...cdd, position: '2101', person: 'Maurel' },
      { ...cdd, endsOn: null, position: '2101', person: 'Théo Maurel' },
      { ...cdd, position: '2101', person: 'Sofia Brunel' },
    ])
    expect(reasons(pasted)).toEqual([
      ['position', 'row.position-unknown'],
      ['person', 'row.person-name'],
      ['endsOn', 'contract.fixed-without-end'],
      'ok',
    ])
    expect(pasted.outcomes[0]?.message).toContain('Aucun poste « 9999 »')
    expect(context.dossier.readFacts().persons.map((each) => each.lastName)).toEqual(['Brunel'])
    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts().persons).toEqual([])
    expect(context.dossier.readFacts().contracts).toEqual([])
  })

  it('of two people of one name take the one who held the post, else refuse', () => {
    const { context } = passerelles()
    for (const note of ['une', 'autre'])
      writeServices['write.save'](context, {
        entity: 'person',
        id: null,
        values: { firstName: 'Hugo', lastName: 'Tessandier', note },
      })
    const hugo = { ...cdd, position: '2101', person: 'Hugo Tessandier' }
    expect(reasons(paste(context, 'contract', [hugo]))).toEqual([['person', 'row.person-ambiguous']])
    const [, second] = context.dossier.readFacts().persons
    const [post] = context.dossier.readFacts().positions
    writeServices['write.newContract'](context, {
      positionId: post?.id ?? 0,
      personId: second?.id ?? 0,
      person: null,
      values: cdd,
    })
    paste(context, 'contract', [{ ...hugo, ...next }])
    expect(context.dossier.readFacts().contracts.at(-1)?.personId).toBe(second?.id)
  })

  it('are judged without being written: the preview and the write agree, and leave nothing to undo', () => {
    const { context } = passerelles()
    const before = context.dossier.undoLabel
    const lines = [
      { ...cdd, position: '2101', person: 'Amel Rivoire' },
      { ...cdd, position: '9999', person: 'Amel Rivoire' },
    ]
    const judged = paste(context, 'contract', lines, true)
    expect(reasons(judged)).toEqual(['ok', ['position', 'row.position-unknown']])
    expect(context.dossier.readFacts().contracts).toEqual([])
    expect(context.dossier.undoLabel).toBe(before)
    expect(reasons(paste(context, 'contract', lines))).toEqual(reasons(judged))
  })
})

describe('Tranches pasted as new rows', () => {
  it('follow those of their agreement, and name the post they concern', () => {
    const { context, position } = passerelles()
    const pasted = paste(context, 'instalment', [
      { agreement: '2024-a-0118', position: '2101', amountCents: 1_000_000, dueOn: '2026-04-30' },
      { agreement: '2024-A-0118', position: '2101', amountCents: 5_000, label: 'Solde' },
      { agreement: '2024-A-0118', amountCents: 7_000 },
      { agreement: 'inconnue', amountCents: 1 },
    ])
    expect(reasons(pasted)).toEqual(['ok', 'ok', 'ok', ['agreement', 'row.agreement-unknown']])
    const added = context.dossier.readFacts().instalments.slice(2)
    expect(added.map((each) => [each.rank, each.label, each.positionId])).toEqual([
      [3, 'Tranche 3', position],
      [4, 'Solde', position],
      [1, 'Tranche 1', null],
    ])
  })
})

describe('Payments pasted as new rows', () => {
  const paid = { agreement: '2024-A-0118', receivedOn: '2026-10-01' }

  it('belong to the structure and payer of their agreement, and go to the tranche they name', () => {
    const { context, employer, first, second } = passerelles()
    const pasted = paste(context, 'payment', [
      { ...paid, amountCents: 2_000_000, instalment: 'Tranche 1', bankReference: 'CDC-1' },
      { ...paid, amountCents: 1_500_000, instalment: '2', allocatedCents: 1_400_000 },
      { ...paid, amountCents: 500 },
    ])
    expect(reasons(pasted)).toEqual(['ok', 'ok', 'ok'])
    expect(pasted.outcomes[2]?.warnings?.map((each) => each.code)).toEqual(['payment.unallocated'])
    const { payments, allocations } = context.dossier.readFacts()
    expect(payments.map((each) => [each.employerId, each.funder])).toEqual(
      [1, 2, 3].map(() => [employer, 'Caisse des Dépôts']),
    )
    expect(allocations.map((each) => [each.instalmentId, each.amountCents])).toEqual([
      [first, 2_000_000],
      [second, 1_400_000],
    ])
    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts().payments).toEqual([])
  })

  it('are refused where the tranche waits for less, is not there, or nobody is named', () => {
    const { context } = passerelles()
    const pasted = paste(context, 'payment', [
      { ...paid, amountCents: 9_000_000, instalment: 'Tranche 1' },
      { ...paid, amountCents: 500, instalment: 'Tranche 7' },
      { ...paid, amountCents: 500, position: '2101' },
      { receivedOn: '2026-10-01', amountCents: 500 },
      { ...paid, receivedOn: '2027-10-01', amountCents: 500 },
    ])
    expect(reasons(pasted)).toEqual([
      ['amountCents', 'allocation.too-much'],
      ['instalment', 'row.instalment-unknown'],
      ['instalment', 'row.instalment-missing'],
      ['agreement', 'row.agreement-missing'],
      ['receivedOn', 'payment.future'],
    ])
    expect(pasted.written).toBe(0)
  })
})

describe('Posts pasted as new rows', () => {
  it('find their structure by name, whatever its capitals', () => {
    const { context } = passerelles()
    const post = { label: 'Espace Gare', startsOn: '2026-01-01' }
    const pasted = paste(context, 'position', [
      { ...post, employer: 'réseau passerelles numériques', stateId: '2102' },
      { ...post, employer: 'réseau passerelles numériques', stateId: '2102' },
      { ...post, employer: 'Inconnue' },
    ])
    expect(reasons(pasted)).toEqual([
      'ok',
      ['stateId', 'position.state-id-taken'],
      ['employer', 'row.employer-unknown'],
    ])
  })
})
