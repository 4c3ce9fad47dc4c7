/** Words of a report being made: its formats, its progress, where it went. */
export const REPORT_FILE = {
  formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV', 'csv-state': 'CSV (format de l’État)', pdf: 'PDF' },
  building: (format: string) => `${format} en préparation`,
  cancel: 'Annuler',
  saved: (name: string) => `Fichier enregistré : ${name}`,
  savedAs: (path: string) => `Fichier enregistré : ${path}`,
  cancelled: 'Préparation annulée. Aucun fichier n’a été écrit.',
} as const
