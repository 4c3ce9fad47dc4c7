/** Pasted lines → new contracts: the post by its number, the person by name (found, or created with the contract). */
import { CONTRACT_KIND_WORDS, END_MOTIVE_WORDS, GROUND_WORDS } from '#shared/text/words.ts'
import { CONTRACTS } from '../../text/contracts.ts'
import { newRowColumn as column, type NewRows } from '../../ui/grid/model/new-rows.ts'

const C = CONTRACTS.columns
const required = { isRequired: true }

export const NEW_CONTRACT_ROWS: NewRows = {
  entity: 'contract',
  preset: {},
  columns: [
    column('position', C.post, 'text', required),
    column('person', C.person, 'text', required),
    column('kind', C.kind, 'choice', { words: CONTRACT_KIND_WORDS, ...required }),
    column('startsOn', C.startsOn, 'day', required),
    column('endsOn', C.endsOn, 'day'),
    column('monthlyGrossCents', C.gross, 'cents'),
    column('weeklyMinutes', C.weekly, 'hours'),
    column('endedOn', C.endedOn, 'day'),
    column('endMotive', C.motive, 'choice', { words: END_MOTIVE_WORDS }),
    column('signedOn', C.signedOn, 'day'),
    column('trialEndsOn', C.trialEndsOn, 'day'),
    column('ground', C.ground, 'choice', { words: GROUND_WORDS }),
    column('stateId', C.stateId, 'id'),
    column('note', C.note, 'text'),
  ],
}
