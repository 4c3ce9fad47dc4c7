/** French words of the palette (Ctrl+K) and of the list of shortcuts (F1). */
export const PALETTE = {
  label: 'Rechercher un poste, une personne, une convention, une action',
  placeholder: 'Un poste, une personne, une convention, une action',
  none: 'Rien ne correspond. Essayez un autre mot, un identifiant de poste ou le nom d’une personne.',
  kinds: { position: 'Poste', person: 'Personne', agreement: 'Convention', employer: 'Structure' },
  found: (count: number) => `${count} résultat${count < 2 ? '' : 's'}`,
  hint: '↑ ↓ choisir · Entrée ouvrir · Échap fermer',
} as const

export const SHORTCUTS = {
  title: 'Aide et raccourcis clavier',
  app: 'Dans toute l’application',
  screen: 'Sur cet écran',
  grid: 'Dans la grille',
  guide: 'Ouvrir l’aide de cet écran',
  keys: 'Touches',
  what: 'Effet',
} as const
