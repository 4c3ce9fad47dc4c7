/** `jalon export`: the dossier, a structure's part of it or one person's data, as documented JSON written whole or not at all. */
import { cliText } from '#shared/text/shells/cli.ts'
import { runInline } from '../../jobs/run-inline.ts'
import { exportJob, exportTask } from '../../services/interchange/export-job.ts'
import { type Command, UsageError } from '../command.ts'
import { cliDesk } from '../desk.ts'
import { withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'
import { askedOutput } from '../output-option.ts'

export const exportCommand: Command = {
  name: 'export',
  async run(args, io) {
    const given = readArguments(
      args,
      {
        out: { type: 'string' },
        employer: { type: 'string' },
        person: { type: 'string' },
        'no-documents': { type: 'boolean' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      ['FICHIER'],
    )
    const [source = ''] = given.positionals
    const out = askedOutput(io, given, { option: 'out', extensions: ['.json'], source })
    if (out === null) throw new UsageError(cliText.missingOption('--out'))
    const employer = given.id('employer')
    const personId = given.id('person')
    const desk = cliDesk(out.path, out.terms)
    try {
      await withDossier(source, 'read', io, (context) =>
        runInline(
          exportJob,
          exportTask,
          { ...context, files: desk },
          {
            employerIds: employer === null ? null : [employer],
            personId,
            withDocuments: !given.flag('no-documents'),
          },
        ),
      )
    } finally {
      desk.close()
    }
    if (given.flag('json')) await printJson(io, { file: out.typed })
    else await io.out(`${cliText.exported(out.typed)}\n`)
    return 0
  },
}
