/** Acts that create several objects in one undoable step: a post with its employer, a contract with its person, an agreement with its schedule. */
import type { Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import type { EntityName, Facts } from '#shared/domain/facts.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import { ACTION_LABELS, objectName } from '#shared/text/actions.ts'
import type { WritableDb } from '../../store/dossier.ts'
import { removeEntity } from '../../store/entities.ts'
import type { ServiceContext } from '../service.ts'
import { type Change, planChange, type Values, writeChange } from './change.ts'

export function newPosition({ dossier }: ServiceContext, input: Parsed<'write.newPosition'>): Written {
  const facts = dossier.readFacts()
  const position = dossier.read((db) => planChange(db, facts, 'position', null, input.values))
  const label = ACTION_LABELS.created(objectName('position', position.row))
  return dossier.act({ label, kind: 'edit' }, (db) => addPosition(db, facts, input, position))
}

/** A post is never without the structure that holds it: both are written, or neither. */
export function addPosition(
  db: WritableDb,
  facts: Facts,
  input: { readonly employerId: unknown; readonly startsOn: unknown },
  position: Change<'position'>,
): Written {
  // Judged before anything is written: a refusal leaves no post without its structure.
  const attachment = { positionId: 1, employerId: input.employerId, startsOn: input.startsOn }
  const before = { ...facts, positions: [{ ...position.row, id: 1 }], attachments: [] }
  const { values } = planChange(db, before, 'attachment', null, attachment)
  const id = writeChange(db, 'position', position)
  const known = { ...facts, positions: [...facts.positions, { ...position.row, id }] }
  writeChange(db, 'attachment', planChange(db, known, 'attachment', null, { ...values, positionId: id }))
  return { id, warnings: position.warnings }
}

export function newContract({ dossier }: ServiceContext, input: Parsed<'write.newContract'>): Written {
  let label = ''
  const facts = dossier.readFacts()
  const person =
    input.personId === null
      ? dossier.read((db) => planChange(db, facts, 'person', null, input.person ?? {}))
      : null
  label = ACTION_LABELS.created(
    person === null ? 'contrat' : `contrat de ${person.row.firstName} ${person.row.lastName}`,
  )
  return dossier.act({ label, kind: 'edit' }, (db) => {
    const personId = person === null ? input.personId : writeChange(db, 'person', person)
    const known =
      person === null
        ? facts
        : { ...facts, persons: [...facts.persons, { ...person.row, id: personId ?? 0 }] }
    const values = { ...input.values, positionId: input.positionId, personId }
    const contract = planChange(db, known, 'contract', null, values)
    return { id: writeChange(db, 'contract', contract), warnings: contract.warnings }
  })
}

export function newAgreement({ dossier }: ServiceContext, input: Parsed<'write.newAgreement'>): Written {
  const facts = dossier.readFacts()
  const agreement = dossier.read((db) => planChange(db, facts, 'agreement', null, input.values))
  const label = ACTION_LABELS.created(objectName('agreement', agreement.row))
  return dossier.act({ label, kind: 'edit' }, (db) => {
    const agreementId = writeChange(db, 'agreement', agreement)
    const known: Facts = {
      ...facts,
      agreements: [...facts.agreements, { ...agreement.row, id: agreementId }],
    }
    const warnings = [...agreement.warnings]
    for (const grant of input.grants) warnings.push(...add(db, known, 'grant', { ...grant, agreementId }))
    for (const instalment of input.instalments)
      warnings.push(...add(db, known, 'instalment', { ...instalment, agreementId }))
    return { id: agreementId, warnings }
  })
}

/** A scale is its years: written together, so that one step takes both back. */
export function saveScale({ dossier }: ServiceContext, input: Parsed<'write.aidScale'>): Written {
  const facts = dossier.readFacts()
  const scale = dossier.read((db) => planChange(db, facts, 'aidScale', input.id, input.values))
  const name = objectName('aidScale', scale.row)
  const label = input.id === null ? ACTION_LABELS.created(name) : ACTION_LABELS.changed(name)
  return dossier.act({ label, kind: 'edit' }, (db) => {
    const scaleId = writeChange(db, 'aidScale', scale)
    const before = facts.aidScaleYears.filter((each) => each.scaleId === scaleId)
    for (const { id } of before.filter((each) => each.year > input.years.length))
      removeEntity(db, 'aidScaleYear', id)
    input.years.forEach((amounts, at) => {
      const year = at + 1
      const id = before.find((each) => each.year === year)?.id ?? null
      const change = planChange(db, facts, 'aidScaleYear', id, { scaleId, year, ...amounts })
      writeChange(db, 'aidScaleYear', change)
    })
    return { id: scaleId, warnings: scale.warnings }
  })
}

function add<N extends EntityName>(
  db: WritableDb,
  facts: Facts,
  entity: N,
  values: Values,
): readonly Finding[] {
  const change: Change<N> = planChange(db, facts, entity, null, values)
  writeChange(db, entity, change)
  return change.warnings
}
