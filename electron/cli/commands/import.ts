/** `jalon import`: a table into a dossier, by the very service of the page; a dry run leaves no file behind. */
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { ImportSummary } from '#shared/api/import.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { importLines } from '#shared/text/shells/cli-import.ts'
import { makeCopy } from '../../backup/copies.ts'
import { PROFILES, profileNamed } from '../../exchange/in/profiles/index.ts'
import { readUpTo } from '../../exchange/in/read/bounded-file.ts'
import { type ImportOptions, importFile } from '../../services/import/import-file.ts'
import { readBounded } from '../../services/import/import-task.ts'
import { isDemoExport } from '../../services/interchange/import.ts'
import type { ServiceContext } from '../../services/service.ts'
import { createMemoryDossier } from '../../store/memory.ts'
import { type Command, type CommandIo, UsageError } from '../command.ts'
import { contextOf, dataFolderOf, inNewDossier, placesOf, withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'

export const importCommand: Command = {
  name: 'import',
  async run(args, io) {
    const given = readArguments(
      args,
      {
        into: { type: 'string' },
        profile: { type: 'string' },
        mapping: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
      ['SOURCE'],
    )
    const into = given.text('into')
    if (into === null) throw new UsageError(cliText.missingOption('--into'))
    const profile = given.text('profile')
    if (profile !== null && profileNamed(profile) === null)
      throw new UsageError(
        cliText.unknownProfile(
          profile,
          PROFILES.map((p) => p.id),
        ),
      )
    const source = resolve(io.cwd, given.positionals[0] ?? '')
    const mappingFile = given.text('mapping')
    const request = {
      bytes: readBounded(source),
      fileName: basename(source),
      profile,
      mapping: mappingFile === null ? null : readMapping(resolve(io.cwd, mappingFile)),
      dryRun: given.flag('dry-run'),
    }
    const summary = await importInto(resolve(io.cwd, into), io, request)
    if (given.flag('json')) await printJson(io, summary)
    else await io.out(`${importLines(summary).join('\n')}\n`)
    return 0
  },
}

type Request = Omit<ImportOptions, 'dossier' | 'today'>

async function importInto(path: string, io: CommandIo, request: Request): Promise<ImportSummary> {
  const run = ({ dossier, today }: ServiceContext) => importFile({ ...request, dossier, today })
  if (existsSync(path)) {
    if (!request.dryRun) await copyBefore(path, io)
    return withDossier(path, request.dryRun ? 'read' : 'write', io, run)
  }
  // A demonstration read back into a new file is one again.
  const demo = isDemoExport(request.bytes)
  if (request.dryRun) {
    const now = () => io.clock.now()
    const dossier = createMemoryDossier({ who: '', now, demo })
    try {
      return run(contextOf(dossier, io))
    } finally {
      dossier.close()
    }
  }
  return inNewDossier(path, io, run, demo)
}

/** One undo removes an import; the copy is for whoever notices a month later. */
async function copyBefore(path: string, io: CommandIo): Promise<void> {
  await withDossier(path, 'read', io, ({ dossier, now }) =>
    makeCopy({
      path,
      fileId: dossier.fileId,
      folder: dataFolderOf(io).copies,
      reason: 'avant-import',
      now,
      budget: placesOf(io).budget(),
    }),
  )
}

/** What the page takes at most. */
const MOST_MAPPING_BYTES = 100_000

function readMapping(path: string): string {
  const name = basename(path)
  let bytes: Uint8Array | null
  try {
    bytes = readUpTo(path, MOST_MAPPING_BYTES)
  } catch {
    throw new UsageError(cliText.unreadableFile('--mapping', name))
  }
  if (bytes === null) throw new UsageError(cliText.hugeFile('--mapping', name, MOST_MAPPING_BYTES / 1000))
  return new TextDecoder().decode(bytes)
}
