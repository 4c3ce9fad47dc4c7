/** The form of every object a person enters one at a time. New posts, contracts and agreements have dialogs of their own. */
import type { EntityName } from '#shared/domain/facts.ts'
import { agreement, agreementAmendment, grant, instalment, payment } from './aid.ts'
import { contract, contractAmendment, monthlyCost } from './contract.ts'
import type { FormSpec } from './form-spec.ts'
import { attachment, employer, person, position } from './post.ts'
import { aidScale, aidScaleYear, freeDeadline, ruleFigure } from './reference.ts'

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
