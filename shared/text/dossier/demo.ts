/** Words of the demonstration file. */
export const DEMO_ACTION_LABEL = 'dossier de démonstration'

/** What the invented files of the demonstration say of themselves. */
export const DEMO_DOCUMENT_TITLES: Readonly<Record<string, string>> = { agreement: 'Convention signée' }
export const DEMO_DOCUMENT_LINES: readonly string[] = [
  'Document inventé pour le dossier de démonstration de Jalon.',
  'Aucune personne, aucune structure réelle n’y est nommée.',
]
