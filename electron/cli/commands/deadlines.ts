/** `jalon deadlines`: what is late and what comes, as the page derives it. */
import { writeFileSync } from 'node:fs'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { frDelay, frEuros, frWeekday } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { NATURE_WORDS } from '#shared/text/words.ts'
import { agendaText } from '../../services/read/agenda.ts'
import { readDeadlines } from '../../services/read/deadlines.ts'
import { snapshotOf } from '../../services/read/snapshot.ts'
import { type Command, UsageError } from '../command.ts'
import { cliDesk } from '../desk.ts'
import { withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson, textTable } from '../output.ts'
import { askedOutput } from '../output-option.ts'
import { sayUncomputed } from '../say-uncomputed.ts'

export const deadlinesCommand: Command = {
  name: 'deadlines',
  async run(args, io) {
    const given = readArguments(
      args,
      {
        within: { type: 'string' },
        json: { type: 'boolean' },
        ics: { type: 'string' },
        'no-names': { type: 'boolean' },
        force: { type: 'boolean' },
      },
      ['FICHIER'],
    )
    if (given.flag('json') && given.text('ics') !== null)
      throw new UsageError(cliText.exclusive('--json', '--ics'))
    const [file = ''] = given.positionals
    // Taken in silence, it would let somebody share names believed left out.
    for (const option of ['no-names', 'force'])
      if (given.flag(option) && given.text('ics') === null)
        throw new UsageError(cliText.onlyWith(`--${option}`, '--ics'))
    const out = askedOutput(io, given, { option: 'ics', extensions: ['.ics'], source: file })
    const withinDays = given.integer('within', 0, 3660)
    if (out !== null) {
      const text = await withDossier(file, 'read', io, (context) => {
        const agenda = agendaText(context, { employerId: null, names: !given.flag('no-names'), withinDays })
        sayUncomputed(snapshotOf(context).derived, io)
        return agenda
      })
      const desk = cliDesk(out.path, out.terms)
      try {
        const path = desk.temporaryPath('ics')
        writeFileSync(path, text)
        await desk.deliver({ name: out.typed, path })
      } finally {
        desk.close()
      }
      return 0
    }
    const rows = await withDossier(file, 'read', io, (context) => {
      const found = readDeadlines(context, { employerId: null, withinDays, answered: false })
      sayUncomputed(snapshotOf(context).derived, io)
      return found
    })
    if (given.flag('json')) await printJson(io, rows.map(withSentences))
    else await io.out(`${deadlineTable(rows)}\n`)
    return 0
  },
}

/** The codes for a program, the sentences for a person. */
function withSentences(row: Deadline) {
  return { ...row, titleText: stepSentence(row.title), whyText: stepSentence(row.why) }
}

function deadlineTable(rows: readonly Deadline[]): string {
  if (rows.length === 0) return cliText.noDeadline
  return textTable(
    [
      { title: 'Échéance' },
      { title: 'Délai' },
      { title: 'Nature' },
      { title: 'Objet' },
      { title: 'Poste ou structure' },
      { title: 'Montant', align: 'right' },
    ],
    rows.map((row) => [
      frWeekday(row.dueOn),
      frDelay(row.daysLeft),
      NATURE_WORDS[row.nature],
      stepSentence(row.title),
      [row.positionLabel ?? row.employerName, row.personName].filter(Boolean).join(', ') || '—',
      row.amountCents === null ? '—' : frEuros(row.amountCents),
    ]),
  )
}
