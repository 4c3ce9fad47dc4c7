/** Another process that opens, reads, previews, compares or salvages a file; answers what it was told, how long it took and its memory. */
import { join } from 'node:path'
import { compareFiles } from '../../../electron/backup/compare.ts'
import { previewCopy } from '../../../electron/backup/restore.ts'
import { salvageDossier } from '../../../electron/backup/salvage/salvage-dossier.ts'
import { Refusal } from '../../../electron/refusal.ts'
import { openDossier } from '../../../electron/store/open.ts'

const [how = '', path = '', folder = ''] = process.argv.slice(2)
const options = { who: 'x', machine: 'x', now: () => '2026-11-23T09:30:00', copiesFolder: folder }

async function run(): Promise<string> {
  switch (how) {
    case 'preview':
      return (await previewCopy(path, folder)).fileId
    case 'salvage':
      return String(salvageDossier(path, join(folder, 'sauvé.jalon'), options).saved)
    case 'compare':
      return compareFiles(path, path).kind
    default: {
      const dossier = openDossier(path, { ...options, readOnly: how === 'read' })
      dossier.readFacts()
      dossier.close()
      return 'opened'
    }
  }
}

const before = process.resourceUsage().maxRSS
const started = performance.now()
const told = await run().then(
  (code) => ({ code, message: '' }),
  (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    return { code: error.error.code, message: error.error.message }
  },
)
const peakMegabytes = Math.round((process.resourceUsage().maxRSS - before) / 1024)
process.stdout.write(JSON.stringify({ ...told, ms: Math.round(performance.now() - started), peakMegabytes }))
