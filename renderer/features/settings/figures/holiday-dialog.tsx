/** A public holiday that Jalon does not know: its name, where it is kept, its day each year, from when, and the text that says so. */
import { useState } from 'react'
import { ZONES, type Zone } from '#shared/domain/words.ts'
import { holidayCode } from '#shared/rules/figures/holiday-list.ts'
import { ZONE_WORDS } from '#shared/text/words.ts'
import { act } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { Select } from '../../../ui/fields/choice.tsx'
import { TextField } from '../../../ui/fields/field.tsx'
import { SETTINGS_WORDS } from '../text.ts'
import { type FigureDraft, FigureFields, writable } from './figure-fields.tsx'

const W = SETTINGS_WORDS.figures

export function HolidayDialog({ close }: { readonly close: () => void }) {
  const today = useToday()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Zone | 'national'>('national')
  const [draft, setDraft] = useState<FigureDraft>({
    value: null,
    validFrom: today,
    source: '',
    confidence: 'to-check',
  })
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const code = holidayCode(scope, name)

  const save = async () => {
    setAsked(true)
    const values = writable(draft)
    if (values === null || code === null) return
    const answer = await act(
      'write.save',
      { entity: 'ruleFigure', id: null, values: { code, ...values } },
      { quiet: true },
    )
    if (answer.ok) close()
    else setProblem(answer.error.message)
  }
  return (
    <DialogFrame
      title={W.newHoliday}
      width={560}
      onClose={close}
      hint={SETTINGS_WORDS.undoable}
      primary={{ label: W.newHolidayAction, onPress: () => void save() }}
    >
      <div className="form-row">
        <TextField
          label={W.holidayName}
          value={name}
          onChange={setName}
          isRequired
          autoFocus
          {...(asked && code === null ? { error: W.holidayNameMissing } : {})}
        />
        <Select
          label={W.holidayScope}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'national', label: W.everyZone },
            ...ZONES.map((zone) => ({ value: zone, label: ZONE_WORDS[zone] })),
          ]}
        />
      </div>
      <FigureFields unit="month-day" draft={draft} onChange={setDraft} asked={asked} autoFocus={false} />
      {problem !== null && <RefusalNote>{problem}</RefusalNote>}
    </DialogFrame>
  )
}
