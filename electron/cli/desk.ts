/** Files in and out of a job run from the command line: the paths the person typed. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { FileDesk } from '../jobs/job.ts'
import type { LandingTerms } from '../outputs/landing.ts'
import { placeOutput } from '../outputs/place-output.ts'
import { removeLeftovers } from '../services/session/desk.ts'

/** Then the process: what a killed command left, names and amounts in it, is removed by the next one. */
const PREFIX = 'jalon-commande-'

export interface CliDesk extends FileDesk {
  close(): void
}

/** An "upload id" is the path itself here; what is delivered goes to `out`, whatever name the job gives it. */
export function cliDesk(out: string, terms: LandingTerms): CliDesk {
  let folder: string | null = null
  return {
    chosen: (path) => ({ name: basename(path), path }),
    temporaryPath(extension) {
      folder ??= ownFolder()
      return join(folder, `${randomUUID()}.${extension}`)
    },
    async deliver(file) {
      placeOutput(file.path, out, terms)
      return { savedTo: out, downloadId: null }
    },
    close() {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function ownFolder(): string {
  removeLeftovers(tmpdir(), PREFIX)
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
}
