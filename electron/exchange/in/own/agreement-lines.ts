/** A line of "Conventions": the agreement by its reference at its structure, made where the dossier lacks it. */
import { readDay } from '../cells/day-cell.ts'
import { readLine } from '../cells/text-cell.ts'
import { schemeOf } from '../cells/words-cell.ts'
import { resolveAgreement } from '../rows/agreement-part.ts'
import { readEmployer, resolveEmployer } from '../rows/employer-part.ts'
import type { Engine } from '../rows/engine.ts'
import type { BringLine } from './own-line.ts'
import { agreementAt, ownersNamed } from './own-line.ts'

export function agreementLines(engine: Engine): BringLine {
  return (row) => {
    const employer = readEmployer(row)
    const scheme = row.read('agreement.scheme', readLine)
    const cells = {
      // "Région": an aid that is neither V1 nor V2 is printed by its funder.
      scheme: (scheme === null ? null : schemeOf(scheme)) ?? ('other' as const),
      reference: row.read('agreement.reference', readLine),
      funder: row.read('agreement.funder', readLine),
      dsNumber: row.read('agreement.dsNumber', readLine),
      ejNumber: row.read('agreement.ejNumber', readLine),
      startsOn: row.read('agreement.startsOn', readDay),
      endsOn: row.read('agreement.endsOn', readDay),
      signedOn: null,
      totalCents: null,
    }
    if (cells.reference === null) row.skip('row.nothing')
    return () => {
      const owners = ownersNamed(engine, employer.name)
      const held = agreementAt(engine, owners, cells.reference)
      const owner =
        owners.find((each) => each.id === held?.employerId) ?? resolveEmployer(engine, row, employer, null)
      if (row.isRefused) return
      const agreement = resolveAgreement(engine, row, cells, owner, null)
      if (agreement !== null && row.touches.every((t) => t.entity !== 'agreement'))
        row.touch('agreement', agreement.id, 'unchanged')
    }
  }
}
