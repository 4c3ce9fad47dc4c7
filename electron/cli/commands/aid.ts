/** `jalon aid`: the amounts of the aid at a day, per post and per agreement, as the grids of the page show them. */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import { frAmount } from '#shared/text/format.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { aidSituation } from '../../services/read/aid-situation.ts'
import { snapshotOf } from '../../services/read/snapshot.ts'
import type { Command } from '../command.ts'
import { withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson, type TextColumn, textTable } from '../output.ts'
import { sayUncomputed } from '../say-uncomputed.ts'

const AMOUNTS = [
  'notifiedCents',
  'earnedCents',
  'receivedCents',
  'outstandingCents',
  'claimableCents',
  'lateCents',
  'cancelledCents',
  'overpaidCents',
] as const satisfies readonly (keyof AidFigures)[]

export const aidCommand: Command = {
  name: 'aid',
  async run(args, io) {
    const given = readArguments(
      args,
      { at: { type: 'string' }, json: { type: 'boolean' }, 'fiscal-years': { type: 'boolean' } },
      ['FICHIER'],
    )
    const at = given.day('at') ?? io.clock.today()
    const situation = await withDossier(given.positionals[0] ?? '', 'read', io, (context) => {
      const snapshot = snapshotOf({ dossier: context.dossier, today: at })
      const found = aidSituation(snapshot, { fiscalYears: given.flag('fiscal-years') })
      sayUncomputed(snapshot.derived, io)
      return found
    })
    if (given.flag('json')) await printJson(io, situation)
    else await io.out(aidTable(situation))
    return 0
  },
}

type Situation = ReturnType<typeof aidSituation>

function aidTable({ positions, agreements, totals }: Situation): string {
  const columns = (name: string): readonly TextColumn[] => [
    { title: name },
    ...AMOUNTS.map((amount): TextColumn => ({ title: cliText.amounts[amount], align: 'right' })),
  ]
  const line = (name: string, row: AidFigures) => [name, ...AMOUNTS.map((amount) => frAmount(row[amount]))]
  const byPosition = positions.map((row) => line([row.stateId, row.label].filter(Boolean).join(' '), row))
  const byAgreement = agreements.map((row) => line(row.reference, row))
  return `${textTable(columns('Poste'), byPosition)}\n\n${textTable(columns('Convention'), [
    ...byAgreement,
    line('Total', totals),
  ])}\n`
}
