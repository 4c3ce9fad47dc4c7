/** Words of the demonstration file. */
export const DEMO_ACTION_LABEL = 'dossier de démonstration'
