import { describe, expect, it } from 'vitest'
import type { EntityName } from '#shared/domain/facts.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { FIELD_LABELS } from '#shared/text/fields.ts'
import { frMonthDay, parseTypedMonthDay } from '#shared/text/typed.ts'
import {
  changedValues,
  errorsOf,
  filledValues,
  firstValues,
  validate,
} from '../../../renderer/features/forms/form-model.ts'
import { allFields, type FormSpec } from '../../../renderer/features/forms/specs/form-spec.ts'
import { FORM_SPECS } from '../../../renderer/features/forms/specs/specs.ts'

const specs = Object.values(FORM_SPECS) as readonly FormSpec[]
const employer = FORM_SPECS.employer as FormSpec

describe('the form of every object', () => {
  it.each(specs.map((spec) => [spec.entity, spec] as const))(
    '%s asks only fields that exist, each once',
    (entity, spec) => {
      const known = Object.keys(entitySchemas[entity].shape)
      const asked = allFields(spec).map((field) => field.name)
      expect(asked.filter((name) => !known.includes(name))).toEqual([])
      expect(new Set(asked).size).toBe(asked.length)
    },
  )

  it.each(specs.map((spec) => [spec.entity, spec] as const))(
    '%s asks every field its schema requires',
    (entity, spec) => {
      const missing = Object.keys(validate(entity, {}))
      const asked = allFields(spec).map((field) => field.name)
      expect(missing.filter((name) => !asked.includes(name))).toEqual([])
    },
  )

  it.each(specs.map((spec) => [spec.entity, spec] as const))(
    '%s has a French name for each field',
    (entity, spec) => {
      const labels: Readonly<Record<string, string>> = FIELD_LABELS[entity as EntityName]
      for (const field of allFields(spec)) expect(labels[field.name]).toBeTruthy()
    },
  )

  it('has a form for each object a person enters', () => {
    expect(Object.keys(FORM_SPECS).sort()).toEqual(
      [
        'agreement',
        'agreementAmendment',
        'aidScale',
        'aidScaleYear',
        'attachment',
        'contract',
        'contractAmendment',
        'employer',
        'freeDeadline',
        'grant',
        'instalment',
        'monthlyCost',
        'payment',
        'person',
        'position',
        'ruleFigure',
      ].sort(),
    )
  })
})

describe('filling a form', () => {
  it('starts from the object, then what is known, then the form’s own values', () => {
    expect(firstValues(employer, null, { name: 'Valombre' })).toMatchObject({
      name: 'Valombre',
      legalForm: 'association',
      siret: null,
      inQpv: false,
    })
    expect(firstValues(employer, { name: 'Mairie', sector: 'public' }, {})).toMatchObject({
      name: 'Mairie',
      sector: 'public',
    })
  })

  it('sends only what changed, and nothing left empty for a new object', () => {
    expect(changedValues({ name: 'a', siret: null }, { name: 'b', siret: null })).toEqual({ name: 'b' })
    expect(filledValues({ name: 'b', siret: null, note: '', inQpv: false })).toEqual({
      name: 'b',
      inQpv: false,
    })
  })

  it('says at the field what is missing or wrong', () => {
    const errors = validate('employer', { name: '', sector: 'private', siret: '123' })
    expect(errors.name).toBe('Ce champ est obligatoire.')
    expect(errors.siret).toBe('Un SIRET compte 14 chiffres.')
    expect(validate('employer', { name: 'A', sector: 'private', siret: '123 456 789 00012' })).toEqual({})
  })

  it('says nothing of the fields the service fills', () => {
    expect(
      validate('contract', { kind: 'CDI', startsOn: '2026-01-01' }, new Set(['positionId', 'personId'])),
    ).toEqual({})
  })

  it('puts the refusal of the service at its field, the rest above the buttons', () => {
    const refusal = errorsOf(
      {
        code: 'write.refused',
        message: 'Rien n’a été enregistré.',
        details: [
          { field: 'endsOn', code: 'x', message: 'Fin prévue : corriger la date.' },
          { field: 'unknown', code: 'y', message: 'Autre chose.' },
        ],
      },
      new Set(['endsOn']),
    )
    expect(refusal).toEqual({ fields: { endsOn: 'Corriger la date.' }, general: 'Autre chose.' })
  })
})

describe('the first day of a fiscal year', () => {
  it('is typed and shown as a day and a month', () => {
    expect(parseTypedMonthDay('1/9')).toBe('09-01')
    expect(parseTypedMonthDay('31/02')).toBeNull()
    expect(parseTypedMonthDay('29/02')).toBeNull()
    expect(frMonthDay('09-01')).toBe('01/09')
  })
})
