/** Words of the interchange: what a merge says, and why a file is refused. */
import type { Day } from '../../domain/day.ts'
import type { EntityName } from '../../domain/facts.ts'
import { ENTITY_LABELS, fieldLabel } from '../fields.ts'
import { french } from '../french.ts'

export const INTERCHANGE_LABEL = 'Échange Jalon (JSON)'

export const INTERCHANGE_REFUSALS = {
  'interchange.person-unknown': 'Cette personne n’est pas ou plus dans le dossier.',
  'interchange.employer-unknown': 'Aucune de ces structures n’est dans le dossier.',
  'interchange.newer':
    'Ce fichier d’échange vient d’une version plus récente de Jalon : mettre Jalon à jour pour le lire. Rien n’a été modifié dans le dossier.',
  'interchange.not-jalon':
    'Ce fichier JSON n’est pas un échange exporté par Jalon. Rien n’a été modifié dans le dossier.',
  'interchange.demo-into-real':
    'Cet échange vient d’un dossier de démonstration : ses personnes et ses montants sont inventés et ne se mélangent jamais à de vraies données. Rien n’a été modifié. Pour le relire, l’importer en ligne de commande dans un nouveau fichier, qui sera lui aussi une démonstration.',
  'interchange.real-into-demo':
    'Ce dossier est une démonstration, remise à neuf quand on la rouvre : de vraies données y seraient mêlées à des données inventées, puis perdues. Rien n’a été modifié. Ouvrir ou créer votre propre dossier, puis recommencer.',
  'interchange.content-damaged':
    'Un fichier joint de cet échange ne correspond pas à son empreinte : le fichier est abîmé. Rien n’a été modifié dans le dossier.',
} as const

/** `field`: what the path names, in the words of the screens; `reason`: what its value should be. */
export function interchangeInvalid(path: string, field: string | null, reason: string | null): string {
  const what = field === null ? '' : ` (${field})`
  const why = reason === null ? 'n’est pas valable.' : `n’est pas admis : ${reason}`
  return french(
    `Ce fichier d’échange est abîmé ou a été modifié à la main : « ${path} »${what} ${why} Rien n’a été modifié dans le dossier.`,
  )
}

export function mergeConflict(
  entity: string,
  field: string,
  subject: string,
  ours: unknown,
  theirs: unknown,
): string {
  const known = Object.hasOwn(ENTITY_LABELS, entity)
  const label = known ? ENTITY_LABELS[entity as EntityName] : entity
  const name = known ? fieldLabel(entity as EntityName, field) : field
  return french(
    `${label} ${subject}, ${name} : le dossier garde « ${String(ours)} », le fichier disait « ${String(theirs)} ».`,
  )
}

export function scenariosLeftOut(count: number): string {
  return count > 1
    ? `${count} scénarios laissés de côté : ils ne valent que dans le dossier où ils ont été faits.`
    : 'Un scénario laissé de côté : il ne vaut que dans le dossier où il a été fait.'
}

/** "valombre-2026-11-23", "nadia-ferrand-donnees-2026-11-23": no accent, for any disk. */
export function interchangeStem(
  dossierName: string,
  scope:
    | { readonly kind: 'all' }
    | { readonly kind: 'employers'; readonly names: readonly string[] }
    | { readonly kind: 'person'; readonly name: string },
  today: Day,
): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
  const base = plain(dossierName.replace(/\.jalon$/, ''))
  if (scope.kind === 'person') return `${plain(scope.name)}-donnees-${today}`
  if (scope.kind === 'employers') return `${base}-${plain(scope.names[0] ?? '')}-${today}`
  return `${base}-${today}`
}
