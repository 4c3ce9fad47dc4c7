/** Native dialogs: the only way a path enters the application. */
import { extname, join } from 'node:path'
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
    saveAs(suggestedName) {
      const extension = extname(suggestedName).slice(1)
      return save({
        title: words.saveTitle,
        defaultPath: inDocuments(suggestedName),
        filters:
          extension === '' ? [all] : [{ name: words.reportFilter(extension), extensions: [extension] }],
      })
    },
    chooseCopy: () =>
      open({
        title: words.copyTitle,
        filters: [{ name: words.copyFilter, extensions: ['jalon', 'chiffre'] }, all],
        properties: ['openFile'],
      }),
    chooseFolder: () => open({ title: words.folderTitle, properties: ['openDirectory', 'createDirectory'] }),
    async openFile(path) {
      await electron.shell.openPath(path)
    },
  }
}
