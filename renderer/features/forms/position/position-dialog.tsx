/** "Nouveau poste": the post and the structure it is attached to, in one step. */
import { useState } from 'react'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { DialogProps } from '../../../app/open-dialog.ts'
import { navigate } from '../../../app/routes.ts'
import { useScope } from '../../../data/preferences.ts'
import { act } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { ComboBox } from '../../../ui/fields/choice.tsx'
import { DayField } from '../../../ui/fields/typed-fields.tsx'
import { FormFields } from '../form-fields.tsx'
import { filledValues, firstValues } from '../form-model.ts'
import { useReferences } from '../references.ts'
import { position } from '../specs/post.ts'
import { POSITION_WORDS as P, FORM_WORDS as W } from '../text.ts'
import { useForm } from '../use-form.ts'

const FIELDS = position.sections[0]?.fields ?? []

export function PositionDialog(props: DialogProps<'new-position'>) {
  const scope = useScope()
  const today = useToday()
  const employers = useReferences('employer')
  const only = employers.length === 1 ? (employers[0]?.value ?? null) : null
  const [chosen, setChosen] = useState<Id | null>(props.employerId ?? scope)
  const employerId = chosen ?? only
  const [startsOn, setStartsOn] = useState<Day | null>(today)
  const [asked, setAsked] = useState(false)
  const form = useForm('position', firstValues(position, null, {}))

  const save = async () => {
    setAsked(true)
    if (employerId === null || startsOn === null) {
      form.check()
      return
    }
    const written = await form.send(() =>
      act('write.newPosition', { employerId, startsOn, values: filledValues(form.values) }, { quiet: true }),
    )
    if (written === null) return
    props.close()
    navigate({ screen: 'position', id: written.id, tab: 'contracts' })
  }

  return (
    <DialogFrame
      title={P.title}
      width={620}
      onClose={props.close}
      hint={W.undoable}
      primary={{ label: P.action, onPress: () => void save(), isDisabled: form.busy }}
    >
      <div className="form-grid">
        <div className="s4">
          <ComboBox
            label={P.employer}
            options={employers}
            value={employerId}
            onChange={setChosen}
            isRequired
            autoFocus={employerId === null}
            {...(asked && employerId === null ? { error: P.employerMissing } : {})}
          />
        </div>
        <div className="s2">
          <DayField
            label={P.startsOn}
            value={startsOn}
            onChange={setStartsOn}
            isRequired
            {...(asked && startsOn === null ? { error: P.startMissing } : {})}
          />
        </div>
      </div>
      <FormFields
        entity="position"
        fields={FIELDS}
        values={form.values}
        errors={form.errors}
        onChange={form.set}
        onLeave={form.leave}
        focusFirst={employerId !== null}
      />
      {form.general !== null && <RefusalNote>{form.general}</RefusalNote>}
    </DialogFrame>
  )
}
