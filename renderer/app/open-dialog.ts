/**
 * All dialogs are one union; one at a time ("never two stacked dialogs"). Features call `openDialog`, and register their
 * component in `dialogs.tsx`.
 */

import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { Day } from '#shared/domain/day.ts'
import type { EntityName, Id } from '#shared/domain/facts.ts'
import type { LetterKind } from '#shared/domain/letters.ts'
import type { Cents } from '#shared/domain/money.ts'
import type { OptionCode } from '#shared/rules/engine/contracts/renewals.ts'
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { createStore } from '../data/store.ts'
import { dismissToasts } from '../ui/messages/toast.tsx'

export type PresetValue = string | number | boolean | null

export type DialogRequest =
  | {
      readonly kind: 'payment'
      readonly employerId?: Id
      readonly positionId?: Id
      readonly instalmentIds?: readonly Id[]
    }
  /** What of a payment no tranche has yet; no `paymentId`: one to choose, of that structure. */
  | {
      readonly kind: 'allocate-payment'
      readonly paymentId?: Id
      readonly employerId?: Id
      readonly positionId?: Id
    }
  /** Form of one object: `id` null creates it, `preset` fills what is known. */
  | {
      readonly kind: 'entity'
      readonly entity: EntityName
      readonly id: Id | null
      readonly preset?: Readonly<Record<string, PresetValue>>
      /** Name of the field to begin with. */
      readonly focusOn?: string
    }
  | { readonly kind: 'new-position'; readonly employerId?: Id }
  | { readonly kind: 'new-contract'; readonly positionId?: Id }
  | { readonly kind: 'new-agreement'; readonly employerId?: Id; readonly positionIds?: readonly Id[] }
  /** `choice`, `grossCents`: what was being weighed before a letter was prepared. */
  | {
      readonly kind: 'renew-contract'
      readonly contractId: Id
      readonly choice?: {
        readonly code: OptionCode | 'other'
        readonly endsOn: Day | null
        readonly permanent: boolean
      }
      readonly grossCents?: Cents | null
    }
  | { readonly kind: 'end-contract'; readonly contractId: Id }
  | { readonly kind: 'return-position'; readonly positionId: Id }
  | {
      readonly kind: 'answer-deadline'
      readonly deadline: Deadline
      readonly answer: 'postponed' | 'ignored'
    }
  | { readonly kind: 'reminder-text'; readonly instalmentIds: readonly Id[] }
  /** `id`: the contract, tranche, post or agreement of the letter; `positionId`: only those of that post. */
  | {
      readonly kind: 'letter'
      readonly letter?: LetterKind
      readonly id?: Id
      readonly positionId?: Id
      readonly values?: Readonly<Record<string, string>>
      readonly back?: DialogRequest
    }
  /** Dedicated funds of an agreement; without one, it is chosen first. */
  | { readonly kind: 'dedicated-funds'; readonly agreementId?: Id }
  /** Planned amounts of a structure, or of one of its agreements. */
  | {
      readonly kind: 'budget'
      readonly employerId?: Id
      readonly agreementId?: Id
      readonly fiscalYear?: number
    }
  | { readonly kind: 'fill-workbook' }
  | { readonly kind: 'interchange'; readonly personId?: Id }
  | { readonly kind: 'past-imports' }
  | { readonly kind: 'lighten-journal' }
  | { readonly kind: 'explain'; readonly target: ExplainTarget }
  /** `thenImport`: the import screen opens in the new dossier. */
  | { readonly kind: 'new-file'; readonly thenImport?: boolean }
  /** Copies: list, look, restore; also with no dossier open. */
  | { readonly kind: 'copies' }
  /** `message`: why the file was refused. */
  | { readonly kind: 'damaged-file'; readonly message: string }
  | { readonly kind: 'protect-copies' }
  | { readonly kind: 'second-place' }
  /** `personId`: the person to begin with. */
  | { readonly kind: 'personal-data'; readonly personId?: Id }
  | { readonly kind: 'screen-lock' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette' }
  | {
      readonly kind: 'confirm'
      readonly title: string
      readonly message: string
      readonly action: string
      readonly onConfirm: () => void | Promise<void>
    }
  /** A dialog whose content belongs to the screen that opens it (grid: bulk edit, save the view, filters). */
  | { readonly kind: 'custom'; readonly render: (close: () => void) => React.ReactNode }

export type DialogKind = DialogRequest['kind']
export type DialogProps<K extends DialogKind> = Extract<DialogRequest, { readonly kind: K }> & {
  readonly close: () => void
}

export const dialogStore = createStore<DialogRequest | null>(null)

/** What had the keyboard when the first of several dialogs was opened. */
let opener: Element | null = null

export function openDialog(request: DialogRequest): void {
  dismissToasts()
  if (dialogStore.get() === null) opener = document.activeElement
  dialogStore.set(request)
}

export function closeDialog(): void {
  dialogStore.set(null)
}

const screenItself = () => document.getElementById('main')

/** Neither a field nor a row has the keyboard: whoever knows better where it belongs may take it. */
export function isFocusFree(): boolean {
  return document.activeElement === document.body || document.activeElement === screenItself()
}

/**
 * Where a dialog took the place of another, no dialog knows any more where the keyboard was. Where what opened it is gone, the
 * screen has it.
 */
export function giveFocusBack(): void {
  if (document.activeElement !== document.body || !(opener instanceof HTMLElement)) return
  const there = opener.isConnected ? opener : screenItself()
  there?.focus()
}
