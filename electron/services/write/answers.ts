/** What a person says of a deadline, and the settings of the dossier. Both undoable. */
import type { Written } from '#shared/api/channels/write.ts'
import type { Parsed } from '#shared/api/contract.ts'
import { ACTION_LABELS } from '#shared/text/actions.ts'
import { frDay } from '#shared/text/format.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { finding, refusalOf } from './change.ts'

export function answerDeadline(
  { dossier, today }: ServiceContext,
  input: Parsed<'write.answerDeadline'>,
): Written {
  const { key, forDay, answer, postponedTo, reason } = input
  if (answer === 'postponed' && (postponedTo === null || postponedTo <= today))
    throw new Refusal({
      code: 'deadline.postponed-to',
      message: `Reporter demande une date après aujourd’hui (${frDay(today)}).`,
      field: 'postponedTo',
    })
  if (answer !== 'done' && reason === null)
    throw new Refusal({
      code: 'deadline.reason',
      message: 'Indiquer en quelques mots pourquoi : la raison reste dans le journal.',
      field: 'reason',
    })
  const row = {
    key,
    answer,
    answered_on: today,
    for_day: forDay,
    postponed_to: answer === 'postponed' ? postponedTo : null,
    reason,
  }
  const id = dossier.act({ label: ACTION_LABELS.deadline[answer], kind: 'deadline' }, (db) => {
    const known = db.get<{ id: number }>('SELECT id FROM deadline_answer WHERE key = ?', key)
    if (known === undefined) return db.insert('deadline_answer', row)
    db.update('deadline_answer', known.id, row)
    return known.id
  })
  return { id, warnings: [] }
}

export function clearAnswer({ dossier }: ServiceContext, { key }: Parsed<'write.clearAnswer'>): Written {
  const id = dossier.act({ label: ACTION_LABELS.deadlineCleared, kind: 'deadline' }, (db) => {
    const known = db.get<{ id: number }>('SELECT id FROM deadline_answer WHERE key = ?', key)
    if (known === undefined) throw refusalOf([finding('row.gone')])
    db.remove('deadline_answer', known.id)
    return known.id
  })
  return { id, warnings: [] }
}

export function writeSetting({ dossier }: ServiceContext, { key, value }: Parsed<'write.setting'>): Written {
  if (!isJson(value)) throw refusalOf([finding('setting.not-json', 'value')])
  const id = dossier.act({ label: ACTION_LABELS.setting, kind: 'settings' }, (db) => {
    const known = db.get<{ id: number }>('SELECT id FROM setting WHERE key = ?', key)
    if (known === undefined) return db.insert('setting', { key, value })
    db.update('setting', known.id, { value })
    return known.id
  })
  return { id, warnings: [] }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
