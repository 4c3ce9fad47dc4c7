/** The form of every object a person enters one at a time. New posts, contracts and agreements have dialogs of their own. */
import type { EntityName } from '#shared/domain/facts.ts'
import {
  ACCOUNTING_METHOD_WORDS,
  CHART_WORDS,
  CONFIDENCE_WORDS,
  CONTRACT_KIND_WORDS,
  EARNING_METHOD_WORDS,
  END_MOTIVE_WORDS,
  FUNDER_KIND_WORDS,
  GROUND_WORDS,
  LEGAL_FORM_WORDS,
  POSITION_KIND_WORDS,
  RETURN_MOTIVE_WORDS,
  SCHEME_WORDS,
  SECTOR_WORDS,
  ZONE_WORDS,
} from '#shared/text/words.ts'
import type { FieldInput, FieldSpec, FormSpec, Values } from './form-spec.ts'

type Span = FieldSpec['span']
type Extra = Omit<FieldSpec, 'name' | 'input' | 'span'>

const field = (name: string, input: FieldInput, span: Span, extra: Extra = {}): FieldSpec => ({
  name,
  input,
  span,
  ...extra,
})
const text = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'text' }, span, extra)
const day = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'day' }, span, extra)
const money = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'money' }, span, extra)
const flag = (name: string, span: Span, extra: Extra = {}) => field(name, { as: 'flag' }, span, extra)
const choice = (name: string, words: Readonly<Record<string, string>>, span: Span, extra: Extra = {}) =>
  field(name, { as: 'choice', words }, span, extra)
const optionalChoice = (
  name: string,
  words: Readonly<Record<string, string>>,
  span: Span,
  extra: Extra = {},
) => field(name, { as: 'choice', words, optional: true }, span, extra)
const ref = (name: string, to: Extract<FieldInput, { as: 'ref' }>['to'], span: Span, extra: Extra = {}) =>
  field(name, { as: 'ref', to }, span, extra)
const optionalRef = (name: string, to: Extract<FieldInput, { as: 'ref' }>['to'], span: Span) =>
  field(name, { as: 'ref', to, optional: true }, span)
const note = field('note', { as: 'text', multiline: true }, 6)
const required = { required: true } as const

const isPrivateFixed = (v: Values) => v.kind === 'CDD' || v.kind === 'PEC'
export const isPermanent = (v: Values) => v.kind === 'CDI' || v.kind === 'titulaire'

const employer: FormSpec = {
  entity: 'employer',
  width: 720,
  createTitle: 'Ajouter une structure',
  editTitle: 'Modifier la structure',
  createAction: 'Ajouter la structure',
  editAction: 'Enregistrer la structure',
  initial: {
    sector: 'private',
    legalForm: 'association',
    zone: 'metropole',
    fiscalYearStart: '01-01',
    chart: 'association',
  },
  sections: [
    {
      fields: [
        text('name', 4, required),
        text('shortName', 2, { hint: 'Pour les listes, par exemple RPN' }),
        choice('sector', SECTOR_WORDS, 2, required),
        choice('legalForm', LEGAL_FORM_WORDS, 2),
        text('siret', 2, { hint: '14 chiffres' }),
        text('ridet', 2, { when: (v) => !v.siret }),
        text('rna', 2, { when: (v) => v.sector !== 'public' }),
        text('ape', 1),
        text('idcc', 1, { when: (v) => v.sector !== 'public' }),
        text('stateId', 2),
      ],
    },
    {
      title: 'Règles et exercice',
      fields: [
        choice('zone', ZONE_WORDS, 2),
        field('fiscalYearStart', { as: 'month-day' }, 1),
        choice('chart', CHART_WORDS, 3),
        field('chargesRate', { as: 'rate' }, 2, {
          hint: 'Sert à estimer le coût des mois non saisis',
        }),
        flag('inQpv', 1),
        flag('inFrr', 1),
        flag('franceServices', 2),
      ],
    },
    {
      title: 'Coordonnées',
      fields: [
        text('address', 6),
        text('postcode', 1),
        text('communeName', 2),
        text('communeCode', 2),
        text('departmentCode', 1),
        text('contactName', 2),
        field('email', { as: 'text', mode: 'email' }, 2),
        field('phone', { as: 'text', mode: 'tel' }, 2),
        note,
      ],
    },
  ],
}

const position: FormSpec = {
  entity: 'position',
  width: 620,
  createTitle: 'Ajouter un poste',
  editTitle: 'Modifier le poste',
  createAction: 'Ajouter le poste',
  editAction: 'Enregistrer le poste',
  initial: { kind: 'adviser' },
  sections: [
    {
      fields: [
        text('label', 4, required),
        text('stateId', 2, { hint: 'ID poste de l’État' }),
        choice('kind', POSITION_KIND_WORDS, 3),
        day('grantedOn', 3),
        text('workplace', 4, { hint: 'C’est le lieu de permanence qui ouvre la bonification' }),
        flag('inQpv', 1),
        flag('inFrr', 1),
        note,
      ],
    },
    {
      title: 'Restitution',
      fields: [day('returnedOn', 3), optionalChoice('returnMotive', RETURN_MOTIVE_WORDS, 3)],
    },
  ],
}

const person: FormSpec = {
  entity: 'person',
  width: 560,
  createTitle: 'Ajouter une personne',
  editTitle: 'Modifier la personne',
  createAction: 'Ajouter la personne',
  editAction: 'Enregistrer la personne',
  sections: [
    {
      fields: [
        text('lastName', 3, required),
        text('firstName', 3, required),
        field('email', { as: 'text', mode: 'email' }, 3),
        field('phone', { as: 'text', mode: 'tel' }, 3),
        text('stateId', 3),
        flag('doubledNotice', 3),
        note,
      ],
    },
  ],
}

export const CONTRACT_FIELDS: readonly FieldSpec[] = [
  choice('kind', CONTRACT_KIND_WORDS, 3, required),
  day('signedOn', 3),
  day('startsOn', 2, required),
  day('endsOn', 2, { when: (v) => !isPermanent(v) }),
  day('trialEndsOn', 2),
  field('weeklyMinutes', { as: 'hours' }, 2),
  money('monthlyGrossCents', 2),
  optionalChoice('ground', GROUND_WORDS, 6, {
    when: isPrivateFixed,
    hint: 'Une subvention de l’État n’est pas à elle seule un motif de recours au CDD.',
  }),
]

const contract: FormSpec = {
  entity: 'contract',
  width: 640,
  createTitle: 'Ajouter un contrat',
  editTitle: 'Modifier le contrat',
  createAction: 'Ajouter le contrat',
  editAction: 'Enregistrer le contrat',
  initial: { weeklyMinutes: 2100 },
  sections: [
    {
      fields: [
        ref('positionId', 'position', 3, required),
        ref('personId', 'person', 3, required),
        ...CONTRACT_FIELDS,
      ],
    },
    {
      title: 'Suite et fin',
      fields: [
        field('renewsId', { as: 'ref', to: 'contract', optional: true }, 6),
        day('endedOn', 3),
        optionalChoice('endMotive', END_MOTIVE_WORDS, 3),
        text('stateId', 3),
        note,
      ],
    },
  ],
}

const contractAmendment: FormSpec = {
  entity: 'contractAmendment',
  width: 560,
  createTitle: 'Ajouter un avenant au contrat',
  editTitle: 'Modifier l’avenant au contrat',
  createAction: 'Ajouter l’avenant',
  editAction: 'Enregistrer l’avenant',
  sections: [
    {
      fields: [
        ref('contractId', 'contract', 6, required),
        day('effectiveOn', 3, required),
        day('signedOn', 3),
        day('newEndsOn', 2, { hint: 'Vide : la fin ne change pas' }),
        field('newWeeklyMinutes', { as: 'hours' }, 2),
        money('newMonthlyGrossCents', 2),
        text('reason', 6),
      ],
    },
  ],
}

const attachment: FormSpec = {
  entity: 'attachment',
  width: 520,
  createTitle: 'Rattacher le poste à une structure',
  editTitle: 'Modifier le rattachement',
  createAction: 'Rattacher le poste',
  editAction: 'Enregistrer le rattachement',
  sections: [
    {
      fields: [
        ref('positionId', 'position', 6, required),
        ref('employerId', 'employer', 6, required),
        day('startsOn', 3, required),
        day('endsOn', 3, { hint: 'Vide : toujours rattaché' }),
      ],
    },
  ],
}

export const AGREEMENT_FIELDS: readonly FieldSpec[] = [
  text('reference', 2, required),
  field('funder', { as: 'text' }, 2, required),
  choice('funderKind', FUNDER_KIND_WORDS, 2),
  choice('scheme', SCHEME_WORDS, 2),
  text('dsNumber', 2),
  text('ejNumber', 2),
  day('startsOn', 2, required),
  day('endsOn', 2, required),
  day('signedOn', 2),
]

const agreement: FormSpec = {
  entity: 'agreement',
  width: 700,
  createTitle: 'Ajouter une convention',
  editTitle: 'Modifier la convention',
  createAction: 'Ajouter la convention',
  editAction: 'Enregistrer la convention',
  initial: { earningMethod: 'months', accountingMethod: 'schedule', funderKind: 'state', scheme: 'v2' },
  sections: [
    {
      fields: [ref('employerId', 'employer', 6, required), ...AGREEMENT_FIELDS, day('theoreticalEndsOn', 2)],
    },
    {
      title: 'Financement et comptes',
      fields: [
        day('financingStartsOn', 2),
        day('financingEndsOn', 2),
        day('settledOn', 2),
        choice('earningMethod', EARNING_METHOD_WORDS, 3),
        choice('accountingMethod', ACCOUNTING_METHOD_WORDS, 3),
        text('incomeAccount', 2),
        text('receivableAccount', 2),
        text('deferredAccount', 2),
        note,
      ],
    },
  ],
}

const agreementAmendment: FormSpec = {
  entity: 'agreementAmendment',
  width: 520,
  createTitle: 'Ajouter un avenant à la convention',
  editTitle: 'Modifier l’avenant à la convention',
  createAction: 'Ajouter l’avenant',
  editAction: 'Enregistrer l’avenant',
  sections: [
    {
      fields: [
        ref('agreementId', 'agreement', 6, required),
        day('effectiveOn', 2, required),
        day('newEndsOn', 2),
        day('signedOn', 2),
        text('reason', 6),
      ],
    },
  ],
}

const grant: FormSpec = {
  entity: 'grant',
  width: 520,
  createTitle: 'Ajouter un montant annuel',
  editTitle: 'Modifier le montant annuel',
  createAction: 'Ajouter le montant',
  editAction: 'Enregistrer le montant',
  initial: { year: 1, bonusCents: 0 },
  sections: [
    {
      fields: [
        ref('agreementId', 'agreement', 6, required),
        ref('positionId', 'position', 6, required),
        field('year', { as: 'integer' }, 2, { required: true, hint: '1 : première année de la convention' }),
        money('baseCents', 2, required),
        money('bonusCents', 2, required),
      ],
    },
  ],
}

const instalment: FormSpec = {
  entity: 'instalment',
  width: 620,
  createTitle: 'Ajouter une tranche',
  editTitle: 'Modifier la tranche',
  createAction: 'Ajouter la tranche',
  editAction: 'Enregistrer la tranche',
  initial: { rank: 1 },
  sections: [
    {
      fields: [
        ref('agreementId', 'agreement', 3, required),
        optionalRef('positionId', 'position', 3),
        text('label', 3, required),
        field('rank', { as: 'integer' }, 1, required),
        money('amountCents', 2, required),
        day('claimableOn', 2),
        day('claimedOn', 2),
        day('dueOn', 2),
        text('conditions', 4, { hint: 'Contrat déposé, bilan transmis…' }),
        day('conditionsMetOn', 2),
      ],
    },
    {
      title: 'Annulation',
      fields: [day('cancelledOn', 2), text('cancelReason', 4), note],
    },
  ],
}

const payment: FormSpec = {
  entity: 'payment',
  width: 620,
  createTitle: 'Ajouter un versement',
  editTitle: 'Modifier le versement',
  createAction: 'Ajouter le versement',
  editAction: 'Enregistrer le versement',
  sections: [
    {
      fields: [
        ref('employerId', 'employer', 3, required),
        text('funder', 3, required),
        money('amountCents', 2, required),
        day('receivedOn', 2, required),
        text('bankReference', 2),
        text('titleNumber', 2),
        day('titleIssuedOn', 2),
        text('bordereau', 1),
        text('p503', 1),
        note,
      ],
    },
  ],
}

const monthlyCost: FormSpec = {
  entity: 'monthlyCost',
  width: 520,
  createTitle: 'Saisir le coût d’un mois',
  editTitle: 'Modifier le coût du mois',
  createAction: 'Enregistrer le coût',
  editAction: 'Enregistrer le coût',
  initial: { taxesCents: 0 },
  sections: [
    {
      fields: [
        ref('contractId', 'contract', 4, required),
        field('month', { as: 'month' }, 2, required),
        money('grossCents', 2, required),
        money('chargesCents', 2, required),
        money('taxesCents', 2, required),
      ],
    },
  ],
}

const freeDeadline: FormSpec = {
  entity: 'freeDeadline',
  width: 520,
  createTitle: 'Ajouter une échéance',
  editTitle: 'Modifier l’échéance',
  createAction: 'Ajouter l’échéance',
  editAction: 'Enregistrer l’échéance',
  sections: [
    {
      fields: [
        text('title', 4, required),
        day('dueOn', 2, required),
        optionalRef('employerId', 'employer', 3),
        optionalRef('positionId', 'position', 3),
        note,
      ],
    },
  ],
}

const ruleFigure: FormSpec = {
  entity: 'ruleFigure',
  width: 560,
  createTitle: 'Ajouter une valeur de référence',
  editTitle: 'Modifier la valeur de référence',
  createAction: 'Ajouter la valeur',
  editAction: 'Enregistrer la valeur',
  initial: { confidence: 'to-check' },
  sections: [
    {
      fields: [
        text('code', 3, required),
        day('validFrom', 3, required),
        field('value', { as: 'decimal' }, 3, required),
        choice('confidence', CONFIDENCE_WORDS, 3),
        text('source', 6, { required: true, hint: 'Texte, décret, courrier : ce qui permet de vérifier' }),
      ],
    },
  ],
}

const aidScale: FormSpec = {
  entity: 'aidScale',
  width: 620,
  createTitle: 'Ajouter un barème',
  editTitle: 'Modifier le barème',
  createAction: 'Ajouter le barème',
  editAction: 'Enregistrer le barème',
  initial: { scheme: 'v2', sector: 'private', confidence: 'to-check' },
  sections: [
    {
      fields: [
        text('name', 6, required),
        choice('scheme', SCHEME_WORDS, 2, required),
        choice('sector', SECTOR_WORDS, 2, required),
        flag('bonus', 2),
        text('territory', 3),
        day('validFrom', 3),
        text('source', 4, required),
        choice('confidence', CONFIDENCE_WORDS, 2),
      ],
    },
  ],
}

const aidScaleYear: FormSpec = {
  entity: 'aidScaleYear',
  width: 480,
  createTitle: 'Ajouter une année au barème',
  editTitle: 'Modifier l’année du barème',
  createAction: 'Ajouter l’année',
  editAction: 'Enregistrer l’année',
  initial: { year: 1, bonusCents: 0 },
  sections: [
    {
      fields: [
        ref('scaleId', 'scale', 6, required),
        field('year', { as: 'integer' }, 2, required),
        money('baseCents', 2, required),
        money('bonusCents', 2, required),
      ],
    },
  ],
}

export const FORM_SPECS: { readonly [N in EntityName]?: FormSpec } = {
  employer,
  position,
  person,
  contract,
  contractAmendment,
  attachment,
  agreement,
  agreementAmendment,
  grant,
  instalment,
  payment,
  monthlyCost,
  freeDeadline,
  ruleFigure,
  aidScale,
  aidScaleYear,
}
