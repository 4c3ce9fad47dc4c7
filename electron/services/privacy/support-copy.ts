/** A dossier without names, written beside the open one: facts only, no history, no attached file. */
import { pseudonymised } from '#shared/rules/privacy/pseudonyms.ts'
import { createDossier } from '../../store/open.ts'
import type { ServiceContext } from '../service.ts'
import { writeFacts } from '../write-facts.ts'

const LABEL = 'copie sans noms'
const NOBODY = 'anonyme'

export function writeSupportCopy({ dossier, now }: ServiceContext, path: string): void {
  const copy = createDossier(path, {
    who: NOBODY,
    machine: NOBODY,
    now: () => now,
    copiesFolder: '',
    demo: dossier.demo,
  })
  try {
    writeFacts(copy, pseudonymised(dossier.readFacts()), { label: LABEL })
  } finally {
    copy.close()
  }
}
