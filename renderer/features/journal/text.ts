/** Words of lightening the journal: what it weighs, what is lost and what stays, said before. */
import type { JournalWeight, KeepDays, LighteningChoice } from '#shared/api/channels/journal.ts'
import { frBytes, frDay, frInteger } from '#shared/text/format.ts'
import { frenchAll } from '#shared/text/french.ts'
import { plural } from '../../text/fr.ts'

const PERIODS: Readonly<Record<KeepDays, string>> = {
  30: 'des 30 derniers jours de travail',
  90: 'des 3 derniers mois de travail',
  365: 'de la dernière année de travail',
}

export const LIGHTEN_WORDS = frenchAll({
  title: 'Alléger le journal',
  weight: ({ logBytes, fileBytes, acts }: JournalWeight) =>
    `Le journal garde le détail, avant et après, de ${plural(acts, 'action')} : ${frBytes(logBytes)} sur les ${frBytes(fileBytes)} du dossier.`,
  keep: 'Garder le détail',
  keepLast: (acts: number) =>
    `Les ${frInteger(acts)} dernières actions gardent le leur dans tous les cas, et peuvent toujours être annulées.`,
  period: (keepDays: KeepDays) => PERIODS[keepDays],
  frees: ({ bytes }: LighteningChoice) => `libère environ ${frBytes(bytes)}`,
  freesNothing: 'rien à alléger',
  loses: ({ acts, until, files }: LighteningChoice) => [
    `${plural(acts, 'action')} ${acts === 1 ? 'perd son' : 'perdent leur'} détail, jusqu'au ${until === null ? '' : frDay(until)} : ${acts === 1 ? 'elle ne pourra plus être annulée, et' : 'elles ne pourront plus être annulées, et'} le Journal n'en dira plus l'avant et l'après.`,
    ...(files === 0
      ? []
      : [
          `${plural(files, 'pièce jointe retirée', 'pièces jointes retirées')} du dossier auparavant ne ${files === 1 ? 'pourra' : 'pourront'} plus y revenir.`,
        ]),
  ],
  stays:
    'Ce qui a été fait, par qui et quand reste écrit. Le contenu du dossier ne change pas. Une copie vérifiée, avec tout le détail, est faite d’abord.',
  forGood: 'Cette opération ne s’annule pas.',
  nothing: 'Il n’y a rien à alléger : toutes les actions qui ont leur détail sont récentes.',
  action: 'Alléger le journal',
  busy: 'Copie, puis allègement du journal…',
  close: 'Fermer',
  done: (before: number, after: number) =>
    `Journal allégé. Le dossier passe de ${frBytes(before)} à ${frBytes(after)}.`,
  notShrunk:
    'Journal allégé. Le fichier n’a pas pu être réduit maintenant (disque plein ou fichier occupé) : la place libérée dedans resservira.',
})
