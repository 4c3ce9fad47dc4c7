/** Words of the change log: its weight, what lightening it loses, what is proposed. */
import type { Day } from '../../domain/day.ts'
import { frBytes, frDay, frInteger } from '../format.ts'
import { frenchAll } from '../french.ts'

export const JOURNAL_TEXT = frenchAll({
  /** The act, as the Journal tells it. */
  lightened: (acts: number, until: Day) =>
    `journal allégé : détail de ${frInteger(acts)} ${acts === 1 ? 'action' : 'actions'} retiré, jusqu'au ${frDay(until)}`,
  nothing: `Il n'y a rien à alléger : toutes les actions du journal sont récentes. Rien n'a été modifié.`,
  /** Above the screens, once. */
  proposed: (logBytes: number, fileBytes: number) =>
    `Le journal des modifications occupe environ ${frBytes(logBytes)} sur les ${frBytes(fileBytes)} de ce dossier. Vous pouvez l'alléger : ce qui a été fait, par qui et quand reste écrit ; le détail des actions anciennes s'en va.`,
})
