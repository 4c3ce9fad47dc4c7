/** A new demonstration dossier: never in place of an existing file, always with the same identity for the same options. */
import { DEMO_ACTION_LABEL } from '#shared/text/dossier/demo.ts'
import { fixedClock } from '../../clock.ts'
import type { Dossier } from '../../store/dossier.ts'
import { type CreateOptions, identityOf, openDossier } from '../../store/open.ts'
import { newDossierFile } from '../../store/opening/new-file.ts'
import { writeFacts } from '../write-facts.ts'
import {
  DEMO_POSITIONS,
  DEMO_SEED,
  DEMO_TODAY,
  type DemoOptions,
  generateDemo,
  isPasserelles,
} from './generate-demo.ts'
import { attachDocuments } from './passerelles/documents.ts'

/**
 * The dossier is open and filled. Throws a Refusal where the file exists or cannot be written; nothing half-made is left. `told`: what was
 * found at that name and set aside, in words.
 */
export function createDemo(
  path: string,
  opening: CreateOptions,
  demo: DemoOptions = {},
  told: (notice: string) => void = () => {},
): Dossier {
  const facts = generateDemo(demo)
  // Invented like its content: the same bytes whenever it is made. What is done in it afterwards is dated as anything else.
  const at = fixedClock(demo.today ?? DEMO_TODAY).now()
  const identity = identityOf({ ...opening, demo: true, fileId: fileIdOf(demo), createdAt: at })
  const made = newDossierFile(path, identity)
  try {
    const dossier = openDossier(made.path, opening)
    try {
      writeFacts(dossier, facts, { label: DEMO_ACTION_LABEL, uid: fileIdOf(demo), at }, (db) => {
        if (isPasserelles(demo)) attachDocuments(db, facts)
      })
    } finally {
      dossier.close()
    }
    for (const notice of made.name()) told(notice)
  } finally {
    made.drop()
  }
  return openDossier(path, opening)
}

/** A plainly invented identity, written like any other: it says the size and the seed. */
function fileIdOf({ positions = DEMO_POSITIONS, seed = DEMO_SEED }: DemoOptions): string {
  const tail = `${positions % 1_000_000}`.padStart(6, '0') + `${seed % 1_000_000}`.padStart(6, '0')
  return `00000000-0000-4000-8000-${tail}`
}
