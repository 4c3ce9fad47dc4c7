/**
 * Jalon's own workbooks read back: agreements, what they grant each post, tranches, payments. Found together in one file they are
 * read together; what the dossier holds already is unchanged, what it lacks is made.
 */
import type { Field } from '../columns/field.ts'
import {
  REPORT_AGREEMENTS,
  REPORT_INSTALMENTS,
  REPORT_PAYMENTS,
  REPORT_POSITIONS,
} from '../fields/report-fields.ts'
import type { Profile, ProfileContext, ProfileId } from '../plan/profile.ts'
import { passOverRow } from '../profiles/pass-over.ts'
import { checkObjects } from '../rows/check-objects.ts'
import { createEngine, type Engine } from '../rows/engine.ts'
import { agreementLines } from './agreement-lines.ts'
import { grantLines } from './grant-lines.ts'
import { instalmentLines } from './instalment-lines.ts'
import type { BringLine } from './own-line.ts'
import { paymentLines } from './payment-lines.ts'

interface Given {
  readonly id: ProfileId
  readonly label: string
  readonly fields: readonly Field[]
  readonly signature: readonly string[]
  readonly order: number
  readonly lines: (engine: Engine) => BringLine
}

function ownProfile({ lines, ...given }: Given): Profile {
  return {
    ...given,
    essential: new Set(given.fields.map((f) => f.id)),
    least: given.signature.length,
    ownReport: true,
    byHand: false,
    passOver: passOverRow,
    start(context: ProfileContext) {
      const engine = createEngine(context)
      const bring = lines(engine)
      return {
        interpret(row) {
          const write = bring(row)
          if (row.isRefused || row.skipped !== null) return
          engine.world.attempt(() => {
            write()
            checkObjects(engine.world, row)
            return !row.isRefused
          })
        },
        finish: () => {},
      }
    },
  }
}

export const AID_REPORT_PROFILES: readonly Profile[] = [
  ownProfile({
    id: 'aides-conventions',
    label: 'État des aides de Jalon : conventions',
    fields: REPORT_AGREEMENTS,
    signature: [
      'employer.name',
      'agreement.reference',
      'agreement.funder',
      'agreement.startsOn',
      'agreement.endsOn',
      'report.fundedTo',
      'report.check',
    ],
    order: 3,
    lines: agreementLines,
  }),
  ownProfile({
    id: 'aides-postes',
    label: 'État des aides de Jalon : postes',
    fields: REPORT_POSITIONS,
    signature: [
      'employer.name',
      'agreement.reference',
      'position.stateId',
      'position.label',
      'grant.1',
      'grant.bonus',
      'report.earned',
    ],
    order: 3.2,
    lines: grantLines,
  }),
  ownProfile({
    id: 'aides-tranches',
    label: 'État des aides de Jalon : tranches',
    fields: REPORT_INSTALMENTS,
    signature: [
      'employer.name',
      'agreement.reference',
      'position.stateId',
      'instalment.label',
      'instalment.amountCents',
      'instalment.dueOn',
      'report.outstanding',
    ],
    order: 4,
    lines: instalmentLines,
  }),
  ownProfile({
    id: 'aides-versements',
    label: 'État des aides de Jalon : versements',
    fields: REPORT_PAYMENTS,
    signature: [
      'employer.name',
      'payment.receivedOn',
      'payment.funder',
      'payment.amountCents',
      'payment.covers',
    ],
    order: 5,
    lines: paymentLines,
  }),
]
