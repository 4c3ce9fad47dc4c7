/** `jalon demo`: a new dossier of invented facts. Without `--today` it is the same file whatever the day it is made. */
import { resolve } from 'node:path'
import { cliText } from '#shared/text/shells/cli.ts'
import { openOptions } from '../../api/dossier-store.ts'
import { VERSION } from '../../api/version.ts'
import { systemClock } from '../../clock.ts'
import { createDemo } from '../../services/demo/create-demo.ts'
import {
  DEMO_POSITIONS,
  DEMO_SEED,
  DEMO_TODAY,
  MAX_DEMO_POSITIONS,
} from '../../services/demo/generate-demo.ts'
import { userName } from '../../services/session/user.ts'
import type { Command } from '../command.ts'
import { dataFolderOf } from '../dossier-files.ts'
import { readArguments } from '../options.ts'
import { printJson } from '../output.ts'

const MAX_SEED = 2 ** 31 - 1

export const demoCommand: Command = {
  name: 'demo',
  async run(args, io) {
    const given = readArguments(
      args,
      { positions: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
      ['FICHIER'],
    )
    const path = resolve(io.cwd, given.positionals[0] ?? '')
    const positions = given.integer('positions', 1, MAX_DEMO_POSITIONS) ?? DEMO_POSITIONS
    const seed = given.integer('seed', 0, MAX_SEED) ?? DEMO_SEED
    const today = io.clock === systemClock ? DEMO_TODAY : io.clock.today()
    const options = openOptions({ who: userName(), clock: io.clock, dataFolder: dataFolderOf(io) })
    const told = (notice: string) => void io.err(`${notice}\n`)
    const dossier = createDemo(path, { ...options, createdWith: VERSION }, { positions, seed, today }, told)
    try {
      const facts = dossier.readFacts()
      const counts = {
        employers: facts.employers.length,
        positions: facts.positions.length,
        contracts: facts.contracts.length,
        agreements: facts.agreements.length,
        instalments: facts.instalments.length,
        payments: facts.payments.length,
      }
      if (given.flag('json')) await printJson(io, { ok: true, name: dossier.name, seed, today, counts })
      else await io.out(`${cliText.demoMade(dossier.name, counts.positions, today)}\n`)
      return 0
    } finally {
      dossier.close()
    }
  },
}
