/** What a person may ask the reason of. */
import type { Id } from '../../domain/facts.ts'
import type { AidFigures } from './aid-figures.ts'

export type ExplainTarget =
  | { readonly kind: 'deadline'; readonly key: string }
  | { readonly kind: 'position-state'; readonly positionId: Id }
  | { readonly kind: 'position-amount'; readonly positionId: Id; readonly amount: keyof AidFigures }
  | { readonly kind: 'agreement-amount'; readonly agreementId: Id; readonly amount: keyof AidFigures }
  | { readonly kind: 'contract-notice'; readonly contractId: Id }
  | { readonly kind: 'vacancy-limit'; readonly positionId: Id }
