/** Words of the frame of the help screen; its pages are in topics.ts. */
export const HELP_WORDS = {
  title: 'Aide',
  list: 'Pages d’aide',
  keys: 'Au clavier',
  allKeys: 'Tous les raccourcis…',
  back: 'Revenir à l’écran précédent',
} as const
