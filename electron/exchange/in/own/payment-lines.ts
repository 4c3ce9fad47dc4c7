/**
 * A line of "Versements": recognised by its structure, day, amount and reference. One the dossier lacks is made, and allocated to
 * the tranches its last column names ("2101 Tranche 2 : 4 000,00 ; …"); what cannot be allocated stays unallocated, and is said.
 */
import type { Employer, Id, Instalment, Payment } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents } from '#shared/domain/money.ts'
import { parseAmountText, readAmount } from '../cells/amount-cell.ts'
import { readDay } from '../cells/day-cell.ts'
import { readLine } from '../cells/text-cell.ts'
import { nameKey } from '../plan/employer-index.ts'
import type { RowReader } from '../plan/row-reader.ts'
import { readEmployer, resolveEmployer } from '../rows/employer-part.ts'
import { type Engine, onlyMissing, set } from '../rows/engine.ts'
import type { BringLine } from './own-line.ts'
import { ownersNamed } from './own-line.ts'

export function paymentLines(engine: Engine): BringLine {
  const taken = new Set<Id>()
  const recorded = Map.groupBy(engine.world.all('payment'), momentOf)
  return (row) => {
    const employer = readEmployer(row)
    const receivedOn = row.read('payment.receivedOn', readDay)
    const amountCents = row.read('payment.amountCents', readAmount)
    const covers = row.read('payment.covers', readLine)
    const funder = row.read('payment.funder', readLine)
    const said = {
      bankReference: row.read('payment.bankReference', readLine),
      titleNumber: row.read('payment.titleNumber', readLine),
      titleIssuedOn: row.read('payment.titleIssuedOn', readDay),
      bordereau: row.read('payment.bordereau', readLine),
      p503: row.read('payment.p503', readLine),
    }
    if (receivedOn === null && amountCents === null) row.skip('row.nothing')
    else if (receivedOn === null) row.refuseCell('payment.receivedOn', 'payment.day-missing')
    else if (receivedOn > engine.today) row.refuseCell('payment.receivedOn', 'payment.future')
    return () => {
      if (receivedOn === null || amountCents === null) {
        row.refuseCell('payment.amountCents', 'amount.unreadable', { text: '' })
        return
      }
      const owners = new Set(ownersNamed(engine, employer.name).map((each) => each.id))
      const known = recorded
        .get(momentOf({ receivedOn, amountCents }))
        ?.find(
          (p) =>
            !taken.has(p.id) && owners.has(p.employerId) && sameText(p.bankReference, said.bankReference),
        )
      if (known !== undefined) {
        taken.add(known.id)
        set(engine, row, 'payment', known.id, onlyMissing(engine, 'payment', known.id, said))
        return
      }
      const owner = resolveEmployer(engine, row, employer, null)
      if (owner === null) {
        if (!row.isRefused) row.say('refused', 'employer.missing')
        return
      }
      const made = engine.world.create('payment', {
        employerId: owner.id,
        funder: funder ?? '?',
        receivedOn,
        amountCents,
        ...said,
      })
      taken.add(made.id)
      row.touch('payment', made.id, 'created')
      if (covers !== null) allocate(engine, row, made, owner, covers)
    }
  }
}

/** Payments of one day and amount: the few among which a line is recognised. */
function momentOf({ receivedOn, amountCents }: Pick<Payment, 'receivedOn' | 'amountCents'>): string {
  return `${receivedOn} ${amountCents}`
}

function allocate(
  engine: Engine,
  row: RowReader,
  payment: Payment,
  employer: Employer,
  covers: string,
): void {
  const unknown = (text: string) => row.warnCell('payment.covers', 'payment.cover-unknown', { text })
  const shares: { readonly instalment: Instalment; readonly amountCents: Cents }[] = []
  let left = Math.abs(payment.amountCents)
  for (const { text, name, amountCents } of sharesPrinted(covers, payment)) {
    const instalment = instalmentNamed(engine, employer, payment, name, amountCents)
    const used = amountCents === null ? 0 : amountCents * Math.sign(payment.amountCents)
    if (instalment === null || amountCents === null || used > left) unknown(text)
    else {
      shares.push({ instalment, amountCents })
      left -= used
    }
  }
  // Credits whose tranche paid is not found would leave less than nothing of the payment: they wait with it.
  if (left > Math.abs(payment.amountCents)) {
    unknown(covers)
    return
  }
  for (const { instalment, amountCents } of shares) {
    const allocation = engine.world.create('allocation', {
      paymentId: payment.id,
      instalmentId: instalment.id,
      amountCents,
    })
    engine.agreements.addAllocation(payment.id, instalment.id, allocation.id)
    row.touch('allocation', allocation.id, 'created')
  }
}

interface PrintedShare {
  readonly text: string
  readonly name: string
  readonly amountCents: Cents | null
}

/** Credits (of the other sign than the payment) first: they make room for the tranches they were taken out of. */
function sharesPrinted(covers: string, payment: Payment): readonly PrintedShare[] {
  const shares = covers.split(/\s*;\s*/).map((text) => {
    const [, name = '', written = ''] = /^(.*?)\s*:\s*([^:]+)$/.exec(text) ?? []
    return { text, name, amountCents: parseAmountText(written).value }
  })
  const isCredit = ({ amountCents }: PrintedShare) => (amountCents ?? 0) * payment.amountCents < 0
  return [...shares.filter(isCredit), ...shares.filter((share) => !isCredit(share))]
}

/** The tranche printed so: its post's number (or its agreement's reference), then its label. Of several, one of that funder with room. */
function instalmentNamed(
  engine: Engine,
  employer: Employer,
  payment: Payment,
  name: string,
  amountCents: Cents | null,
): Instalment | null {
  if (amountCents === null) return null
  const { agreements, world } = engine
  const found = agreements.ofEmployer(employer.id).flatMap((agreement) =>
    [null, ...engine.posts.ofEmployer(employer.id).map((p) => p.id)].flatMap((positionId) =>
      agreements.instalments(agreement.id, positionId).filter((instalment) => {
        const stateId = positionId === null ? null : world.get('position', positionId).stateId
        return nameKey(`${stateId ?? agreement.reference} ${instalment.label}`) === nameKey(name)
      }),
    ),
  )
  const room = (i: Instalment) =>
    i.amountCents - sumCents(agreements.received(i.id).map((r) => cents(r.amountCents)))
  const fits = found.filter((i) => amountCents < 0 || room(i) >= amountCents)
  const own = fits.filter((i) => sameText(world.get('agreement', i.agreementId).funder, payment.funder))
  return own[0] ?? fits[0] ?? null
}

function sameText(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : nameKey(a) === nameKey(b)
}
