/**
 * Rows that only the services write, as the journal tells them: what they are, and the fields worth telling. What is left out is for
 * the program (keys, digests, definitions).
 */
import type { DeadlineAnswer, Document, ImportMapping, Setting, StateDifference } from '../domain/facts.ts'

interface KeptRows {
  readonly deadlineAnswer: DeadlineAnswer
  readonly document: Document
  readonly setting: Setting
  readonly stateDifference: StateDifference
  readonly importMapping: ImportMapping
}

type Words = {
  readonly [N in keyof KeptRows]: {
    readonly name: string
    readonly fields: Readonly<Partial<Record<keyof KeptRows[N], string>>>
  }
}

export const KEPT_ROWS: Words = {
  deadlineAnswer: {
    name: 'réponse à une échéance',
    fields: {
      answer: 'Réponse',
      answeredOn: 'Répondu le',
      forDay: 'Échéance du',
      postponedTo: 'Reportée au',
      reason: 'Motif',
    },
  },
  document: {
    name: 'pièce jointe',
    fields: {
      name: 'Fichier',
      ownerKind: 'Concerne',
      checklistItem: 'Pièce',
      size: 'Taille',
      addedOn: 'Ajoutée le',
    },
  },
  setting: { name: 'réglage', fields: { value: 'Valeur' } },
  stateDifference: {
    name: 'écart avec l’État',
    fields: {
      stateValue: 'Selon l’État',
      ownValue: 'Dans le dossier',
      seenOn: 'Vu le',
      note: 'Note',
    },
  },
  importMapping: { name: 'correspondance de colonnes', fields: { name: 'Nom' } },
}
