/**
 * The French menu: every entry sends the page the id of one of its commands, so that an action is written once. The keys shown
 * are the page's own; it listens to them itself (`registerAccelerator: false`), a field keeping its own Ctrl+Z.
 */
import { desktopText } from '#shared/text/shells/desktop.ts'
import type { MenuItemConstructorOptions } from './electron-port.ts'

export interface MenuActions {
  command(id: string): void
  quit(): void
  readonly notifications: { readonly on: boolean; set(on: boolean): void }
  readonly version: string
}

export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const words = desktopText.menu
  const item = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => actions.command(id),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: words.file,
      submenu: [
        item(words.fileNew, 'file.new'),
        item(words.fileOpen, 'file.open', 'Ctrl+O'),
        item(words.fileDemo, 'file.demo'),
        line,
        item(words.fileImport, 'file.import'),
        item(words.filePastImports, 'file.pastImports'),
        item(words.fileExport, 'file.export'),
        item(words.fileCopy, 'file.copy'),
        item(words.fileBackup, 'file.backup'),
        line,
        item(words.fileClose, 'file.close'),
        { id: 'quit', label: words.quit, accelerator: 'Ctrl+Q', click: () => actions.quit() },
      ],
    },
    {
      label: words.edit,
      submenu: [
        item(words.undo, 'undo', 'Ctrl+Z'),
        item(words.redo, 'redo', 'Ctrl+Y'),
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.insert,
      submenu: [
        item(words.payment, 'payment', 'Ctrl+Enter'),
        line,
        item(words.newPosition, 'new.position'),
        item(words.newContract, 'new.contract'),
        item(words.newAgreement, 'new.agreement'),
        item(words.newEmployer, 'new.employer'),
        item(words.newPerson, 'new.person'),
        item(words.newDeadline, 'new.deadline'),
      ],
    },
    {
      label: words.go,
      submenu: [
        item(words.home, 'go.home'),
        item(words.positions, 'go.positions'),
        item(words.contracts, 'go.contracts'),
        item(words.instalments, 'go.instalments'),
        item(words.employers, 'go.employers'),
        item(words.persons, 'go.persons'),
        item(words.planning, 'go.planning'),
        item(words.forecasts, 'go.forecasts'),
        item(words.reports, 'go.reports'),
        item(words.journal, 'go.journal'),
        item(words.calculators, 'go.calculators'),
        item(words.settings, 'go.settings'),
      ],
    },
    {
      label: words.view,
      submenu: [
        item(words.palette, 'palette', 'Ctrl+K'),
        item(words.veil, 'veil', 'F9'),
        line,
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        { role: 'togglefullscreen', label: words.fullScreen },
        line,
        item(words.themeSystem, 'theme.system'),
        item(words.themeLight, 'theme.light'),
        item(words.themeDark, 'theme.dark'),
        line,
        {
          id: 'notifications',
          type: 'checkbox',
          label: words.notifications,
          checked: actions.notifications.on,
          click: (clicked) => actions.notifications.set(clicked.checked),
        },
      ],
    },
    {
      label: words.help,
      submenu: [
        item(words.helpHere, 'help', 'F1'),
        line,
        { label: words.version(actions.version), enabled: false },
      ],
    },
  ]
}
