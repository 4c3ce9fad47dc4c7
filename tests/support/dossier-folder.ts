/** A temporary folder with dossiers in it, and the options to open them as a test opens them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateOptions } from '../../electron/store/open.ts'
import { TEST_NOW } from './memory-dossier.ts'

export interface DossierFolder {
  readonly folder: string
  readonly copies: string
  path(name: string): string
  options(more?: Partial<CreateOptions>): CreateOptions
  remove(): void
}

export function dossierFolder(): DossierFolder {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-'))
  const copies = join(folder, 'copies')
  return {
    folder,
    copies,
    path: (name) => join(folder, name),
    options: (more = {}) => ({
      who: 'Test',
      machine: 'poste-de-test',
      now: () => TEST_NOW,
      copiesFolder: copies,
      ...more,
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
