/** Commands of the frame itself: always there, whatever the screen. */
import { useMemo } from 'react'
import { preferences, veil } from '../../data/preferences.ts'
import { useFileStatus } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { type Command, focusNextArea, useCommands } from '../../ui/commands.ts'
import {
  askTakeOver,
  backUp,
  closeFile,
  lockNow,
  openDemo,
  openFile,
  redo,
  saveCopy,
  undo,
} from '../file-commands.ts'
import { openDialog } from '../open-dialog.ts'
import { navigate, type Route } from '../routes.ts'

const GO: readonly { readonly id: string; readonly to: Route }[] = [
  { id: 'go.home', to: { screen: 'home' } },
  { id: 'go.positions', to: { screen: 'positions' } },
  { id: 'go.contracts', to: { screen: 'contracts' } },
  { id: 'go.instalments', to: { screen: 'instalments', tab: 'all' } },
  { id: 'go.employers', to: { screen: 'employers' } },
  { id: 'go.persons', to: { screen: 'persons' } },
  { id: 'go.planning', to: { screen: 'planning' } },
  { id: 'go.forecasts', to: { screen: 'forecasts' } },
  { id: 'go.reports', to: { screen: 'reports' } },
  { id: 'go.reconciliation', to: { screen: 'reconciliation' } },
  { id: 'go.journal', to: { screen: 'journal' } },
  { id: 'go.calculators', to: { screen: 'calculators' } },
  { id: 'go.settings', to: { screen: 'settings' } },
]
const WORDS = {
  go: 'Aller à',
  act: 'Actions',
  file: 'Dossier',
  view: 'Affichage',
  goTo: (name: string) => `Aller à : ${name}`,
  palette: 'Rechercher ou lancer une commande',
  payment: 'Enregistrer un versement…',
  allocate: 'Affecter un versement…',
  newPosition: 'Nouveau poste…',
  newContract: 'Nouveau contrat…',
  newAgreement: 'Nouvelle convention…',
  newEmployer: 'Nouvelle structure…',
  newPerson: 'Nouvelle personne…',
  newDeadline: 'Nouvelle échéance…',
  budget: 'Budget prévisionnel…',
  dedicatedFunds: 'Fonds dédiés d’une convention…',
  letter: 'Préparer une lettre…',
  fillWorkbook: 'Remplir mon classeur (.xlsx)…',
  help: 'Aide de cet écran',
  shortcuts: 'Raccourcis clavier',
  demo: 'Ouvrir le dossier de démonstration',
  area: 'Zone suivante',
  areaBack: 'Zone précédente',
  veil: 'Voile : masquer ou montrer les noms et les montants',
  theme: (name: string) => `Thème : ${name}`,
  density: (name: string) => `Densité : ${name}`,
  dark: 'sombre',
  light: 'clair',
  system: 'du système',
  compact: 'compacte',
  airy: 'aérée',
} as const

export function useFrameCommands(): void {
  const status = useFileStatus()
  const open = status?.open ?? false
  const writable = open && !(status?.readOnly ?? true)
  const commands = useMemo<readonly Command[]>(() => {
    const act = (id: string, label: string, run: () => void, keys?: string): Command => ({
      id,
      label,
      group: WORDS.act,
      isDisabled: !writable,
      ...(keys === undefined ? {} : { keys }),
      run,
    })
    /** Makes a file from the dossier: allowed where it may only be read. */
    const show = (id: string, label: string, run: () => void): Command => ({
      id,
      label,
      group: WORDS.act,
      isDisabled: !open,
      run,
    })
    const view = (id: string, label: string, run: () => void): Command => ({
      id,
      label,
      group: WORDS.view,
      run,
    })
    return [
      {
        id: 'palette',
        label: WORDS.palette,
        group: WORDS.view,
        keys: 'Ctrl+K',
        keysOnly: true,
        inFields: true,
        isDisabled: !open,
        run: () => openDialog({ kind: 'palette' }),
      },
      act('payment', WORDS.payment, () => openDialog({ kind: 'payment' }), 'Ctrl+Enter'),
      act('payment.allocate', WORDS.allocate, () => openDialog({ kind: 'allocate-payment' })),
      act('new.position', WORDS.newPosition, () => openDialog({ kind: 'new-position' })),
      act('new.contract', WORDS.newContract, () => openDialog({ kind: 'new-contract' })),
      act('new.agreement', WORDS.newAgreement, () => openDialog({ kind: 'new-agreement' })),
      act('new.employer', WORDS.newEmployer, () =>
        openDialog({ kind: 'entity', entity: 'employer', id: null }),
      ),
      act('new.person', WORDS.newPerson, () => openDialog({ kind: 'entity', entity: 'person', id: null })),
      act('new.deadline', WORDS.newDeadline, () =>
        openDialog({ kind: 'entity', entity: 'freeDeadline', id: null }),
      ),
      show('letter', WORDS.letter, () => openDialog({ kind: 'letter' })),
      show('fill.workbook', WORDS.fillWorkbook, () => openDialog({ kind: 'fill-workbook' })),
      act('budget', WORDS.budget, () => openDialog({ kind: 'budget' })),
      act('dedicated.funds', WORDS.dedicatedFunds, () => openDialog({ kind: 'dedicated-funds' })),
      act('undo', FR.undo, () => void undo(), 'Ctrl+Z'),
      act('redo', FR.redo, () => void redo(), 'Ctrl+Y'),
      { ...act('redo.shift', FR.redo, () => void redo(), 'Ctrl+Shift+Z'), keysOnly: true },
      ...GO.map(
        ({ id, to }): Command => ({
          id,
          label: WORDS.goTo(FR.screens[to.screen]),
          group: WORDS.go,
          isDisabled: !open,
          run: () => navigate(to),
        }),
      ),
      { id: 'file.open', label: FR.file.open, group: WORDS.file, keys: 'Ctrl+O', run: () => void openFile() },
      { id: 'file.new', label: FR.file.new, group: WORDS.file, run: () => openDialog({ kind: 'new-file' }) },
      { id: 'file.demo', label: WORDS.demo, group: WORDS.file, run: () => void openDemo() },
      {
        id: 'file.import',
        label: FR.file.import,
        group: WORDS.file,
        isDisabled: !writable,
        run: () => navigate({ screen: 'import' }),
      },
      {
        id: 'file.pastImports',
        label: FR.file.pastImports,
        group: WORDS.file,
        isDisabled: !open,
        run: () => openDialog({ kind: 'past-imports' }),
      },
      {
        id: 'file.export',
        label: FR.file.export,
        group: WORDS.file,
        isDisabled: !open,
        run: () => openDialog({ kind: 'interchange' }),
      },
      {
        id: 'file.copy',
        label: FR.file.copy,
        group: WORDS.file,
        isDisabled: !open,
        run: () => void saveCopy(),
      },
      {
        id: 'file.backup',
        label: FR.file.backup,
        group: WORDS.file,
        isDisabled: !open,
        run: () => void backUp(),
      },
      {
        id: 'file.restore',
        label: FR.file.restore,
        group: WORDS.file,
        run: () => openDialog({ kind: 'copies' }),
      },
      {
        id: 'file.take-over',
        label: FR.file.takeOver,
        group: WORDS.file,
        isDisabled: !open || writable,
        run: askTakeOver,
      },
      {
        id: 'file.close',
        label: FR.file.close,
        group: WORDS.file,
        isDisabled: !open,
        run: () => void closeFile(),
      },
      {
        id: 'journal.lighten',
        label: FR.file.lightenJournal,
        group: WORDS.file,
        isDisabled: !writable,
        run: () => openDialog({ kind: 'lighten-journal' }),
      },
      {
        id: 'privacy',
        label: FR.file.privacy,
        group: WORDS.file,
        isDisabled: !open,
        run: () => openDialog({ kind: 'personal-data' }),
      },
      {
        id: 'lock.settings',
        label: FR.file.lockSettings,
        group: WORDS.view,
        run: () => openDialog({ kind: 'screen-lock' }),
      },
      {
        id: 'lock.now',
        label: FR.file.lock,
        group: WORDS.view,
        run: () => void lockNow(),
      },
      {
        id: 'help',
        label: WORDS.help,
        group: WORDS.view,
        keys: 'F1',
        inFields: true,
        run: () => openDialog({ kind: 'shortcuts' }),
      },
      {
        id: 'area.next',
        label: WORDS.area,
        group: WORDS.view,
        keys: 'F6',
        inFields: true,
        keysOnly: true,
        run: () => focusNextArea(),
      },
      {
        id: 'area.previous',
        label: WORDS.areaBack,
        group: WORDS.view,
        keys: 'Shift+F6',
        inFields: true,
        keysOnly: true,
        run: () => focusNextArea(true),
      },
      {
        id: 'veil',
        label: WORDS.veil,
        group: WORDS.view,
        keys: 'F9',
        inFields: true,
        inDialogs: true,
        run: () => veil.set((now) => !now),
      },
      view('theme.system', WORDS.theme(WORDS.system), () =>
        preferences.set((p) => ({ ...p, theme: 'system' })),
      ),
      view('theme.light', WORDS.theme(WORDS.light), () => preferences.set((p) => ({ ...p, theme: 'light' }))),
      view('theme.dark', WORDS.theme(WORDS.dark), () => preferences.set((p) => ({ ...p, theme: 'dark' }))),
      view('density.compact', WORDS.density(WORDS.compact), () =>
        preferences.set((p) => ({ ...p, density: 'compact' })),
      ),
      view('density.airy', WORDS.density(WORDS.airy), () =>
        preferences.set((p) => ({ ...p, density: 'airy' })),
      ),
    ]
  }, [open, writable])
  useCommands(commands)
}
