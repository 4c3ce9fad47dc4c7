/** `jalon deadlines`: what is late and what comes, as the page derives it. */
import type { DeadlineRow } from '#shared/api/rows.ts'
import { cliText } from '#shared/text/cli.ts'
import { frDelay, frEuros, frWeekday } from '#shared/text/format.ts'
import { NATURE_WORDS } from '#shared/text/words.ts'
import { readDeadlines } from '../../services/read/deadlines.ts'
import { type Command, UsageError } from '../command.ts'
import { withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson, textTable } from '../output.ts'

export const deadlinesCommand: Command = {
  name: 'deadlines',
  async run(args, io) {
    const given = readArguments(
      args,
      { within: { type: 'string' }, json: { type: 'boolean' }, ics: { type: 'string' } },
      ['FICHIER'],
    )
    if (given.flag('json') && given.text('ics') !== null)
      throw new UsageError(cliText.exclusive('--json', '--ics'))
    if (given.text('ics') !== null) {
      io.err(`${cliText.notYet('deadlines --ics')}\n`)
      return 2
    }
    const withinDays = given.integer('within', 0, 3660)
    const rows = await withDossier(given.positionals[0] ?? '', 'read', io, (context) =>
      readDeadlines(context, { employerId: null, withinDays, answered: false }),
    )
    if (given.flag('json')) await printJson(io, rows)
    else await io.out(`${deadlineTable(rows)}\n`)
    return 0
  },
}

function deadlineTable(rows: readonly DeadlineRow[]): string {
  if (rows.length === 0) return cliText.noDeadline
  return textTable(
    [
      { title: 'Échéance' },
      { title: 'Délai' },
      { title: 'Nature' },
      { title: 'Objet' },
      { title: 'Poste' },
      { title: 'Montant', align: 'right' },
    ],
    rows.map((row) => [
      frWeekday(row.dueOn),
      frDelay(row.daysLeft),
      NATURE_WORDS[row.nature],
      row.kind,
      [row.positionLabel, row.personName].filter(Boolean).join(', ') || '—',
      row.amountCents === null ? '—' : frEuros(row.amountCents),
    ]),
  )
}
