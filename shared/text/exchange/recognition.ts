/** Words for what an import recognises objects by. */
import type { KeyOf, Recognised } from '../../domain/recognition.ts'

interface Words {
  readonly plural: string
  readonly those: string
}

export const RECOGNITION_WORDS: Readonly<Record<Recognised, Words>> = {
  employer: { plural: 'Structures', those: 'les structures' },
  position: { plural: 'Postes', those: 'les postes' },
  person: { plural: 'Personnes', those: 'les personnes' },
  contract: { plural: 'Contrats', those: 'les contrats' },
  agreement: { plural: 'Conventions', those: 'les conventions' },
}

const KEYS: { readonly [R in Recognised]: Readonly<Record<KeyOf<R>, string>> } = {
  employer: { siret: 'SIRET ou RIDET', stateId: 'ID structure (État)', name: 'Raison sociale' },
  position: { stateId: 'ID poste', label: 'Nom du poste dans la structure' },
  person: { stateId: 'ID conseiller (État)', name: 'Nom et prénom', email: 'Adresse électronique' },
  contract: { stateId: 'ID contrat (État)', start: 'Personne et premier jour' },
  agreement: { reference: 'Référence', number: 'Numéro DS ou EJ' },
}

export function keyLabel(object: Recognised, key: string): string {
  const labels: Readonly<Record<string, string>> = KEYS[object]
  return labels[key] ?? key
}
