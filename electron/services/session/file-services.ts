/** The channels of the dossier as a file. On desktop a dialog says where; in a browser the data folder, uploads and downloads. */
import { existsSync } from 'node:fs'
import type { fileChannels } from '#shared/api/channels/file.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import type { Handlers } from '../../api/dispatch.ts'
import { dayOfInstant } from '../../clock.ts'
import { dossierStem } from '../../store/opening/companions.ts'
import { removeDossier } from '../../store/opening/dossier-files.ts'
import { dossierFileFrom } from '../../store/opening/new-file.ts'
import { Refusal } from '../service.ts'
import { safeFileName } from './names.ts'
import type { Session } from './session.ts'

type FileChannel = Extract<keyof Handlers, keyof typeof fileChannels | `jobs.${string}`> | 'import.choose'

export function fileServices(session: Session): Pick<Handlers, FileChannel> {
  const dialogs = session.shell.dialogs

  return {
    'file.status': () => session.status(),

    async 'file.create'(_context, { name }) {
      const stem = dossierStem(safeFileName(name.replaceAll(/[/\\]/g, '-'), 'dossier'))
      const path =
        dialogs === null ? session.freeDossierPath(stem) : await dialogs.createDossier(`${stem}.jalon`)
      if (path === null) return null
      if (existsSync(path)) throw new Refusal(doorErrorOf('file.taken'))
      await session.create(path, name)
      return session.status()
    },

    async 'file.demo'() {
      await session.openDemo()
      return session.status()
    },

    async 'file.open'(_context, { recentId, uploadId }) {
      if (uploadId !== undefined) await openUpload(session, uploadId)
      else {
        const path = recentId === undefined ? await dialogs?.openDossier() : recentPath(session, recentId)
        if (path === undefined || path === null) return null
        await session.open(path)
      }
      return session.status()
    },

    async 'file.close'() {
      await session.closeDossier()
      return session.status()
    },

    async 'file.saveCopy'(context) {
      const path = session.desk.temporaryPath('jalon')
      const day = dayOfInstant(context.now)
      await session.copyTo(path)
      const delivered = await session.desk.deliver({
        name: `${context.dossier.name} - copie du ${day}.jalon`,
        path,
      })
      session.notes.tell(delivered.notices ?? [])
      if (delivered.savedTo === null && delivered.downloadId === null) return null
      return { downloadId: delivered.downloadId }
    },

    'file.backup': async () => ({ name: seenOnOneLine((await session.backup()).name) }),

    async 'import.choose'() {
      const path = (await dialogs?.chooseImport()) ?? null
      return path === null ? null : session.desk.adopt(path)
    },

    'jobs.get': (_context, { id }) => session.jobs.get(id),
    'jobs.cancel': (_context, { id }) => session.jobs.cancel(id),
  }
}

function recentPath(session: Session, recentId: string): string {
  const path = session.recentPath(recentId)
  if (path === null) throw new Refusal(doorErrorOf('file.not-recent'))
  return path
}

/** An uploaded dossier becomes one of the data folder: the person's own file stays as it was, where it was. */
async function openUpload(session: Session, uploadId: string): Promise<void> {
  const file = session.desk.chosen(uploadId)
  const path = session.freeDossierPath(dossierStem(file.name))
  const notices = dossierFileFrom(file.path, path)
  try {
    await session.open(path)
    session.notes.tell(notices)
  } catch (error) {
    removeDossier(path)
    // What was received stays at the desk for a while: it may be salvaged.
    session.refusedAt(file)
    throw error
  }
}
