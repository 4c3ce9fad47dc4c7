/** "Rendre le poste": the day, the motive, and what has to be sent to the payer. */
import { useState } from 'react'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { ReturnMotive } from '#shared/domain/words.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { RETURN_MOTIVE_WORDS } from '#shared/text/words.ts'
import type { DialogProps } from '../../../app/open-dialog.ts'
import { act, useRead } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { Note, RefusalNote } from '../../../ui/blocks.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { Select } from '../../../ui/fields/choice.tsx'
import { DayField } from '../../../ui/fields/typed-fields.tsx'
import { positionName } from '../references.ts'
import { RETURN_WORDS as R, FORM_WORDS as W } from '../text.ts'
import { useForm } from '../use-form.ts'

export function ReturnPositionDialog({ positionId, close }: DialogProps<'return-position'>) {
  const sheet = useRead('read.position', { positionId }, { fresh: true }).data
  return sheet == null ? null : <ReturnForm row={sheet.row} close={close} />
}

function ReturnForm({ row, close }: { readonly row: PositionRow; readonly close: () => void }) {
  const today = useToday()
  const [returnedOn, setReturnedOn] = useState<Day | null>(today)
  const [motive, setMotive] = useState<ReturnMotive | null>(null)
  const [asked, setAsked] = useState(false)
  const form = useForm(
    'position',
    {},
    { ignore: new Set(['label']), known: new Set(['returnedOn', 'returnMotive']) },
  )

  const save = async () => {
    setAsked(true)
    if (returnedOn === null || motive === null) return
    const written = await form.send(() =>
      act(
        'write.save',
        { entity: 'position', id: row.id, values: { returnedOn, returnMotive: motive } },
        { quiet: true },
      ),
    )
    if (written !== null) close()
  }

  const stillHeld =
    row.holderName !== null &&
    (row.contractEndsOn === null || (returnedOn !== null && row.contractEndsOn > returnedOn))
  return (
    <DialogFrame
      title={R.title(positionName(row.position))}
      width={560}
      onClose={close}
      hint={W.undoable}
      primary={{ label: R.action, onPress: () => void save(), isDisabled: form.busy }}
    >
      <div className="form-row">
        <DayField
          label={R.returnedOn}
          value={returnedOn}
          onChange={(day) => {
            setReturnedOn(day)
            form.set('returnedOn', day)
          }}
          isRequired
          autoFocus
          error={form.errors.returnedOn ?? (asked && returnedOn === null ? R.dayMissing : undefined)}
        />
        <Select
          label={R.motive}
          value={motive}
          onChange={setMotive}
          options={(Object.keys(RETURN_MOTIVE_WORDS) as ReturnMotive[]).map((value) => ({
            value,
            label: RETURN_MOTIVE_WORDS[value],
          }))}
          isRequired
          error={asked && motive === null ? R.motiveMissing : undefined}
        />
      </div>
      {stillHeld && (
        <Note tone="warn">
          {R.stillHeld(row.holderName ?? '', row.contractEndsOn === null ? null : frDay(row.contractEndsOn))}
        </Note>
      )}
      {row.aid.overpaidCents > 0 && <Note tone="warn">{R.overpaid(frEuros(row.aid.overpaidCents))}</Note>}
      <section className="form-section">
        <h3>{R.after}</h3>
        <ul className="consequences sm">
          {R.consequences.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </section>
      {form.general !== null && <RefusalNote>{form.general}</RefusalNote>}
    </DialogFrame>
  )
}
