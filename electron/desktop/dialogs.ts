/** Native dialogs: the only way a path enters the application. */
import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { desktopText } from '#shared/text/shells/desktop.ts'
import type { ShellDialogs } from '../services/session/ports.ts'
import type { BrowserWindow, ElectronPort, OpenDialogOptions, SaveDialogOptions } from './electron-port.ts'

const TABLES = ['csv', 'xlsx', 'txt', 'tsv']

/** `parent` is asked at each dialog: there is no window yet when the session is made. */
export function nativeDialogs(electron: ElectronPort, parent: () => BrowserWindow | null): ShellDialogs {
  const words = desktopText.dialog
  const dossiers = { name: words.dossierFilter, extensions: ['jalon'] }
  const all = { name: words.allFilter, extensions: ['*'] }
  const inDocuments = (name: string) => join(electron.app.getPath('documents'), name)

  const open = async (options: OpenDialogOptions) => {
    const window = parent()
    const chosen =
      window === null
        ? electron.dialog.showOpenDialog(options)
        : electron.dialog.showOpenDialog(window, options)
    const { canceled, filePaths } = await chosen
    return canceled ? null : (filePaths[0] ?? null)
  }
  const save = async (options: SaveDialogOptions) => {
    const window = parent()
    const chosen =
      window === null
        ? electron.dialog.showSaveDialog(options)
        : electron.dialog.showSaveDialog(window, options)
    const { canceled, filePath } = await chosen
    return canceled || filePath === '' ? null : filePath
  }

  const mayReplace = async (path: string) => {
    const window = parent()
    const options = {
      type: 'question' as const,
      message: words.replaceQuestion(basename(path)),
      detail: words.replaceDetail,
      buttons: [words.replaceNo, words.replaceYes],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    }
    const asked =
      window === null
        ? electron.dialog.showMessageBox(options)
        : electron.dialog.showMessageBox(window, options)
    return (await asked).response === 1
  }

  return {
    openDossier: () => open({ title: words.openTitle, filters: [dossiers, all], properties: ['openFile'] }),
    chooseImport: () =>
      open({
        title: words.importTitle,
        filters: [{ name: words.tableFilter, extensions: TABLES }, all],
        properties: ['openFile'],
      }),
    async createDossier(suggestedName) {
      const path = await save({
        title: words.createTitle,
        defaultPath: inDocuments(suggestedName),
        filters: [dossiers],
      })
      if (path === null) return null
      return /\.jalon$/i.test(path) ? path : `${path}.jalon`
    },
    async saveAs(suggestedName) {
      const extension = extname(suggestedName).slice(1)
      const answered = await save({
        title: words.saveTitle,
        defaultPath: inDocuments(suggestedName),
        filters:
          extension === '' ? [all] : [{ name: words.reportFilter(extension), extensions: [extension] }],
        // Windows and macOS always ask before an existing file is replaced; GTK only when told to.
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      if (answered === null || hasExtension(answered, extension)) return answered
      // The system asked about the name as typed: the completed one is another.
      const completed = `${answered}.${extension}`
      return !existsSync(completed) || (await mayReplace(completed)) ? completed : null
    },
    chooseCopy: () =>
      open({
        title: words.copyTitle,
        filters: [{ name: words.copyFilter, extensions: ['jalon', 'chiffre'] }, all],
        properties: ['openFile'],
      }),
    chooseFolder: () => open({ title: words.folderTitle, properties: ['openDirectory', 'createDirectory'] }),
    async openFile(path) {
      // It answers what went wrong, nothing where nothing did.
      return (await electron.shell.openPath(path)) === ''
    },
  }
}

function hasExtension(path: string, extension: string): boolean {
  return extension === '' || path.toLowerCase().endsWith(`.${extension.toLowerCase()}`)
}
