/** The dossier of the mock-ups as a file in a temporary folder: nine posts, two structures, 23/11/2026. */
import { createDossier } from '../../../electron/store/open.ts'
import { dossierFolder } from '../../support/dossier-folder.ts'
import { fillDossier } from '../../support/memory-dossier.ts'
import { passerelles } from '../../support/passerelles.ts'

export interface TestFile extends Disposable {
  readonly path: string
}

export function passerellesFile(): TestFile {
  const folder = dossierFolder()
  const path = folder.path('passerelles.jalon')
  const dossier = createDossier(path, folder.options())
  fillDossier(dossier, passerelles().facts)
  dossier.close()
  return { path, [Symbol.dispose]: () => folder.remove() }
}
