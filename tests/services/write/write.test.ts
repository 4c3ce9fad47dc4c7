import { describe, expect, it } from 'vitest'
import type { Parsed } from '#shared/api/contract.ts'
import { day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { Refusal } from '../../../electron/services/service.ts'
import { writeServices } from '../../../electron/services/write/index.ts'
import { emptyDossier, passerelles } from './given.ts'

type PaymentInput = Parsed<'write.recordPayment'>

function versement(employerId: number, over: Partial<PaymentInput> = {}): PaymentInput {
  return {
    employerId,
    funder: 'Caisse des Dépôts',
    receivedOn: day('2024-05-12'),
    amountCents: cents(2_000_000),
    bankReference: 'CDC-24-0100',
    titleNumber: null,
    titleIssuedOn: null,
    bordereau: null,
    p503: null,
    note: null,
    allocations: [],
    ...over,
  }
}

function refusalOf(work: () => unknown): Refusal['error'] {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('Recording a payment', () => {
  it('writes the payment and its allocations as one step, undone and redone together', () => {
    const { context, employer, first } = passerelles()
    const allocations = [{ instalmentId: first, amountCents: cents(2_000_000) }]
    writeServices['write.recordPayment'](context, versement(employer, { allocations }))
    expect(context.dossier.undoLabel).toBe('versement CDC-24-0100')
    expect(context.dossier.readFacts().allocations).toHaveLength(1)

    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts()).toMatchObject({ payments: [], allocations: [] })

    writeServices['write.redo'](context, {})
    expect(context.dossier.readFacts().allocations[0]).toMatchObject(allocations[0] ?? {})
  })

  it('refuses more than the tranche waits for, in words, and writes nothing', () => {
    const { context, employer, second } = passerelles()
    const allocations = [{ instalmentId: second, amountCents: cents(1_500_000) }]
    const error = refusalOf(() =>
      writeServices['write.recordPayment'](context, versement(employer, { allocations })),
    )
    expect(error.code).toBe('allocation.too-much')
    expect(error.message).toContain('14\u202f000,00\u00a0€')
    expect(context.dossier.readFacts().payments).toEqual([])
  })

  it('keeps the amount of a payment at or above what was allocated', () => {
    const { context, employer, first } = passerelles()
    const allocations = [{ instalmentId: first, amountCents: cents(2_000_000) }]
    const { id } = writeServices['write.recordPayment'](context, versement(employer, { allocations }))
    const change = { entity: 'payment', id, values: { amountCents: 1_900_000 } } as const
    expect(refusalOf(() => writeServices['write.save'](context, change)).code).toBe('payment.below-allocated')
  })
})

describe('A contract', () => {
  it('comes with its person in one step', () => {
    const { context, position } = passerelles()
    const steps = context.dossier.revision
    writeServices['write.newContract'](context, {
      positionId: position,
      personId: null,
      person: { lastName: 'Ferrand', firstName: 'Nadia' },
      values: { kind: 'CDI', startsOn: '2024-02-01' },
    })
    expect(context.dossier.revision).toBe(steps + 1)
    expect(context.dossier.undoLabel).toBe('création : contrat de Nadia Ferrand')
    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts().persons).toEqual([])
  })

  it.each([
    [{ kind: 'CDI', startsOn: '2024-02-01', endsOn: '2025-01-31' }, 'contract.permanent-with-end', 'endsOn'],
    [{ kind: 'CDD', startsOn: '2024-02-01' }, 'contract.fixed-without-end', 'endsOn'],
    [{ kind: 'CDD', startsOn: '2024-02-01', endsOn: '2024-01-31' }, 'period.end-before-start', 'endsOn'],
    [{ kind: 'CDD', startsOn: '2024-02-30', endsOn: '2024-12-31' }, 'input.invalid', 'startsOn'],
    [
      { kind: 'CDD', startsOn: '2024-02-01', endsOn: '2024-12-31', endedOn: '2025-02-01' },
      'contract.ended-after-term',
      'endedOn',
    ],
  ])('%j is refused: %s', (values, code, field) => {
    const { context, position } = passerelles()
    const person = { lastName: 'Ferrand', firstName: 'Nadia' }
    const error = refusalOf(() =>
      writeServices['write.newContract'](context, { positionId: position, personId: null, person, values }),
    )
    expect(error).toMatchObject({ code, field })
    expect(context.dossier.readFacts().persons).toEqual([])
  })

  it('cannot be renewed twice, nor before its term', () => {
    const { context, position } = passerelles()
    const write = (values: Record<string, string | number>, personId: number | null) =>
      writeServices['write.newContract'](context, {
        positionId: position,
        personId,
        person: personId === null ? { lastName: 'Maurel', firstName: 'Théo' } : null,
        values,
      })
    const first = write({ kind: 'CDD', startsOn: '2025-07-01', endsOn: '2025-12-31' }, null).id
    const personId = context.dossier.readFacts().persons[0]?.id ?? 0
    const renewal = { kind: 'CDD', startsOn: '2025-12-31', endsOn: '2026-12-31', renewsId: first }
    expect(refusalOf(() => write(renewal, personId)).code).toBe('contract.renews-overlap')
    write({ ...renewal, startsOn: '2026-01-01' }, personId)
    const again = { ...renewal, startsOn: '2026-02-01' }
    expect(refusalOf(() => write(again, personId)).code).toBe('contract.renews-taken')
  })
})

describe('Cells pasted over the grid', () => {
  it('are written where they are right and refused one by one where they are wrong, in one undoable step', () => {
    const { context, position } = passerelles()
    const { outcomes, written } = writeServices['write.cells'](context, {
      label: 'collage de 3 cellules',
      changes: [
        { entity: 'position', id: position, values: { label: 'Itinérance Sud' } },
        { entity: 'position', id: position, values: { label: '' } },
        { entity: 'position', id: 999, values: { label: 'Fantôme' } },
      ],
    })
    expect(written).toBe(1)
    expect(outcomes.map((o) => [o.ok, o.code])).toEqual([
      [true, null],
      [false, 'input.invalid'],
      [false, 'row.gone'],
    ])
    expect(outcomes[1]?.message).toBe('Nom du poste : ce champ est obligatoire.')
    expect(writeServices['write.undo'](context, {})?.label).toBe('collage de 3 cellules')
    expect(context.dossier.readFacts().positions[0]?.label).toBe('Itinérance Nord')
  })

  it('leave no step to undo where all are refused', () => {
    const { context, position } = passerelles()
    const before = context.dossier.undoLabel
    const values = { unknown: 1 }
    const changes = [{ entity: 'position' as const, id: position, values }]
    expect(writeServices['write.cells'](context, { label: 'collage', changes }).written).toBe(0)
    expect(context.dossier.undoLabel).toBe(before)
  })
})

describe('Deleting', () => {
  it('refuses what others depend on, and says which', () => {
    const { context, position, employer } = passerelles()
    const error = refusalOf(() =>
      writeServices['write.delete'](context, { entity: 'employer', ids: [employer] }),
    )
    expect(error.message).toContain('1 × convention')
    expect(
      refusalOf(() => writeServices['write.delete'](context, { entity: 'position', ids: [position] })).code,
    ).toBe('row.still-used')
  })

  it('is one step for many rows', () => {
    const { context, first, second } = passerelles()
    writeServices['write.delete'](context, { entity: 'instalment', ids: [first, second] })
    expect(context.dossier.readFacts().instalments).toEqual([])
    writeServices['write.undo'](context, {})
    expect(context.dossier.readFacts().instalments).toHaveLength(2)
  })
})

describe('Answering a deadline', () => {
  const deadline = { key: 'notice:contract:1', forDay: day('2026-11-30') }

  it('postponing asks for a day to come and a reason', () => {
    const context = emptyDossier()
    const postpone = {
      ...deadline,
      answer: 'postponed',
      postponedTo: day('2026-11-23'),
      reason: 'x',
    } as const
    const answer = (input: Parsed<'write.answerDeadline'>) => () =>
      writeServices['write.answerDeadline'](context, input)
    expect(refusalOf(answer(postpone)).field).toBe('postponedTo')
    expect(refusalOf(answer({ ...deadline, answer: 'ignored', postponedTo: null, reason: null })).field).toBe(
      'reason',
    )
  })

  it('a later answer replaces the former one', () => {
    const context = emptyDossier()
    for (const answer of ['done', 'ignored'] as const)
      writeServices['write.answerDeadline'](context, {
        ...deadline,
        answer,
        postponedTo: null,
        reason: 'vu en réunion',
      })
    const answers = context.dossier.readFacts().deadlineAnswers
    expect(answers.map((a) => a.answer)).toEqual(['ignored'])
  })
})
