/** What the child processes of the store begin with: the dossier of their arguments, open, and a voice whose lines a kill never cuts. */
import { writeSync } from 'node:fs'
import type { Dossier } from '../../../electron/store/dossier.ts'
import { openDossier } from '../../../electron/store/open.ts'

/** One write call a line. */
export const say = (line: string) => writeSync(1, `${line}\n`)

export function openToWrite(path: string, copiesFolder: string): Dossier {
  return openDossier(path, {
    who: 'Test',
    machine: 'poste-de-test',
    now: () => '2026-11-23T09:30:00.000+01:00',
    copiesFolder,
  })
}
