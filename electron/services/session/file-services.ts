/** The channels of the dossier as a file. On desktop a dialog says where; in a browser the data folder, uploads and downloads. */
import { copyFileSync, existsSync } from 'node:fs'
import type { Handlers } from '../../api/dispatch.ts'
import { Refusal } from '../service.ts'
import { safeFileName } from './names.ts'
import { dossierNameOf, type Session } from './session.ts'

type FileChannel = Extract<keyof Handlers, `file.${string}` | 'import.choose' | `jobs.${string}`>

export function fileServices(session: Session): Pick<Handlers, FileChannel> {
  const dialogs = session.shell.dialogs

  return {
    'file.status': () => session.status(),

    async 'file.create'(_context, { name }) {
      const stem = safeFileName(name, 'dossier').replace(/\.jalon$/i, '')
      const path =
        dialogs === null ? session.freeDossierPath(stem) : await dialogs.createDossier(`${stem}.jalon`)
      if (path === null) return null
      if (existsSync(path)) throw new Refusal(alreadyThere)
      await session.create(path, name)
      return session.status()
    },

    async 'file.demo'() {
      await session.openDemo()
      return session.status()
    },

    async 'file.open'(_context, { recentId, uploadId }) {
      const path = await whichFile(session, recentId, uploadId)
      if (path === null) return null
      await session.open(path)
      return session.status()
    },

    async 'file.close'() {
      await session.closeDossier()
      return session.status()
    },

    async 'file.saveCopy'(context) {
      const path = session.desk.temporaryPath('jalon')
      const day = context.today
      await session.copyTo(path)
      const delivered = await session.desk.deliver({
        name: `${context.dossier.name} - copie du ${day}.jalon`,
        path,
      })
      if (delivered.savedTo === null && delivered.downloadId === null) return null
      return { downloadId: delivered.downloadId }
    },

    'file.backup': () => session.backup(),

    async 'import.choose'() {
      const path = (await dialogs?.chooseImport()) ?? null
      return path === null ? null : session.desk.adopt(path)
    },

    'jobs.get': (_context, { id }) => session.jobs.get(id),
    'jobs.cancel': (_context, { id }) => session.jobs.cancel(id),
  }
}

async function whichFile(
  session: Session,
  recentId: string | undefined,
  uploadId: string | undefined,
): Promise<string | null> {
  if (recentId !== undefined) {
    const path = session.recentPath(recentId)
    if (path === null) throw new Refusal(notRecent)
    return path
  }
  if (uploadId !== undefined) {
    // An uploaded dossier becomes one of the data folder: the person's own file stays as it was, where it was.
    const file = session.desk.chosen(uploadId)
    const path = session.freeDossierPath(dossierNameOf(file.name))
    copyFileSync(file.path, path)
    return path
  }
  return session.shell.dialogs?.openDossier() ?? null
}

const alreadyThere = {
  code: 'file.exists',
  message:
    'Un fichier porte déjà ce nom à cet endroit : il n’a pas été touché. Choisissez un autre nom, ou ouvrez ce fichier.',
} as const

const notRecent = {
  code: 'file.not-recent',
  message: 'Ce dossier n’est plus dans la liste des dossiers récents. Ouvrez-le par « Ouvrir un dossier ».',
} as const
