/** Which component shows each dialog. A feature adds its line here; the page fetches them all once, when it is idle. */
import type { ComponentType } from 'react'
import { BudgetDialog } from '../features/accounts/budget-dialog.tsx'
import { FundsDialog } from '../features/accounts/funds-dialog.tsx'
import { CopiesDialog } from '../features/copies/copies-dialog.tsx'
import { DamagedDialog } from '../features/copies/damaged-dialog.tsx'
import { SecondPlaceDialog } from '../features/copies/place-dialog.tsx'
import { ProtectCopiesDialog } from '../features/copies/protect-dialog.tsx'
import { AgreementDialog } from '../features/forms/agreement/agreement-dialog.tsx'
import { ContractDialog } from '../features/forms/contract/contract-dialog.tsx'
import { EndContractDialog } from '../features/forms/contract/end-contract-dialog.tsx'
import { EntityDialog } from '../features/forms/entity-dialog.tsx'
import { PositionDialog } from '../features/forms/position/position-dialog.tsx'
import { ReturnPositionDialog } from '../features/forms/position/return-position-dialog.tsx'
import { AnswerDialog } from '../features/home/answer-dialog.tsx'
import { ExplainDialog } from '../features/home/explain-dialog.tsx'
import { InterchangeDialog } from '../features/interchange/interchange-dialog.tsx'
import { PastImportsDialog } from '../features/interchange/past-imports-dialog.tsx'
import { LightenJournalDialog } from '../features/journal/lighten-dialog.tsx'
import { FillWorkbookDialog } from '../features/letters/fill-workbook-dialog.tsx'
import { LetterDialog, ReminderDialog } from '../features/letters/letter-dialog.tsx'
import { ScreenLockDialog } from '../features/lock/lock-dialog.tsx'
import { PaletteDialog } from '../features/palette/palette-dialog.tsx'
import { ShortcutsDialog } from '../features/palette/shortcuts-dialog.tsx'
import { AllocateDialog } from '../features/payment/allocate-dialog.tsx'
import { PaymentDialog } from '../features/payment/payment-dialog.tsx'
import { PersonalDataDialog } from '../features/privacy/privacy-dialog.tsx'
import { RenewalDialog } from '../features/renewal/renewal-dialog.tsx'
import { NewFileDialog } from '../features/welcome/new-file-dialog.tsx'
import { ConfirmDialog } from '../ui/dialogs/confirm-dialog.tsx'
import { closeDialog, type DialogKind, type DialogProps, type DialogRequest } from './open-dialog.ts'
import { NEED_OF, Prerequisite } from './prerequisite.tsx'

type Registry = { readonly [K in DialogKind]?: ComponentType<DialogProps<K>> }

const DIALOGS: Registry = {
  entity: EntityDialog,
  'new-position': PositionDialog,
  'new-contract': ContractDialog,
  'new-agreement': AgreementDialog,
  'renew-contract': RenewalDialog,
  'end-contract': EndContractDialog,
  'return-position': ReturnPositionDialog,
  payment: PaymentDialog,
  'allocate-payment': AllocateDialog,
  'answer-deadline': AnswerDialog,
  explain: ExplainDialog,
  letter: LetterDialog,
  'reminder-text': ReminderDialog,
  'dedicated-funds': FundsDialog,
  budget: BudgetDialog,
  'fill-workbook': FillWorkbookDialog,
  interchange: InterchangeDialog,
  'past-imports': PastImportsDialog,
  'lighten-journal': LightenJournalDialog,
  'new-file': NewFileDialog,
  copies: CopiesDialog,
  'damaged-file': DamagedDialog,
  'protect-copies': ProtectCopiesDialog,
  'second-place': SecondPlaceDialog,
  'personal-data': PersonalDataDialog,
  'screen-lock': ScreenLockDialog,
  palette: PaletteDialog,
  shortcuts: ShortcutsDialog,
  confirm: ConfirmDialog,
  custom: ({ render, close }) => render(close),
}

export function Dialog({ request }: { readonly request: DialogRequest }) {
  const Component = DIALOGS[request.kind] as ComponentType<{ readonly close: () => void }> | undefined
  if (Component === undefined) return null
  const dialog = <Component {...request} close={closeDialog} />
  const need = NEED_OF[request.kind]
  return need === undefined ? (
    dialog
  ) : (
    <Prerequisite need={need} close={closeDialog}>
      {dialog}
    </Prerequisite>
  )
}
