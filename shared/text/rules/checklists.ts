/** French names of the pieces and of the events that call for them. */
import type { ChecklistEvent } from '../../rules/checklists.ts'

export const CHECKLIST_LABELS: Readonly<Record<ChecklistEvent, string>> = {
  hire: 'Embauche',
  'early-end': 'Départ avant terme',
  'agreement-end': 'Fin de convention',
  instalment: 'Demande de tranche',
}

const PIECE_LABELS: Readonly<Record<string, string>> = {
  'signed-contract': 'Contrat signé par les deux parties',
  'hiring-declaration': 'Accusé de la déclaration préalable à l’embauche (DPAE)',
  'contract-filed': 'Dépôt du contrat sur Démarches simplifiées',
  'vacancy-publication': 'Publication de la vacance d’emploi',
  'job-creation-decision': 'Délibération créant l’emploi',
  'prefect-receipt': 'Accusé de transmission au contrôle de légalité',
  'departure-letter': 'Lettre de démission, de licenciement ou accord de rupture',
  'employment-certificate': 'Certificat de travail',
  'final-settlement': 'Solde de tout compte',
  'unemployment-attestation': 'Attestation destinée à France Travail',
  'departure-filed': 'Déclaration du départ sur Démarches simplifiées',
  'contracts-of-period': 'Contrats et avenants de toute la période',
  'payroll-attestation': 'Bulletins de paie ou attestation du coût salarial',
  'activity-report': 'Compte rendu d’activité',
  'financial-report': 'Compte rendu financier (Cerfa 15059*02)',
  'use-attestation': 'Attestation d’utilisation de l’aide',
  'recruitment-validated': 'Recrutement validé',
  'training-certificate': 'Attestation de formation',
  'previous-instalment-justified': 'Justification de la tranche précédente',
}

export function pieceLabel(item: string): string {
  return PIECE_LABELS[item] ?? item
}
