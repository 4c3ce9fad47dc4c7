/** Forms of structures, posts, their attachments, and people. */
import {
  CHART_WORDS,
  LEGAL_FORM_WORDS,
  POSITION_KIND_WORDS,
  RETURN_MOTIVE_WORDS,
  SECTOR_WORDS,
  ZONE_WORDS,
} from '#shared/text/words.ts'
import type { FormSpec } from './form-spec.ts'
import { choice, day, field, flag, note, optionalChoice, ref, required, text } from './spec-fields.ts'

export const employer: FormSpec = {
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

export const position: FormSpec = {
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

export const attachment: FormSpec = {
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

export const person: FormSpec = {
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
