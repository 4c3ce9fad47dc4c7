/** Forms of contracts, their amendments and their monthly costs. */
import { FULL_TIME_MINUTES } from '#shared/domain/full-time.ts'
import { CONTRACT_KIND_WORDS, END_MOTIVE_WORDS, GROUND_WORDS } from '#shared/text/words.ts'
import type { FieldSpec, FormSpec, Values } from './form-spec.ts'
import { choice, day, field, money, note, optionalChoice, ref, required, text } from './spec-fields.ts'

const isPrivateFixed = (v: Values) => v.kind === 'CDD' || v.kind === 'PEC'
export const isPermanent = (v: Values) => v.kind === 'CDI' || v.kind === 'titulaire'

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

export const contract: FormSpec = {
  entity: 'contract',
  width: 640,
  createTitle: 'Ajouter un contrat',
  editTitle: 'Modifier le contrat',
  createAction: 'Ajouter le contrat',
  editAction: 'Enregistrer le contrat',
  initial: { weeklyMinutes: FULL_TIME_MINUTES },
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

export const contractAmendment: FormSpec = {
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

export const monthlyCost: FormSpec = {
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
