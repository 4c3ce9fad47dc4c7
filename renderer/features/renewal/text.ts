/** Words of the renewal assistant. */
import type { OptionCode } from '#shared/rules/engine/contracts/renewals.ts'
import { frInteger } from '#shared/text/format.ts'
import { plural } from '../../text/fr.ts'

const NBSP = '\u00a0'
function length(months: number, days: number): string {
  const parts = [
    ...(months > 0 || days === 0 ? [`${months}${NBSP}mois`] : []),
    ...(days > 0 ? [plural(days, 'jour')] : []),
  ]
  return parts.join(' et ')
}

type OptionTitle = (months: number | null, days: number | null) => string

export const RENEWAL_WORDS = {
  title: (name: string) => `Renouveler le contrat de ${name}`,
  subtitle: (post: string, kind: string, from: string, to: string, months: number | null) =>
    `${post} · ${kind} du ${from} au ${to}${months === null ? '' : ` (${months}${NBSP}mois)`}`,
  nothing:
    'Ce contrat n’a pas de renouvellement à préparer : il est sans terme, déjà clos ou déjà renouvelé.',
  newPeriod: 'Nouvelle période',
  from: (day: string) => `à compter du ${day}, sans interruption`,
  options: {
    'do-not-renew': () => 'Ne pas renouveler',
    'until-aid-ends': () => 'Jusqu’à la fin de l’aide',
    'twelve-months': () => `12${NBSP}mois`,
    maximum: (months, days) => `Durée maximale, ${length(months ?? 0, days ?? 0)}`,
    'beyond-maximum': (months) => `${months ?? 0}${NBSP}mois`,
    permanent: () => 'Passage en CDI',
  } satisfies Readonly<Record<OptionCode, OptionTitle>>,
  other: 'Autre date de fin',
  termOn: (day: string) => `terme le ${day}`,
  noTerm: 'sans terme',
  vacant: 'Poste vacant ensuite.',
  vacantUntil: (day: string) => `Poste vacant ensuite, à pourvoir avant le ${day}.`,
  permanentDetail: 'Sans terme : le coût après la fin de l’aide reste à votre charge.',
  refused: (reason: string) => `Refusé : ${reason}`,
  length,
  funded: (months: number) => `${frInteger(months)}${NBSP}${months < 2 ? 'financé' : 'financés'}`,
  total: (total: number, maximum: number) =>
    `durée totale ${frInteger(total)} mois sur ${frInteger(maximum)}`,
  start: 'Début',
  end: 'Fin',
  gross: 'Brut mensuel',
  endMissing: 'Saisir la fin du nouveau contrat.',
  endBeforeStart: 'La fin est avant le début.',
  currentNotice: 'Préavis du contrat actuel',
  nextNotice: 'Préavis du nouveau contrat',
  noNotice: 'sans objet',
  noticeLength: (months: number | null, days: number | null) => `(${length(months ?? 0, days ?? 0)})`,
  limits: 'Limites vérifiées',
  counts: (refused: number, warning: number, respected: number) =>
    `${plural(refused, 'refus', 'refus')}, ${plural(warning, 'point d’attention', 'points d’attention')}, ${plural(respected, 'condition respectée', 'conditions respectées')}`,
  coverage: 'Couverture par l’aide',
  coverageSentence: (total: number, funded: number, unfunded: number) =>
    `${total} mois demandés : ${funded} financés, ${unfunded} sans aide.`,
  fundedPart: (months: number, days: number) =>
    `${length(months, days)} ${months < 2 && days === 0 ? 'financé' : 'financés'}`,
  unfundedPart: (months: number, days: number) => `${length(months, days)} sans aide`,
  unfundedLabel: (months: number, days: number, fundedTo: string | null) =>
    fundedTo === null
      ? `${length(months, days)} sans aide`
      : `${length(months, days)} sans aide, convention finie le ${fundedTo}`,
  totalPart: (months: number, days: number) => length(months, days),
  period: 'Période',
  cost: 'Coût employeur',
  aid: 'Aide',
  share: 'Reste à charge',
  notCosted: 'Brut mensuel inconnu : le coût ne peut pas être estimé.',
  foot: 'Rien n’est écrit avant « Appliquer ». Annulable ensuite par Ctrl+Z.',
  letter: 'Préparer la lettre (.docx)',
  letterLength: (months: number, until: string) =>
    months === 0 ? `jusqu’au ${until}` : `${months}${NBSP}mois, jusqu’au ${until}`,
  letterPermanent: 'durée indéterminée',
  scenario: 'Garder comme scénario',
  scenarioName: (name: string, months: number) => `Renouveler ${name}, ${months} mois`,
  permanentScenarioName: (name: string) => `${name} en CDI`,
  scenarioKept: (name: string) => `Scénario gardé : ${name}. Il se compare dans « Prévisions ».`,
  apply: 'Appliquer le renouvellement',
  applyEnd: 'Enregistrer le non-renouvellement',
  endHint: 'Le contrat gardera son terme, avec le motif « non-reconduction ».',
  applied: (name: string, until: string) => `Contrat de ${name} renouvelé jusqu’au ${until}.`,
  appliedPermanent: (name: string) => `Contrat de ${name} : CDI enregistré.`,
  notRenewed: (name: string) => `Non-renouvellement de ${name} enregistré.`,
} as const
