/** French sentences of what a write refuses or only says. Each: what is wrong, then what to do. */
import type { Day } from '../../domain/day.ts'
import { cents } from '../../domain/money.ts'
import type { Finding, StepValue } from '../../rules/explanation.ts'
import { frDay, frEuros } from '../format.ts'
import { contractFindingWords } from './contract-findings.ts'
import { figureLabel } from './figures.ts'

type Values = Finding['values']

const euros = (v: StepValue | undefined) => (typeof v === 'number' ? frEuros(cents(v)) : '')
const date = (v: StepValue | undefined) => (typeof v === 'string' ? frDay(v as Day) : '')
const text = (v: StepValue | undefined) => String(v ?? '')

const WRITE_FINDINGS: Readonly<Record<string, (v: Values) => string>> = {
  'check.failed': () =>
    'Les vérifications n’ont pas pu être faites (défaut de Jalon) : la saisie est possible, à relire.',
  'payment.amount-zero': () => 'Le montant du versement est nul. Saisir le montant arrivé en banque.',
  'payment.future': (v) =>
    `La date de valeur ${date(v.receivedOn)} est dans le futur (nous sommes le ${date(v.today)}). Un versement s’enregistre quand l’argent est arrivé.`,
  'payment.late': (v) => `${text(v.label)} : reçue avec ${text(v.days)} j de retard.`,
  'payment.unallocated': (v) =>
    `Non affecté : ${euros(v.remainderCents)} sur ${euros(v.amountCents)}. Il restera visible dans « Versements à affecter » et ne comptera pas comme reçu par tranche.`,
  'payment.duplicate': (v) =>
    `Un versement de ${euros(v.amountCents)} du ${date(v.receivedOn)} avec la même référence existe déjà. Vérifier qu’il n’est pas saisi deux fois.`,
  'repayment.not-received': (v) =>
    `Un reversement rend de l’argent reçu : au ${date(v.receivedOn)}, cette structure n’a reçu que ${euros(v.receivedCents)} (il en rendrait ${euros(v.amountCents)}). Enregistrer d’abord le versement reçu, ou corriger le montant ou la date.`,
  'repayment.other-payer': (v) =>
    `« ${text(v.funder)} » n’a versé que ${euros(v.receivedCents)} à cette structure : vérifier le payeur de ce reversement de ${euros(v.amountCents)}.`,
  'allocation.unknown-instalment': () =>
    'Cette tranche n’existe plus dans le dossier. Recharger la liste puis recommencer.',
  'allocation.twice': (v) =>
    `${text(v.label)} est cochée deux fois. Garder une seule ligne avec le montant total.`,
  'allocation.other-employer': (v) =>
    `${text(v.label)} appartient à une autre structure que le versement. Choisir une tranche de la même structure.`,
  'allocation.cancelled': (v) =>
    `${text(v.label)} est annulée depuis le ${date(v.cancelledOn)}. Lever l’annulation, ou choisir une autre tranche.`,
  'allocation.amount-zero': (v) =>
    `${text(v.label)} : le montant affecté est nul. Saisir un montant, ou retirer la ligne.`,
  'allocation.paid-and-credited': (v) =>
    `Ce versement compte déjà pour ${euros(v.amountCents)} dans cette tranche : il ne peut pas à la fois la payer et en déduire un avoir. Choisir une autre tranche, ou annuler la première affectation.`,
  'allocation.credit-too-large': (v) =>
    `L’avoir (${euros(v.creditCents)}) dépasse ce que le versement de ${euros(v.amountCents)} apporte aux tranches. Affecter le versement et l’avoir ensemble à la tranche payée, ou réduire l’avoir.`,
  'allocation.nothing-left': (v) => `${text(v.label)} est déjà reçue en totalité : il n’y a rien à affecter.`,
  'allocation.too-much': (v) =>
    `${text(v.label)} n’attend plus que ${euros(v.outstandingCents)} : impossible d’y affecter ${euros(v.amountCents)}.`,
  'allocation.partial': (v) =>
    `${text(v.label)} restera reçue en partie : ${euros(v.outstandingCents)} encore attendus.`,
  'allocation.repays-too-much': (v) =>
    `${text(v.label)} n’a reçu que ${euros(v.receivedCents)} : impossible d’en reverser ou d’en déduire davantage.`,
  'allocation.other-funder': (v) =>
    `${text(v.label)} relève de « ${text(v.funder)} », le versement vient de « ${text(v.payer)} ».`,
  'allocation.exceeds-payment': (v) =>
    `Le total affecté (${euros(v.allocatedCents)}) dépasse le versement (${euros(v.amountCents)}). Réduire une affectation.`,
  'payment.below-allocated': (v) =>
    `${euros(v.allocatedCents)} de ce versement sont déjà affectés : le montant ne peut pas descendre à ${euros(v.amountCents)}. Réduire d’abord les affectations.`,
  'instalment.below-received': (v) =>
    `Cette tranche a déjà reçu ${euros(v.receivedCents)}, plus que son montant de ${euros(v.amountCents)} : la différence est un trop-perçu.`,
  'instalment.cancelled-received': (v) =>
    `Cette tranche a déjà reçu ${euros(v.receivedCents)} : la différence seule est annulée.`,
  'instalment.claimed-early': (v) =>
    `Demandée le ${date(v.claimedOn)}, avant d’être appelable le ${date(v.claimableOn)}.`,
  'period.end-before-start': (v) =>
    `La fin (${date(v.endsOn)}) est avant le début (${date(v.startsOn)}). Corriger l’une des deux dates.`,
  'contract.permanent-with-end': () =>
    'Un CDI ou un titulaire n’a pas de terme. Effacer la fin prévue, ou choisir un contrat à durée déterminée.',
  'contract.fixed-without-end': () =>
    'Ce type de contrat a un terme. Saisir la fin prévue, ou choisir CDI ou titulaire.',
  'contract.ended-before-start': (v) =>
    `La fin réelle (${date(v.endedOn)}) est avant le début (${date(v.startsOn)}). Corriger l’une des deux dates.`,
  'contract.ended-after-term': (v) =>
    `La fin réelle (${date(v.endedOn)}) est après le terme (${date(v.endsOn)}). Prolonger le contrat par un avenant, ou corriger la date.`,
  'contract.end-without-motive': () => 'Fin réelle saisie sans motif : le motif sera demandé à la clôture.',
  'contract.renews-itself': () =>
    'Un contrat ne peut pas se renouveler lui-même. Choisir le contrat précédent.',
  'contract.renews-other-person': () =>
    'Le contrat renouvelé est celui d’une autre personne. Choisir un contrat du même titulaire.',
  'contract.renews-overlap': (v) =>
    `Le contrat renouvelé court jusqu’au ${date(v.endsOn)} : le renouvellement commence au plus tôt le lendemain.`,
  'contract.renews-taken': () => 'Ce contrat a déjà un renouvellement. Ouvrir le renouvellement existant.',
  'contract.overlap': (v) =>
    `Chevauche le contrat de ${text(v.name)} (du ${date(v.startsOn)}${v.endsOn === null ? '' : ` au ${date(v.endsOn)}`}). Admis pour un tuilage ; l’aide n’est comptée qu’une fois.`,
  'attachment.overlap': (v) =>
    `Le poste est déjà rattaché à ${text(v.name)} sur cette période. Fermer d’abord l’autre rattachement.`,
  'position.returned-without-motive': () =>
    'Poste rendu sans motif : le motif figure dans la lettre à la Caisse des Dépôts.',
  'position.state-id-taken': (v) =>
    `L’ID poste ${text(v.stateId)} est déjà celui du poste « ${text(v.label)} ».`,
  'email.unusual': () => 'Cette adresse électronique n’a pas la forme nom@domaine.fr : la vérifier.',
  'employer.commune-unknown': (v) =>
    `Le code commune INSEE ${text(v.code)} n’existe pas : cinq caractères, le département d’abord (01053).`,
  'employer.department-unknown': (v) =>
    `Le département ${text(v.code)} n’existe pas (2A et 2B pour la Corse, 971 à 988 outre-mer).`,
  'employer.siret-key': (v) =>
    `Le SIRET ${text(v.siret)} n’a pas la bonne clé de contrôle : vérifier sur l’avis de situation INSEE.`,
  'employer.siret-taken': (v) => `Le SIRET ${text(v.siret)} est déjà celui de « ${text(v.name)} ».`,
  'employer.without-identifier': () =>
    'Structure sans SIRET ni RIDET : les imports ne pourront pas la reconnaître.',
  'figure.unknown-code': (v) =>
    `Aucune règle ne lit de valeur nommée « ${text(v.code)} » : choisir une valeur de la liste.`,
  'figure.impossible-value': (v) =>
    `${figureLabel(text(v.code))} : la valeur ${text(v.value)} n’est pas possible pour cette règle.`,
  'row.twice': () => 'La même ligne est donnée deux fois. Garder une seule ligne par exercice ou par compte.',
  'budget.other-employer': (v) =>
    `La convention ${text(v.reference)} appartient à une autre structure. Choisir une convention de la même structure.`,
  'funds.below-zero': (v) =>
    `Exercice ${text(v.fiscalYear)} : les fonds dédiés repris dépassent ceux qui avaient été portés (compte 194 à ${euros(v.closingCents)}).`,
  'row.gone': () =>
    'Cette ligne n’existe plus dans le dossier (supprimée ou annulée). Actualiser l’affichage.',
  'row.position-unknown': (v) =>
    `Aucun poste « ${text(v.name)} » dans le dossier. Écrire son ID poste ou son nom, tel qu’il est dans l’écran Postes.`,
  'row.position-ambiguous': (v) =>
    `${text(v.count)} postes s’appellent « ${text(v.name)} ». Écrire l’ID poste.`,
  'row.position-not-granted': (v) =>
    `Le poste « ${text(v.name)} » n’est pas dans la convention ${text(v.reference)}. Laisser le poste vide (tranche commune), ou l’ajouter à la convention.`,
  'row.employer-unknown': (v) =>
    `Aucune structure « ${text(v.name)} » dans le dossier. Écrire son nom, son sigle ou son SIRET.`,
  'row.employer-ambiguous': (v) =>
    `${text(v.count)} structures s’appellent « ${text(v.name)} ». Écrire le SIRET.`,
  'row.person-name': (v) => `« ${text(v.name)} » : écrire le prénom et le nom.`,
  'row.person-ambiguous': (v) =>
    `${text(v.count)} personnes s’appellent « ${text(v.name)} ». Créer ce contrat depuis la fiche du poste, où la personne se choisit.`,
  'row.agreement-unknown': (v) =>
    `Aucune convention « ${text(v.name)} » dans le dossier. Écrire sa référence, son dossier DS ou son numéro EJ.`,
  'row.agreement-ambiguous': (v) =>
    `${text(v.count)} conventions portent la référence « ${text(v.name)} ». Écrire le dossier DS ou le numéro EJ.`,
  'row.agreement-missing': () => 'Écrire la convention, ou la structure et le payeur.',
  'row.instalment-unknown': (v) =>
    `Aucune tranche « ${text(v.name)} » pour cette convention. Écrire son nom ou son rang, tel qu’il est dans l’écran Tranches.`,
  'row.instalment-ambiguous': (v) =>
    `${text(v.count)} tranches répondent à « ${text(v.name)} ». Préciser la convention, le poste, ou le rang.`,
  'row.instalment-missing': (v) =>
    `Écrire la tranche du poste « ${text(v.name)} » (son nom ou son rang), ou laisser le poste vide.`,
  'row.reference': (v) => `${text(v.label)} : l’élément choisi n’existe pas ou plus dans le dossier.`,
  'setting.not-json': () => 'Ce réglage n’a pas pu être lu. La valeur précédente est gardée.',
}

/** The sentence of a finding of a write. The code alone where it has none (a test keeps that from happening). */
export function findingSentence(finding: Pick<Finding, 'code' | 'values'>): string {
  const written = WRITE_FINDINGS[finding.code]?.(finding.values)
  if (written !== undefined) return written
  const words = contractFindingWords(finding)
  if (words === null) return finding.code
  return words.detail === '' ? `${words.fact}.` : `${words.fact}. ${words.detail}`
}
