/** What the law on personal data asks of the dossier: propose what may go, take a name out, hand over a copy without names. */
import type { privacyChannels } from '#shared/api/channels/privacy.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Facts, Id, Person } from '#shared/domain/facts.ts'
import { indexFacts, rowById, rowsOf } from '#shared/rules/engine/index-facts.ts'
import { personName } from '#shared/rules/engine/names.ts'
import { lastDayOf } from '#shared/rules/engine/states/contract-state.ts'
import { figuresWith } from '#shared/rules/figures/figures.ts'
import { namelessPerson } from '#shared/rules/privacy/pseudonyms.ts'
import { retention } from '#shared/rules/privacy/retention.ts'
import { PRIVACY_TEXT } from '#shared/text/dossier/privacy.ts'
import { listCopies } from '../../backup/copies.ts'
import { dayOfInstant } from '../../clock.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { readEntities, removeEntity, updateEntity } from '../../store/entities.ts'
import { available } from '../read/computing.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import type { Session } from '../session/session.ts'
import { writeSupportCopy } from './support-copy.ts'

type PrivacyServices = {
  readonly [C in keyof typeof privacyChannels]: (
    context: ServiceContext,
    input: Parsed<C>,
  ) => Output<C> | Promise<Output<C>>
}

export function privacyServices({
  desk,
  copyPlaces,
}: Pick<Session, 'desk'> & Partial<Pick<Session, 'copyPlaces'>>): PrivacyServices {
  return {
    'privacy.retention': ({ dossier, today }) => {
      const facts = dossier.readFacts()
      return available(() => retention(facts, today, figuresWith(facts.ruleFigures)))
    },
    'privacy.anonymise': anonymise,
    'privacy.anonymised': ({ dossier }) =>
      dossier
        .readFacts()
        .persons.flatMap(({ id, anonymisedOn, ...person }) =>
          anonymisedOn === null
            ? []
            : [{ personId: id, name: personName({ id, anonymisedOn, ...person }), anonymisedOn }],
        ),
    'privacy.erase': (context, { personIds }) => {
      const copies = copyPlaces === undefined ? [] : listCopies(copyPlaces.folder, context.dossier.fileId)
      const second = copyPlaces?.second() ?? null
      const away = second?.present ? listCopies(second.folder, context.dossier.fileId) : []
      return { ...erase(context, personIds), copies: copies.length + away.length }
    },
    'privacy.supportCopy': (context) => {
      const path = desk.temporaryPath('jalon')
      writeSupportCopy(context, path)
      return desk.deliver({ name: PRIVACY_TEXT.supportName(context.today), path })
    },
  }
}

/** Told from the clock and not from the day of view: names are not taken out ahead of time because another day is looked at. */
function anonymise(
  { dossier, now }: ServiceContext,
  { personIds }: Parsed<'privacy.anonymise'>,
): Output<'privacy.anonymise'> {
  const today = dayOfInstant(now)
  const facts = dossier.readFacts()
  const persons = [...new Set(personIds)].map((id) => goneOrRefused(facts, id, today))
  const [first] = persons
  const label =
    persons.length === 1 && first !== undefined
      ? PRIVACY_TEXT.anonymised(namelessPerson(first).lastName)
      : PRIVACY_TEXT.anonymisedMany(persons.length)
  const documents = dossier.act({ label, kind: 'privacy' }, (db) =>
    persons.reduce((count, person) => count + takeNameOut(db, facts, person, today), 0),
  )
  return { persons: persons.length, documents }
}

/** Only people whose name is already out of the dossier: erasing the history is a second, separate decision. */
function erase({ dossier }: ServiceContext, personIds: readonly Id[]) {
  const { persons } = indexFacts(dossier.readFacts())
  const erased = [...new Set(personIds)].map((id) => {
    const person = persons.get(id)
    if (person === undefined) throw refusal('privacy.unknown', PRIVACY_TEXT.unknown)
    if (person.anonymisedOn === null)
      throw refusal('privacy.named', PRIVACY_TEXT.stillNamed(personName(person)))
    return { id, name: personName(person) }
  })
  return dossier.eraseFromHistory(PRIVACY_TEXT.erased(erased.length), erased)
}

function goneOrRefused(facts: Facts, id: Id, today: ServiceContext['today']): Person {
  const index = indexFacts(facts)
  const person = index.persons.get(id)
  if (person === undefined) throw refusal('privacy.unknown', PRIVACY_TEXT.unknown)
  const name = personName(person)
  if (person.anonymisedOn !== null) throw refusal('privacy.already', PRIVACY_TEXT.already(name))
  const here = rowsOf(index.contractsByPerson, id).some((contract) => {
    const last = lastDayOf(rowById(index.contracts, contract.id), index)
    return last === null || last >= today
  })
  if (here) throw refusal('privacy.employed', PRIVACY_TEXT.employed(name))
  return person
}

/** Answers how many attached files went with the name. */
function takeNameOut(db: WritableDb, facts: Facts, person: Person, today: ServiceContext['today']): number {
  const { id, ...values } = { ...namelessPerson(person), anonymisedOn: today }
  updateEntity(db, 'person', id, values)
  const contracts = rowsOf(indexFacts(facts).contractsByPerson, id)
  for (const contract of contracts) updateEntity(db, 'contract', contract.id, { stateId: null, note: null })
  const owned = new Set(contracts.map((c) => c.id))
  const documents = readEntities(db, 'document').filter(
    (d) =>
      (d.ownerKind === 'person' && d.ownerId === id) || (d.ownerKind === 'contract' && owned.has(d.ownerId)),
  )
  for (const document of documents) removeEntity(db, 'document', document.id)
  return documents.length
}

function refusal(code: string, message: string): Refusal {
  return new Refusal({ code, message })
}
