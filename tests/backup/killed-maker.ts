/**
 * Child process of the kill tests: makes new files without end (an import into a new dossier, a salvage, « Enregistrer une copie »), each
 * under its own name, said once it is acknowledged.
 */
import { writeSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { copyDossierTo } from '../../electron/backup/copies.ts'
import { fileSource } from '../../electron/backup/copy-source.ts'
import { salvageDossier } from '../../electron/backup/salvage/salvage-dossier.ts'
import { runCli } from '../../electron/cli/run.ts'
import { systemClock } from '../../electron/clock.ts'

const [mode = '', source = '', folder = '', dataFolder = '', round = ''] = process.argv.slice(2)
const now = () => '2026-11-23T09:30:00.000+01:00'

const io = {
  out: async () => {},
  err: () => {},
  stdin: new PassThrough(),
  env: { ...process.env, JALON_DATA: dataFolder },
  cwd: folder,
  clock: systemClock,
}
const MAKE: Readonly<Record<string, (target: string) => unknown>> = {
  import: (target) => runCli(['import', source, '--into', target], io),
  salvage: (target) =>
    salvageDossier(source, target, { who: 'Test', machine: 'poste', now, copiesFolder: dataFolder }),
  'save-copy': (target) => copyDossierTo(fileSource(source), target),
}

writeSync(1, 'ready\n')
for (let n = 0; ; n += 1) {
  const name = `neuf ${round}-${n}.jalon`
  await MAKE[mode]?.(`${folder}/${name}`)
  writeSync(1, `made ${name}\n`)
}
