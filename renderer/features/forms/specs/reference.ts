/** Forms of what the rules start from (figures, scales) and of free deadlines. */
import { CONFIDENCE_WORDS, SCHEME_WORDS, SECTOR_WORDS } from '#shared/text/words.ts'
import type { FormSpec } from './form-spec.ts'
import { choice, day, field, flag, money, note, optionalRef, ref, required, text } from './spec-fields.ts'

export const freeDeadline: FormSpec = {
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

export const ruleFigure: FormSpec = {
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

export const aidScale: FormSpec = {
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

export const aidScaleYear: FormSpec = {
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
