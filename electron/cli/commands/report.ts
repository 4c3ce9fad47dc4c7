/** `jalon report`: a report of a dossier, in the format its file name says, written whole or not at all. */
import { extname } from 'node:path'
import { reportError } from '#shared/text/errors/report-errors.ts'
import { frInteger } from '#shared/text/format.ts'
import { cliText, reportUsage } from '#shared/text/shells/cli.ts'
import { reportDefinition, reportDefinitions } from '../../exchange/out/registry.ts'
import { REPORT_FORMATS, type ReportFormat } from '../../exchange/out/write-report.ts'
import { runInline } from '../../jobs/run-inline.ts'
import { reportBuildJob } from '../../services/report/build-job.ts'
import { reportBuildTask } from '../../services/report/build-task.ts'
import { Refusal } from '../../services/service.ts'
import { type Command, UsageError } from '../command.ts'
import { cliDesk } from '../desk.ts'
import { withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'
import { askedOutput } from '../output-option.ts'

const BY_EXTENSION: Readonly<Record<string, ReportFormat>> = { '.xlsx': 'xlsx', '.csv': 'csv', '.pdf': 'pdf' }
const EXTENSION_OF: Readonly<Record<ReportFormat, string>> = {
  xlsx: '.xlsx',
  csv: '.csv',
  'csv-state': '.csv',
  pdf: '.pdf',
}

export const reportCommand: Command = {
  name: 'report',
  async run(args, io) {
    const given = readArguments(
      args,
      {
        out: { type: 'string' },
        'fiscal-year': { type: 'string' },
        employer: { type: 'string' },
        agreement: { type: 'string' },
        at: { type: 'string' },
        format: { type: 'string' },
        sheet: { type: 'string' },
        'no-names': { type: 'boolean' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      ['ÉTAT', 'FICHIER'],
    )
    const [kind = '', file = ''] = given.positionals
    if (reportDefinition(kind) === undefined)
      throw new UsageError(
        reportUsage.unknownKind(
          kind,
          reportDefinitions.map((d) => d.kind),
        ),
      )
    const agreementId = given.id('agreement')
    const asked = formatAsked(given.text('format'))
    const extensions = asked === null ? Object.keys(BY_EXTENSION) : [EXTENSION_OF[asked]]
    const out = askedOutput(io, given, { option: 'out', extensions, source: file })
    if (out === null) throw new UsageError(cliText.missingOption('--out'))
    const format = asked ?? BY_EXTENSION[extname(out.path).toLowerCase()] ?? 'xlsx'
    const desk = cliDesk(out.path, out.terms)
    try {
      return await withDossier(file, 'read', io, async (context) => {
        let last = 0
        const built = await runInline(
          reportBuildJob,
          reportBuildTask,
          { ...context, dossier: context.dossier, files: desk },
          {
            kind,
            employerId: employerId(given.text('employer'), context.dossier.readFacts().employers),
            fiscalYear: given.integer('fiscal-year', 2015, 2100),
            at: given.day('at'),
            agreementId,
            names: !given.flag('no-names'),
            format,
            sheet: given.text('sheet'),
          },
          (done, total) => {
            if (total === null || done - last < 5000) return
            last = done
            io.err(`${cliText.progress(frInteger(done), frInteger(total))}\n`)
          },
        )
        const { leftOut = [] } = built
        if (leftOut.length > 0) io.err(`${leftOut.join('\n')}\n`)
        if (given.flag('json'))
          await printJson(io, { file: out.typed, format, name: built.fileName, leftOut })
        else await io.out(`${reportUsage.written(out.typed)}\n`)
        return 0 as const
      })
    } finally {
      desk.close()
    }
  },
}

function formatAsked(asked: string | null): ReportFormat | null {
  if (asked === null) return null
  const format = REPORT_FORMATS.find((f) => f === asked)
  if (format === undefined) throw new UsageError(cliText.notAFormat(REPORT_FORMATS.join(', ')))
  return format
}

/** Its id in the dossier, its SIRET, or its number with the State. */
function employerId(
  asked: string | null,
  employers: readonly {
    readonly id: number
    readonly siret: string | null
    readonly stateId: string | null
  }[],
): number | null {
  if (asked === null) return null
  const wanted = asked.replace(/\s/g, '')
  const found =
    employers.find((e) => e.siret === wanted) ??
    employers.find((e) => String(e.id) === wanted) ??
    employers.find((e) => e.stateId === wanted)
  if (found === undefined) throw new Refusal(reportError('report.unknown-employer', { name: asked }))
  return found.id
}
