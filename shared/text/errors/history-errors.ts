/** Why a step of the change log is not followed: a log may have been written by somebody else than Jalon. */
import type { DoorError } from '../../api/envelope.ts'
import type { EntityName } from '../../domain/facts.ts'
import { seenBeginning } from '../../domain/seen-text.ts'
import { ENTITY_LABELS, fieldLabel } from '../fields.ts'
import { CALENDAR } from '../format.ts'
import { french } from '../french.ts'

export type StepProblem =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'column'; readonly object: string; readonly column: string }
  | { readonly kind: 'value'; readonly object: string; readonly field: string }
  /** Another row than the one it says, or a number no row has. */
  | { readonly kind: 'row' }
  | { readonly kind: 'unreadable' | 'oversized' }
  /** The row it changes is no longer there, or is there already. */
  | { readonly kind: 'gone' }
  /** Following it changes rows it does not name. */
  | { readonly kind: 'beyond' }
  /** The dossier refuses what it gives back; `why`: a rule over several rows, in words. */
  | { readonly kind: 'refused'; readonly why?: string }
  /** Its detail is not in the log, or not all of it. */
  | { readonly kind: 'no-detail' }

/** The end of the sentence, after a colon. */
export function stepProblemSaid(problem: StepProblem): string {
  return french(reason(problem))
}

/** `label`: what the journal calls the act. */
export function historyError(direction: 'undo' | 'redo', label: string, problem: StepProblem): DoorError {
  const verb = direction === 'undo' ? 'annulée' : 'rétablie'
  return {
    code: `${direction}.refused`,
    message: french(
      `L'étape « ${seenBeginning(label, 120)} » du journal ne peut pas être ${verb} : ${reason(problem)}. Rien n'a été modifié ; tout le reste du dossier fonctionne.`,
    ),
  }
}

function reason(problem: StepProblem): string {
  switch (problem.kind) {
    case 'table':
      return `elle désigne un objet que Jalon ne connaît pas (« ${seenBeginning(problem.table, 40)} »)`
    case 'column':
      return `elle désigne un champ qui n'existe pas (« ${seenBeginning(problem.column, 40)} », ${objectSaid(problem.object)})`
    case 'value':
      return `une valeur n'est pas admise (${objectSaid(problem.object)}, « ${fieldSaid(problem.object, problem.field)} » ; une date est entre ${CALENDAR})`
    case 'row':
      return `elle désigne une autre ligne que la sienne`
    case 'unreadable':
      return 'son contenu est illisible'
    case 'oversized':
      return 'son contenu est démesuré'
    case 'gone':
      return `la ligne qu'elle concerne n'est plus celle que le journal décrit`
    case 'beyond':
      return `elle toucherait d'autres lignes que celles qu'elle décrit`
    case 'refused':
      return `le dossier refuse ce qu'elle remettrait${problem.why === undefined ? '' : ` (${problem.why})`}`
    case 'no-detail':
      return `son détail n'est plus dans le journal`
  }
}

function isEntity(name: string): name is EntityName {
  return Object.hasOwn(ENTITY_LABELS, name)
}

function objectSaid(object: string): string {
  return isEntity(object) ? ENTITY_LABELS[object].toLowerCase() : object
}

function fieldSaid(object: string, field: string): string {
  return isEntity(object) ? fieldLabel(object, field) : field
}
