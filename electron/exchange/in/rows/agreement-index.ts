/** Finds an agreement: by its reference or its numbers, else by the post and the scheme, or the employer, the scheme and the end. */
import type { Day } from '#shared/domain/day.ts'
import type { Agreement, Grant, Id, Instalment, Payment } from '#shared/domain/facts.ts'
import type { Scheme } from '#shared/domain/words.ts'
import { nameKey } from '../plan/employer-index.ts'
import type { World } from '../plan/world.ts'

export interface AgreementIndex {
  byReference(reference: string, employerId: Id | null): Agreement | null
  byNumber(number: string): Agreement | null
  ofPosition(positionId: Id, scheme: Scheme | null): readonly Agreement[]
  ofEmployer(employerId: Id): readonly Agreement[]
  grants(agreementId: Id, positionId: Id): readonly Grant[]
  instalments(agreementId: Id, positionId: Id | null): readonly Instalment[]
  /** Money already received on a tranche. */
  received(instalmentId: Id): readonly { readonly payment: Payment; readonly amountCents: number }[]
  paymentOf(employerId: Id, receivedOn: Day, bankReference: string): Payment | null
  add(agreement: Agreement): void
  addGrant(grant: Grant): void
  addInstalment(instalment: Instalment): void
  addAllocation(paymentId: Id, instalmentId: Id, allocationId: Id): void
}

export function createAgreementIndex(world: World): AgreementIndex {
  const byReference = new Map<string, Set<Id>>()
  const byNumber = new Map<string, Id>()
  const byEmployer = new Map<Id, Set<Id>>()
  const byPosition = new Map<Id, Set<Id>>()
  const grants = new Map<string, Id[]>()
  const instalments = new Map<Id, Id[]>()
  const allocations = new Map<Id, Id[]>()
  const payments = new Map<string, Id>()

  const addTo = <K>(map: Map<K, Set<Id>>, key: K, id: Id) => {
    map.set(key, (map.get(key) ?? new Set<Id>()).add(id))
  }
  const push = <K>(map: Map<K, Id[]>, key: K, id: Id) => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [id])
    else list.push(id)
  }
  const add = (a: Agreement) => {
    addTo(byReference, nameKey(a.reference), a.id)
    addTo(byEmployer, a.employerId, a.id)
    for (const number of [a.dsNumber, a.ejNumber]) if (number !== null) byNumber.set(nameKey(number), a.id)
  }
  const addGrant = (g: Grant) => {
    push(grants, `${g.agreementId} ${g.positionId}`, g.id)
    addTo(byPosition, g.positionId, g.agreementId)
  }
  const addInstalment = (i: Instalment) => {
    push(instalments, i.agreementId, i.id)
    if (i.positionId !== null) addTo(byPosition, i.positionId, i.agreementId)
  }
  const addAllocation = (paymentId: Id, instalmentId: Id, allocationId: Id) => {
    push(allocations, instalmentId, allocationId)
    const payment = world.get('payment', paymentId)
    if (payment.bankReference !== null) payments.set(paymentKey(payment), paymentId)
  }
  for (const a of world.all('agreement')) add(a)
  for (const g of world.all('grant')) addGrant(g)
  for (const i of world.all('instalment')) addInstalment(i)
  for (const a of world.all('allocation')) addAllocation(a.paymentId, a.instalmentId, a.id)

  const agreementsOf = (ids: Iterable<Id> | undefined) =>
    [...(ids ?? [])].map((id) => world.find('agreement', id)).filter((a) => a !== null)

  return {
    add,
    addGrant,
    addInstalment,
    addAllocation,
    byReference(reference, employerId) {
      const found = agreementsOf(byReference.get(nameKey(reference)))
      const own = employerId === null ? found : found.filter((a) => a.employerId === employerId)
      return own.length === 1 ? (own[0] ?? null) : null
    },
    byNumber(number) {
      const id = byNumber.get(nameKey(number))
      return id === undefined ? null : world.find('agreement', id)
    },
    ofPosition: (positionId, scheme) =>
      agreementsOf(byPosition.get(positionId)).filter((a) => scheme === null || a.scheme === scheme),
    ofEmployer: (employerId) => agreementsOf(byEmployer.get(employerId)),
    grants: (agreementId, positionId) =>
      (grants.get(`${agreementId} ${positionId}`) ?? [])
        .map((id) => world.find('grant', id))
        .filter((g) => g !== null),
    instalments: (agreementId, positionId) =>
      (instalments.get(agreementId) ?? [])
        .map((id) => world.find('instalment', id))
        .filter((i) => i !== null && i.positionId === positionId)
        .filter((i) => i !== null),
    received: (instalmentId) =>
      (allocations.get(instalmentId) ?? [])
        .map((id) => world.find('allocation', id))
        .filter((a) => a !== null)
        .map((a) => ({ payment: world.get('payment', a.paymentId), amountCents: a.amountCents })),
    paymentOf(employerId, receivedOn, bankReference) {
      const id = payments.get(paymentKey({ employerId, receivedOn, bankReference }))
      return id === undefined ? null : world.find('payment', id)
    },
  }
}

function paymentKey(payment: Pick<Payment, 'employerId' | 'receivedOn' | 'bankReference'>): string {
  return `${payment.employerId} ${payment.receivedOn} ${nameKey(payment.bankReference ?? '')}`
}
