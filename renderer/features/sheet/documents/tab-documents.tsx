/** Documents kept inside the dossier for this post, and the pieces each event still misses. */

import { type DragEvent, useState } from 'react'
import type { ShownDocument } from '#shared/api/channels/documents.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Document, Id } from '#shared/domain/facts.ts'
import type { Checklist, ChecklistEvent } from '#shared/rules/checklists.ts'
import { PIECES_TEXT } from '#shared/text/dossier/pieces.ts'
import { frDay } from '#shared/text/format.ts'
import { CHECKLIST_LABELS, pieceLabel } from '#shared/text/rules/checklists.ts'
import { openDialog } from '../../../app/open-dialog.ts'
import { client, takeDownload } from '../../../data/client.ts'
import { act, useFileStatus, useRead } from '../../../data/queries.ts'
import { Reading } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields/choice.tsx'
import { Glyph } from '../../../ui/glyphs/glyph.tsx'
import { Icon } from '../../../ui/glyphs/icon.tsx'
import { num, TableHead, unseen } from '../../../ui/lists/table-head.tsx'
import { showToast } from '../../../ui/messages/toast.tsx'
import { fileSize, DOCUMENTS_WORDS as W } from '../text.ts'
import { attachChosen, attachDropped, type Owner, ownerChoices } from './attach-document.ts'

export function DocumentsTab({ sheet }: { readonly sheet: PositionSheet }) {
  const read = useRead('documents.ofPosition', { positionId: sheet.row.id })
  const writable = !(useFileStatus()?.readOnly ?? true)
  const choices = ownerChoices(sheet)
  const [chosen, setChosen] = useState('')
  const choice = choices.find((each) => each.value === chosen) ?? choices[0]
  const owner: Owner = choice?.owner ?? { kind: 'position', id: sheet.row.id }
  const drop = useDrop(writable, (files) => void attachDropped(owner, files))
  return (
    <Reading read={read}>
      {(view) => (
        <div {...drop.handlers} className={drop.over ? 'documents over' : 'documents'}>
          {view.documents.length === 0 ? (
            <p className="tab-note">{W.empty}</p>
          ) : (
            <div className="scroll-x">
              <Files documents={view.documents} sheet={sheet} writable={writable} />
            </div>
          )}
          <div className="tab-actions attach-bar">
            <Select
              small
              label={W.attachTo}
              isPrivate
              value={choice?.value ?? null}
              onChange={setChosen}
              options={choices}
              isDisabled={!writable}
            />
            <Button size="small" isDisabled={!writable} onPress={() => void attachChosen(owner, null)}>
              <Icon name="attach" />
              {W.attach}
            </Button>
            {writable && client.upload !== null && <span className="sm dim">{W.drop}</span>}
            <span className="sp" />
            <span className="sm dim">{W.weight(fileSize(view.totalSize))}</span>
          </div>
          <Checklists sheet={sheet} writable={writable} />
        </div>
      )}
    </Reading>
  )
}

/** Files dropped on the tab. The same is the button: nothing is only for the mouse. */
function useDrop(enabled: boolean, take: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const hover = (event: DragEvent) => {
    if (!enabled || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return {
    over,
    handlers: {
      onDragOver: hover,
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!enabled) return
        event.preventDefault()
        setOver(false)
        take([...event.dataTransfer.files])
      },
    },
  }
}

function Files(props: {
  readonly documents: readonly ShownDocument[]
  readonly sheet: PositionSheet
  readonly writable: boolean
}) {
  return (
    <table className="plain">
      <TableHead columns={[W.file, W.owner, W.piece, W.added, num(W.size), unseen(W.actions)]} />
      <tbody>
        {props.documents.map((document) => (
          <tr key={document.id}>
            <th scope="row">
              <button
                type="button"
                className="file-link"
                data-private=""
                onClick={() => (document.doubt === null ? void open(document.id) : keep(document))}
              >
                {document.name}
              </button>
              {document.doubt !== null && (
                <p className="doubt">
                  <Glyph name="warning" />
                  <span>
                    {PIECES_TEXT.saveOnly} : {PIECES_TEXT.why[document.doubt]}
                  </span>
                </p>
              )}
            </th>
            <td data-private="">{ownerName(document, props.sheet)}</td>
            <td>{document.checklistItem === null ? '—' : pieceLabel(document.checklistItem)}</td>
            <td>{frDay(document.addedOn)}</td>
            <td className="num">{fileSize(document.size)}</td>
            <td className="file-acts">
              <Button
                variant="icon"
                size="small"
                label={W.save(document.name)}
                onPress={() => keep(document)}
              >
                <Icon name="import" small />
              </Button>
              <Button
                variant="icon"
                size="small"
                label={W.remove(document.name)}
                isDisabled={!props.writable}
                onPress={() => confirmRemoval(document)}
              >
                <Icon name="trash" small />
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ownerName(document: Document, sheet: PositionSheet): string {
  const { ownerKind, ownerId } = document
  if (ownerKind === 'contract')
    return sheet.contracts.find((c) => c.id === ownerId)?.personName ?? W.owners.contract
  if (ownerKind === 'agreement')
    return sheet.agreements.find((a) => a.id === ownerId)?.agreement.reference ?? W.owners.agreement
  if (ownerKind === 'instalment')
    return sheet.instalments.find((i) => i.id === ownerId)?.instalment.label ?? W.owners.instalment
  return W.owners[ownerKind]
}

/** One event at a time: hire and departure on a contract, the end on an agreement, a request on a tranche. */
function Checklists({ sheet, writable }: { readonly sheet: PositionSheet; readonly writable: boolean }) {
  const [event, setEvent] = useState<ChecklistEvent>('hire')
  const owners = ownersOf(event, sheet)
  const [chosen, setChosen] = useState<Id | null>(null)
  const owner = owners.find((each) => each.value === chosen) ?? owners[0]
  return (
    <section className="checklists">
      <h3>{W.checklists}</h3>
      <div className="tab-actions">
        <Select
          small
          label={W.event}
          value={event}
          onChange={(next) => {
            setEvent(next)
            setChosen(null)
          }}
          options={(Object.keys(CHECKLIST_LABELS) as ChecklistEvent[]).map((value) => ({
            value,
            label: CHECKLIST_LABELS[value],
          }))}
        />
        {owner !== undefined && (
          <Select small isPrivate label={W.owner} value={owner.value} onChange={setChosen} options={owners} />
        )}
      </div>
      {owner === undefined ? (
        <p className="sm mut">{W.noOwner}</p>
      ) : (
        <Pieces key={`${event}-${owner.value}`} event={event} ownerId={owner.value} writable={writable} />
      )}
    </section>
  )
}

const OWNER_KIND = {
  hire: 'contract',
  'early-end': 'contract',
  'agreement-end': 'agreement',
  instalment: 'instalment',
} as const

function ownersOf(event: ChecklistEvent, sheet: PositionSheet): readonly { value: Id; label: string }[] {
  switch (OWNER_KIND[event]) {
    case 'contract':
      return [...sheet.contracts]
        .sort((a, b) => (a.contract.startsOn < b.contract.startsOn ? 1 : -1))
        .map((row) => ({ value: row.id, label: `${row.personName}, ${frDay(row.contract.startsOn)}` }))
    case 'agreement':
      return sheet.agreements.map((row) => ({ value: row.id, label: row.agreement.reference }))
    case 'instalment':
      return sheet.instalments.map((row) => ({
        value: row.id,
        label: `${row.agreementReference}, ${row.instalment.label}`,
      }))
  }
}

function Pieces(props: { readonly event: ChecklistEvent; readonly ownerId: Id; readonly writable: boolean }) {
  const { event, ownerId } = props
  const read = useRead('documents.checklist', { event, ownerId })
  return (
    <Reading read={read}>
      {(list: Checklist) => (
        <>
          <p className="sm mut">{W.missing(list.missing, list.items.length)}</p>
          <ul className="pieces">
            {list.items.map(({ item, present }) => (
              <li key={item}>
                <span className={present ? 'ok' : 'dim'}>
                  <Glyph name={present ? 'respected' : 'planned'} />
                </span>
                <span className="w">
                  <span className="vh">{present ? W.present : W.absent} </span>
                  {pieceLabel(item)}
                </span>
                {!present && (
                  <Button
                    variant="link"
                    isDisabled={!props.writable}
                    label={W.attachPiece(pieceLabel(item))}
                    onPress={() => void attachChosen({ kind: OWNER_KIND[event], id: ownerId }, item)}
                  >
                    {W.attach}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Reading>
  )
}

async function open(id: Id): Promise<void> {
  const answer = await act('documents.open', { id })
  if (answer.ok) takeDownload(answer.value.downloadId)
}

/** One that is not what it says is saved only once why was read. */
function keep({ id, name, doubt }: ShownDocument): void {
  if (doubt === null) return void save(id)
  openDialog({
    kind: 'confirm',
    title: W.doubtTitle(name),
    message: W.doubtMessage(PIECES_TEXT.why[doubt]),
    action: W.doubtAction,
    onConfirm: () => save(id),
  })
}

async function save(id: Id): Promise<void> {
  const answer = await act('documents.save', { id })
  if (!answer.ok) return
  takeDownload(answer.value.downloadId)
  if (answer.value.savedTo !== null) showToast(W.saved(answer.value.savedTo))
}

function confirmRemoval(document: Document): void {
  openDialog({
    kind: 'confirm',
    title: W.removeTitle(document.name),
    message: W.removeMessage,
    action: W.removeAction,
    onConfirm: async () => {
      await act('documents.remove', { id: document.id })
    },
  })
}
