/** "Ajouter un contrat": a person, known or new, on a post, for a period; the usual lengths are one click. */

import { useMemo, useState } from 'react'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import { addDays, type Day, isInCalendar } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { FULL_TIME_MINUTES } from '#shared/domain/full-time.ts'
import { endAfterMonths } from '#shared/rules/calendar/contract-end.ts'
import { frDay } from '#shared/text/format.ts'
import type { DialogProps } from '../../../app/open-dialog.ts'
import { act, useRead } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { ComboBox, Segmented } from '../../../ui/fields/choice.tsx'
import { FormFields } from '../form-fields.tsx'
import { filledValues, firstValues } from '../form-model.ts'
import { positionName, useReferences } from '../references.ts'
import { CONTRACT_FIELDS, isPermanent } from '../specs/contract.ts'
import type { FieldSpec, FormValue, Values } from '../specs/form-spec.ts'
import { person } from '../specs/post.ts'
import { CONTRACT_WORDS as C, FORM_WORDS as W } from '../text.ts'
import { useForm } from '../use-form.ts'
import { ContractFindings } from './contract-findings.tsx'

type PersonMode = 'known' | 'new'
const FILLED_HERE: ReadonlySet<string> = new Set(['positionId', 'personId'])
const PERSON_FIELDS: readonly FieldSpec[] = (person.sections[0]?.fields ?? []).filter((f) =>
  ['lastName', 'firstName', 'email', 'phone'].includes(f.name),
)
const LENGTHS = [6, 12, 18, 24, 36] as const

export function ContractDialog(props: DialogProps<'new-contract'>) {
  const today = useToday()
  const rows = useRead('read.grid', { grid: 'positions', employerId: null }, { fresh: true }).data?.positions
  if (rows === undefined) return null
  return <ContractForm {...props} rows={rows} today={today} />
}

function ContractForm(
  props: DialogProps<'new-contract'> & { readonly rows: readonly PositionRow[]; readonly today: Day },
) {
  const { rows } = props
  const persons = useReferences('person')
  const [positionId, setPositionId] = useState<Id | null>(props.positionId ?? null)
  const row = rows.find((each) => each.id === positionId)
  const [mode, setMode] = useState<PersonMode>('new')
  const [personId, setPersonId] = useState<Id | null>(null)
  const [asked, setAsked] = useState(false)
  const form = useForm('contract', firstContract(row, props.today), { ignore: FILLED_HERE })
  const newPerson = useForm('person', firstValues(person, null, {}))
  const positionOptions = useMemo(
    () =>
      rows
        .filter((each) => each.state !== 'returned')
        .map((each) => ({ value: each.id, label: positionName(each.position), detail: each.employerName })),
    [rows],
  )
  const startsOn = form.values.startsOn as Day | null

  const change = (name: string, value: FormValue) =>
    form.setMany(
      name === 'kind' && isPermanent({ kind: value }) ? { kind: value, endsOn: null } : { [name]: value },
    )
  const choosePosition = (id: Id) => {
    setPositionId(id)
    form.set(
      'startsOn',
      firstStart(
        rows.find((each) => each.id === id),
        props.today,
      ),
    )
  }

  const save = async () => {
    setAsked(true)
    const personReady = mode === 'known' ? personId !== null : newPerson.check()
    if (positionId === null || !personReady) {
      form.check()
      return
    }
    const written = await form.send(() =>
      act(
        'write.newContract',
        {
          positionId,
          personId: mode === 'known' ? personId : null,
          person: mode === 'new' ? filledValues(newPerson.values) : null,
          values: filledValues(form.values),
        },
        { quiet: true },
      ),
    )
    if (written !== null) props.close()
  }

  return (
    <DialogFrame
      title={C.title}
      subtitle={row === undefined ? undefined : positionName(row.position)}
      width={660}
      onClose={props.close}
      hint={W.undoable}
      primary={{ label: C.action, onPress: () => void save(), isDisabled: form.busy }}
    >
      {props.positionId === undefined && (
        <ComboBox
          label={C.position}
          options={positionOptions}
          value={positionId}
          onChange={choosePosition}
          isRequired
          autoFocus
          {...(asked && positionId === null ? { error: C.positionMissing } : {})}
        />
      )}
      <section className="form-section">
        <div className="section-head">
          <h3>{C.holder}</h3>
          <Segmented
            label={C.holder}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'new', label: C.newPerson },
              { value: 'known', label: C.knownPerson, isDisabled: persons.length === 0 },
            ]}
          />
        </div>
        {mode === 'known' ? (
          <ComboBox
            label={C.person}
            options={persons}
            value={personId}
            onChange={setPersonId}
            isRequired
            {...(asked && personId === null ? { error: C.personMissing } : {})}
          />
        ) : (
          <FormFields
            entity="person"
            fields={PERSON_FIELDS}
            values={newPerson.values}
            errors={newPerson.errors}
            onChange={newPerson.set}
            onLeave={newPerson.leave}
            focusFirst={props.positionId !== undefined}
          />
        )}
      </section>
      <section className="form-section">
        <h3>{C.terms}</h3>
        <FormFields
          entity="contract"
          fields={CONTRACT_FIELDS}
          values={form.values}
          errors={form.errors}
          onChange={change}
          onLeave={form.leave}
        />
        {startsOn !== null && !isPermanent(form.values) && (
          <div className="lengths">
            <span className="sm mut">{C.length}</span>
            {LENGTHS.map((months) => (
              <Button
                key={months}
                size="small"
                onPress={() => form.set('endsOn', endAfterMonths(startsOn, months))}
              >
                {C.months(months)}
              </Button>
            ))}
            {row?.agreementEndsOn != null && row.agreementEndsOn > startsOn && (
              <Button size="small" onPress={() => form.set('endsOn', row.agreementEndsOn)}>
                {C.untilAgreement(frDay(row.agreementEndsOn))}
              </Button>
            )}
          </div>
        )}
        <ContractFindings
          id={null}
          positionId={positionId}
          personId={mode === 'known' ? personId : null}
          values={form.values}
        />
      </section>
      {(form.general ?? newPerson.general) !== null && (
        <RefusalNote>{form.general ?? newPerson.general}</RefusalNote>
      )}
    </DialogFrame>
  )
}

function firstContract(row: PositionRow | undefined, today: Day): Values {
  const names = CONTRACT_FIELDS.map((field) => field.name)
  return {
    ...Object.fromEntries(names.map((name) => [name, null])),
    kind: row?.contractKind ?? null,
    weeklyMinutes: FULL_TIME_MINUTES,
    startsOn: firstStart(row, today),
  }
}

/** The day after the present holder leaves; today where nobody holds the post. */
function firstStart(row: PositionRow | undefined, today: Day): Day {
  const last = row?.contractEndsOn ?? null
  return last !== null && last >= today && isInCalendar(last) ? addDays(last, 1) : today
}
