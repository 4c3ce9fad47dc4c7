/** What can be done with a post: the menu of its sheet shows it, the palette finds it, the keyboard runs it. */
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { LetterKind } from '#shared/domain/letters.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { formatRoute } from '../../app/routes.ts'
import { act } from '../../data/queries.ts'
import type { MenuAction, MenuGroup } from '../../ui/menu.tsx'
import { SHEET_WORDS as W } from './text.ts'

export function payOn({ row }: PositionSheet): void {
  openDialog({
    kind: 'payment',
    positionId: row.id,
    ...(row.employerId === null ? {} : { employerId: row.employerId }),
  })
}

/** Grouped as the menu shows them. */
export function sheetActions(sheet: PositionSheet): readonly MenuGroup[] {
  const { row } = sheet
  const { contractId, position } = row
  const preset = { positionId: row.id }
  return [
    {
      items: [
        {
          id: 'payment',
          label: W.recordPayment,
          shortcut: 'Ctrl+Entrée',
          run: () => payOn(sheet),
        },
        {
          id: 'allocate',
          label: W.allocatePayment,
          run: () =>
            openDialog({
              kind: 'allocate-payment',
              positionId: row.id,
              ...(row.employerId === null ? {} : { employerId: row.employerId }),
            }),
        },
        {
          id: 'contract',
          label: W.newContract,
          run: () => openDialog({ kind: 'new-contract', positionId: row.id }),
        },
        {
          id: 'agreement',
          label: W.addAgreement,
          run: () =>
            openDialog({
              kind: 'new-agreement',
              positionIds: [row.id],
              ...(row.employerId === null ? {} : { employerId: row.employerId }),
            }),
        },
        {
          id: 'deadline',
          label: W.addDeadline,
          run: () => openDialog({ kind: 'entity', entity: 'freeDeadline', id: null, preset }),
        },
      ],
    },
    {
      items: [
        {
          id: 'renew',
          label: W.renew,
          isDisabled: contractId === null || row.contractEndsOn === null,
          run: () => contractId !== null && openDialog({ kind: 'renew-contract', contractId }),
        },
        {
          id: 'end',
          label: W.endContract,
          isDisabled: contractId === null,
          run: () => contractId !== null && openDialog({ kind: 'end-contract', contractId }),
        },
        {
          id: 'return',
          label: W.returnPosition,
          isDisabled: position.returnedOn !== null,
          run: () => openDialog({ kind: 'return-position', positionId: row.id }),
        },
        {
          id: 'attach',
          label: W.attach,
          run: () => openDialog({ kind: 'entity', entity: 'attachment', id: null, preset }),
        },
      ],
    },
    {
      title: W.letters,
      items: lettersOf(sheet),
    },
    {
      items: [
        {
          id: 'edit',
          label: W.editPosition,
          run: () => openDialog({ kind: 'entity', entity: 'position', id: row.id }),
        },
        {
          id: 'delete',
          label: W.deletePosition,
          run: () =>
            openDialog({
              kind: 'confirm',
              title: W.deleteTitle(position.label),
              message: W.deleteMessage,
              action: W.deleteAction,
              onConfirm: async () => {
                const answer = await act('write.delete', { entity: 'position', ids: [row.id] })
                if (answer.ok) window.location.hash = formatRoute({ screen: 'positions' })
              },
            }),
        },
      ],
    },
  ]
}

/** Letters about this post: each opens filled for it, on what it most likely is about. */
function lettersOf({ row, instalments }: PositionSheet): readonly MenuAction[] {
  const letter = (kind: LetterKind, id: number | null, isDisabled: boolean): MenuAction => ({
    id: `letter-${kind}`,
    label: W.letterNames[kind],
    isDisabled,
    run: () =>
      openDialog({ kind: 'letter', letter: kind, positionId: row.id, ...(id === null ? {} : { id }) }),
  })
  return [
    letter('renewal', row.contractId, row.contractId === null),
    letter('non-renewal', row.contractId, row.contractId === null),
    letter('instalment-claim', null, instalments.length === 0),
    letter('instalment-reminder', null, !instalments.some((each) => each.daysLate > 0)),
    letter('vacancy', row.id, row.state !== 'vacant'),
    letter('position-return', row.id, false),
    letter('use-attestation', row.agreementId, row.agreementId === null),
  ]
}
