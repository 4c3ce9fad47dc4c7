/** What can be done with one contract, and what the rules say of it. */
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import { openDialog } from '../../../app/open-dialog.ts'
import { FR } from '../../../text/fr.ts'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { FindingList } from '../../../ui/explanation/finding-list.tsx'
import { RowMenu } from '../../../ui/lists/row-menu.tsx'
import { CONTRACTS_WORDS as W } from '../text.ts'

export function ContractMenu({ row, writable }: { readonly row: ContractRow; readonly writable: boolean }) {
  const preset = { contractId: row.id }
  const open = row.contract.endedOn === null
  return (
    <RowMenu
      label={W.actionsOn(row.personName)}
      isDisabled={!writable}
      items={[
        {
          id: 'edit',
          label: W.edit,
          run: () => openDialog({ kind: 'entity', entity: 'contract', id: row.id }),
        },
        {
          id: 'amend',
          label: W.amend,
          isDisabled: !open,
          run: () => openDialog({ kind: 'entity', entity: 'contractAmendment', id: null, preset }),
        },
        {
          id: 'renew',
          label: W.renew,
          isDisabled: !open || row.effectiveEndsOn === null,
          run: () => openDialog({ kind: 'renew-contract', contractId: row.id }),
        },
        {
          id: 'end',
          label: W.end,
          isDisabled: !open,
          run: () => openDialog({ kind: 'end-contract', contractId: row.id }),
        },
        {
          id: 'cost',
          label: W.cost,
          run: () => openDialog({ kind: 'entity', entity: 'monthlyCost', id: null, preset }),
        },
        {
          id: 'person',
          label: W.editPerson(row.personName),
          run: () => openDialog({ kind: 'entity', entity: 'person', id: row.contract.personId }),
        },
      ]}
    />
  )
}

export function openFindings(row: ContractRow): void {
  openDialog({
    kind: 'custom',
    render: (close) => (
      <DialogFrame
        title={W.findingsOf(row.personName)}
        width={560}
        onClose={close}
        cancel={FR.close}
        hint={W.findingsHint}
      >
        <FindingList findings={row.findings} />
      </DialogFrame>
    ),
  })
}
