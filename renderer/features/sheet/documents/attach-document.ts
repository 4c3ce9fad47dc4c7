/** Putting a file inside the dossier: chosen or dropped, for a post, a contract, an agreement, a tranche. */
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { OwnerKind } from '#shared/domain/words.ts'
import { frDay } from '#shared/text/format.ts'
import { chooseFile } from '../../../app/file-commands.ts'
import { sendFile } from '../../../app/send-file.ts'
import { act } from '../../../data/queries.ts'
import { announce } from '../../../ui/messages/live.tsx'
import { DOCUMENTS_WORDS as W } from '../text.ts'

export interface Owner {
  readonly kind: OwnerKind
  readonly id: Id
}

export interface OwnerChoice {
  /** "contract:12": what a list of choices holds. */
  readonly value: string
  readonly label: string
  readonly owner: Owner
}

/** What a file of this post may be about, the post itself first. */
export function ownerChoices(sheet: PositionSheet): readonly OwnerChoice[] {
  const choice = (kind: OwnerKind, id: Id, label: string): OwnerChoice => ({
    value: `${kind}:${id}`,
    label,
    owner: { kind, id },
  })
  return [
    choice('position', sheet.row.id, W.owners.position),
    ...[...sheet.contracts]
      .sort((a, b) => (a.contract.startsOn < b.contract.startsOn ? 1 : -1))
      .map((row) => choice('contract', row.id, W.ofContract(row.personName, frDay(row.contract.startsOn)))),
    ...sheet.agreements.map((row) => choice('agreement', row.id, W.ofAgreement(row.agreement.reference))),
    ...sheet.instalments.map((row) =>
      choice('instalment', row.id, W.ofInstalment(row.instalment.label, row.agreementReference)),
    ),
  ]
}

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods,.doc,.xls'

export async function attachChosen(owner: Owner, checklistItem: string | null): Promise<void> {
  const file = await chooseFile(ACCEPTED)
  if (file !== null) await attach(owner, file, checklistItem)
}

/** Several at once, one act each: each may be taken back alone. */
export async function attachDropped(owner: Owner, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const sent = await sendFile(file)
    if (sent !== null) await attach(owner, sent, null)
  }
}

async function attach(
  owner: Owner,
  file: { readonly uploadId: string; readonly name: string },
  checklistItem: string | null,
): Promise<void> {
  const answer = await act('documents.attach', {
    ownerKind: owner.kind,
    ownerId: owner.id,
    uploadId: file.uploadId,
    checklistItem,
  })
  if (answer.ok) announce(W.attached(file.name))
}
