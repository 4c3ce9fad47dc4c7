/** Jalon's own workbooks read back: nothing changes in the dossier they come from, and an empty one receives the same money. */
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { Facts } from '#shared/domain/facts.ts'
import { cents } from '#shared/domain/money.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { reportDefinitions } from '../../../electron/exchange/out/registry.ts'
import { generateDemo } from '../../../electron/services/demo/generate-demo.ts'
import { importFile, planFile, readForImport } from '../../../electron/services/import/import-file.ts'
import { demoInput } from '../../exchange/out/support/input.ts'
import { xlsxBytes } from '../../exchange/out/support/workbook.ts'
import { dossierWith, memoryDossier } from '../../support/memory-dossier.ts'

const TODAY = day('2026-11-23')

async function workbookOf(kind: 'aid' | 'fiscal-year', facts: Facts): Promise<Uint8Array> {
  const definition = reportDefinitions.find((d) => d.kind === kind)
  if (definition === undefined) throw new Error(`no report ${kind}`)
  return xlsxBytes(definition.build(demoInput({ kind, facts, fiscalYear: 2026 })))
}

const money = (facts: Facts) => {
  const { agreements, sharesByAgreement } = derive(facts, TODAY)
  return [...agreements.values()]
    .map(({ agreement, endsOn, fundedTo }) => {
      const shares = sharesByAgreement.get(agreement.id) ?? []
      const sum = (key: 'notifiedCents' | 'receivedCents' | 'lateCents' | 'claimableCents') =>
        shares.reduce((total, share) => total + share.amounts[key], 0)
      return {
        reference: agreement.reference,
        funder: agreement.funder,
        scheme: agreement.scheme,
        startsOn: agreement.startsOn,
        endsOn,
        fundedTo,
        posts: shares.length,
        bonus: shares.reduce((total, share) => total + share.bonusCents, 0),
        notified: sum('notifiedCents'),
        received: sum('receivedCents'),
      }
    })
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
}

describe.each(['aid', 'fiscal-year'] as const)('The workbook « %s » read back', (kind) => {
  it.each([
    ['the demonstration', generateDemo()],
    ['a generated dossier', generateDemo({ positions: 60, seed: 4, today: TODAY })],
  ])('is recognised, and changes nothing in the dossier it comes from: %s', async (_, facts) => {
    const dossier = dossierWith(facts)
    const { plan, operations } = planFile({
      ...readForImport(dossier),
      bytes: await workbookOf(kind, facts),
      fileName: 'etat.xlsx',
      today: TODAY,
    })
    expect(plan.found.filter((sheet) => sheet.read).map((sheet) => sheet.name)).toEqual([
      'Conventions',
      'Postes',
      'Tranches',
      'Versements',
    ])
    expect(plan.all.rows).toMatchObject({ created: 0, modified: 0, rejected: 0 })
    expect(operations).toEqual([])
  })

  it('gives an empty dossier the same agreements, tranches and payments, in one undoable act', async () => {
    const facts = generateDemo()
    const bytes = await workbookOf(kind, facts)
    const dossier = memoryDossier()
    const bring = () => importFile({ dossier, bytes, fileName: 'etat.xlsx', dryRun: false, today: TODAY })
    const summary = bring()
    expect(summary.rejects).toEqual([])
    expect(money(dossier.readFacts())).toEqual(money(facts))
    const kept = ['instalments', 'payments', 'allocations', 'positions'] as const
    for (const list of kept)
      expect([list, dossier.readFacts()[list].length]).toEqual([list, facts[list].length])
    expect(bring().rows).toMatchObject({ created: 0, modified: 0 })
    dossier.undo()
    expect(dossier.readFacts().agreements).toEqual([])
  })

  it('gives back a payment net of a credit: both tranches, and the bank line between', async () => {
    const facts = withCredit(generateDemo())
    const dossier = memoryDossier()
    const bytes = await workbookOf(kind, facts)
    const summary = importFile({ dossier, bytes, fileName: 'etat.xlsx', dryRun: false, today: TODAY })
    expect(summary.rejects).toEqual([])
    const read = dossier.readFacts()
    const net = read.payments.find((payment) => payment.bankReference === 'NET')
    expect(net?.amountCents).toBe(100)
    const shares = read.allocations.filter((share) => share.paymentId === net?.id)
    expect(shares.map((share) => share.amountCents).sort()).toEqual([-200, 300])
    expect(money(read)).toEqual(money(facts))
  })
})

/** 3 € paid on a tranche that waits for money, 2 € of it kept by the funder on one it had paid: 1 € in the bank. */
function withCredit(facts: Facts): Facts {
  const { agreements, instalments } = derive(facts, TODAY)
  const views = [...instalments.values()]
  for (const paid of views) {
    const owner = agreements.get(paid.instalment.agreementId)?.agreement
    const due = views.find(
      (view) => view.outstandingCents > 300 && view.instalment.agreementId === paid.instalment.agreementId,
    )
    const [model] = facts.payments
    if (paid.outstandingCents > 0 || paid.receivedCents < 200 || due === undefined) continue
    if (owner === undefined || model === undefined) continue
    const payment = {
      ...model,
      id: 999_000,
      employerId: owner.employerId,
      funder: owner.funder,
      receivedOn: TODAY,
      amountCents: cents(100),
      bankReference: 'NET',
    }
    const share = (id: number, instalmentId: number, amount: number) => ({
      id,
      paymentId: payment.id,
      instalmentId,
      amountCents: cents(amount),
    })
    return {
      ...facts,
      payments: [...facts.payments, payment],
      allocations: [
        ...facts.allocations,
        share(999_001, due.instalment.id, 300),
        share(999_002, paid.instalment.id, -200),
      ],
    }
  }
  throw new Error('the demonstration has an agreement partly paid')
}
