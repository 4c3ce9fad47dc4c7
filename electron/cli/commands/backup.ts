/** `jalon backup`: a checked copy among those of this dossier, beside an open Jalon if need be. */
import { resolve } from 'node:path'
import { cliText } from '#shared/text/shells/cli.ts'
import { makeCopy } from '../../backup/copies.ts'
import { keepPrivate } from '../../services/session/data-folder.ts'
import type { Command } from '../command.ts'
import { dataFolderOf, placesOf, withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'

export const backupCommand: Command = {
  name: 'backup',
  async run(args, io) {
    const given = readArguments(args, { json: { type: 'boolean' } }, ['FICHIER'])
    const path = resolve(io.cwd, given.positionals[0] ?? '')
    const dataFolder = dataFolderOf(io)
    keepPrivate(dataFolder)
    const copy = await withDossier(path, 'read', io, ({ dossier, now }) =>
      makeCopy({
        path,
        fileId: dossier.fileId,
        folder: dataFolder.copies,
        reason: 'manuelle',
        now,
        budget: placesOf(io).budget(),
      }),
    )
    if (given.flag('json')) await printJson(io, { name: copy.name, path: copy.path, bytes: copy.bytes })
    else await io.out(`${cliText.backedUp(copy.path)}\n`)
    return 0
  },
}
