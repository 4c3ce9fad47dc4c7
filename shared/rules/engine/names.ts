/** How posts and people are called in rows and sentences: the State's id where it is known, then the label. */
import type { Employer, Person, Position } from '../../domain/facts.ts'

export function positionName(position: Position | undefined): string {
  if (position === undefined) return ''
  return position.stateId === null ? position.label : `${position.stateId} ${position.label}`
}

export function personName(person: Person | undefined): string {
  return person === undefined ? '' : `${person.firstName} ${person.lastName}`.trim()
}

export function employerName(employer: Employer | undefined): string {
  return employer?.name ?? ''
}

/** Where room is short: a row, a detail beside another name. */
export function employerLabel(employer: Employer | undefined): string {
  return employer?.shortName ?? employerName(employer)
}
