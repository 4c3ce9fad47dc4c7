/** `jalon check`: what an opening checks, then every page and every link of the file, without writing to it. */
import { resolve } from 'node:path'
import { fileError } from '#shared/text/errors/file-errors.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { checkCopy } from '../../backup/check.ts'
import { Refusal } from '../../services/service.ts'
import type { Command, ExitCode } from '../command.ts'
import { withDossier } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'

export const checkCommand: Command = {
  name: 'check',
  async run(args, io) {
    const given = readArguments(args, { json: { type: 'boolean' } }, ['FICHIER'])
    const path = resolve(io.cwd, given.positionals[0] ?? '')
    return withDossier(path, 'read', io, async ({ dossier }): Promise<ExitCode> => {
      if (!checkCopy(path)) throw new Refusal(fileError('file.damaged', { name: dossier.name }))
      const facts = dossier.readFacts()
      const counts = {
        employers: facts.employers.length,
        positions: facts.positions.length,
        contracts: facts.contracts.length,
        agreements: facts.agreements.length,
        instalments: facts.instalments.length,
        payments: facts.payments.length,
      }
      if (given.flag('json'))
        await printJson(io, { ok: true, name: dossier.name, savedAt: dossier.savedAt, counts })
      else await io.out(`${cliText.checked(dossier.name, counts.positions)}\n`)
      return 0
    })
  },
}
