/** Forms of agreements, their yearly amounts, tranches and payments. */
import {
  ACCOUNTING_METHOD_WORDS,
  EARNING_METHOD_WORDS,
  FUNDER_KIND_WORDS,
  SCHEME_WORDS,
} from '#shared/text/words.ts'
import type { FieldSpec, FormSpec } from './form-spec.ts'
import { choice, day, field, money, note, optionalRef, ref, required, text } from './spec-fields.ts'

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

export const agreement: FormSpec = {
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

export const agreementAmendment: FormSpec = {
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

export const grant: FormSpec = {
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

export const instalment: FormSpec = {
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

export const payment: FormSpec = {
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
