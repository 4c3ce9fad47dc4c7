/** Profiles 3 and 4: the State's list of advisors in both its shapes, and the employer's own workbook. One interpreter for all. */
import { RECOGNISED } from '#shared/domain/recognition.ts'
import type { Profile, ProfileContext, RowInterpreter } from '../plan/profile.ts'
import { createEngine } from '../rows/engine.ts'
import { createRowInterpreter } from '../rows/interpret-row.ts'
import { CATALOGUE } from './catalogue.ts'
import { passOverRow } from './pass-over.ts'

/** A refused cell of these is set aside and said; anything else refuses the line, where it can be corrected. */
const SECONDARY = new Set([
  'employer.departmentCode',
  'employer.postcode',
  'employer.communeCode',
  'employer.communeName',
  'employer.address',
  'employer.sector',
  'position.state',
  'position.inQpv',
  'position.inFrr',
  'person.phone',
  'contract.months',
  'contract.weeklyMinutes',
  'contract.note',
])
const ESSENTIAL: ReadonlySet<string> = new Set(CATALOGUE.map((f) => f.id).filter((id) => !SECONDARY.has(id)))

function start(context: ProfileContext): RowInterpreter {
  const interpretRow = createRowInterpreter(createEngine(context))
  return {
    interpret: (row) => {
      interpretRow(row)
    },
    finish: () => {},
  }
}

const shared = {
  keyed: RECOGNISED,
  fields: CATALOGUE,
  essential: ESSENTIAL,
  start,
  passOver: passOverRow,
}

/** "Tableau de pilotage": current contracts, or the history of early ends. */
export const advisersProfile: Profile = {
  ...shared,
  id: 'conseillers-etat',
  label: 'Liste des conseillers de l’État (Tableau de pilotage)',
  signature: ['person.stateId', 'person.lastName', 'person.firstName', 'contract.startsOn'],
  least: 5,
  order: 1,
  byHand: false,
}

export const workbookProfile: Profile = {
  ...shared,
  id: 'classeur',
  label: 'Classeur de la structure',
  signature: [],
  least: 2,
  order: 2,
  byHand: true,
}
