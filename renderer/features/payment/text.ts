/** Words of "Enregistrer un versement". */
import { frInteger } from '#shared/text/format.ts'

const NBSP = '\u00a0'

export const PAYMENT_WORDS = {
  title: 'Enregistrer un versement',
  repaymentTitle: 'Enregistrer un reversement',
  action: 'Enregistrer le versement',
  repaymentAction: 'Enregistrer le reversement',
  undoable: 'Annulable par Ctrl+Z, même après fermeture.',
  employer: 'Structure',
  amount: 'Montant reçu',
  receivedOn: 'Date de valeur',
  bankReference: 'Référence bancaire',
  funder: 'Payeur',
  titleNumber: 'Titre de recette',
  titleIssuedOn: 'Titre émis le',
  bordereau: 'Bordereau',
  p503: 'P503',
  note: 'Note',
  more: 'Comptabilité publique et note',
  lines: 'Affecter aux tranches',
  oldest: 'les plus anciennes d’abord',
  split: 'Répartir automatiquement',
  choose: 'Choisir',
  post: 'Poste',
  instalment: 'Tranche',
  due: 'Attendue le',
  outstanding: 'Restait dû (€)',
  received: 'Déjà reçu (€)',
  share: 'Affecté (€)',
  left: 'Restera dû (€)',
  chooseLine: (name: string) => `Affecter à ${name}`,
  shareOf: (name: string) => `Montant affecté à ${name}`,
  total: (settled: number, lines: number) =>
    settled > 0
      ? `${frInteger(settled)}${NBSP}${settled === 1 ? 'tranche soldée' : 'tranches soldées'} par ce versement`
      : lines === 0
        ? 'Aucune tranche choisie'
        : `${frInteger(lines)}${NBSP}${lines === 1 ? 'tranche choisie' : 'tranches choisies'}`,
  credit: 'Déduire un avoir',
  creditHint:
    'Le financeur a versé moins parce qu’il a repris un trop-perçu : choisir la tranche trop payée.',
  creditTitle: 'Avoirs déduits par le financeur',
  creditOf: (name: string) => `Avoir déduit de ${name}`,
  creditReceived: (received: string) => `${received} reçus`,
  removeCredit: (name: string) => `Retirer l’avoir déduit de ${name}`,
  creditSum: (amount: string, credit: string, given: string) =>
    `${amount} en banque + ${credit} d’avoir = ${given} pour les tranches.`,
  allocateTo: (name: string) => `Affecter à ${name}`,
  nothingOpen:
    'Aucune tranche de cette structure n’attend d’argent. Le versement peut être enregistré sans affectation.',
  nothingReceived: 'Aucune tranche de cette structure n’a reçu d’argent à reverser.',
  chooseEmployer: 'Choisir la structure pour voir ses tranches.',
  otherFunder: (funder: string) => `(${funder})`,
  remainder: (left: string, amount: string) => `Reste à affecter${NBSP}: ${left} sur ${amount}.`,
  fullySplit: (amount: string) => `Versement de ${amount} affecté en totalité.`,
  recorded: (amount: string) => `Versement de ${amount} enregistré.`,
  allocateTitle: 'Affecter un versement',
  allocateAction: 'Affecter aux tranches',
  whichPayment: 'Versement à affecter',
  allAllocated: 'Tous les versements sont affectés : il ne reste rien à répartir.',
  paymentOf: (name: string) => `Versement ${name}.`,
  toAllocate: 'Reste à affecter\u00a0:',
  noReference: 'sans référence',
  allocated: (amount: string) => `${amount} affectés aux tranches.`,
  required: {
    employer: 'Choisir la structure qui a reçu l’argent.',
    amount: 'Saisir le montant arrivé en banque.',
    receivedOn: 'Saisir la date de valeur.',
    funder: 'Saisir qui a payé.',
  },
} as const
