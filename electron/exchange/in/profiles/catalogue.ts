/** Every field a column of posts, advisors, contracts or agreements may be. Where two share a header, the content decides. */
import type { Field } from '../columns/field.ts'
import { AGREEMENT_FIELDS, LONG_FIELDS, WIDE_FIELDS } from '../fields/aid-fields.ts'
import { CONTRACT_FIELDS, EMPLOYER_FIELDS, PERSON_FIELDS, POSITION_FIELDS } from '../fields/people-fields.ts'

export const CATALOGUE: readonly Field[] = [
  ...EMPLOYER_FIELDS,
  ...POSITION_FIELDS,
  ...PERSON_FIELDS,
  ...CONTRACT_FIELDS,
  ...AGREEMENT_FIELDS,
  ...WIDE_FIELDS,
  ...LONG_FIELDS,
]
