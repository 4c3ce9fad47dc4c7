/** Words of the acts on personal data. */
export const PRIVACY_TEXT = {
  anonymised: (name: string) => `anonymisation : ${name}`,
  anonymisedMany: (count: number) => `anonymisation de ${count} personnes`,
  employed: (name: string) =>
    `${name} a un contrat en cours ou à venir : ses données restent nécessaires. Rien n’a été modifié.`,
  already: (name: string) => `${name} : déjà anonymisée. Rien n’a été modifié.`,
  unknown: 'Cette personne n’existe plus dans le dossier. Actualiser l’affichage.',
  erased: (count: number) =>
    count === 1
      ? 'effacement définitif d’une personne dans l’historique'
      : `effacement définitif de ${count} personnes dans l’historique`,
  stillNamed: (name: string) =>
    `${name} n’est pas anonymisée : anonymiser d’abord, vérifier, puis effacer l’historique. Rien n’a été modifié.`,
  supportName: (day: string) => `copie sans noms du ${day}.jalon`,
} as const
