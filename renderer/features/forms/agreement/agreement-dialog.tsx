/**
 * "Ajouter une convention": its terms, the posts it covers with their yearly amounts, and its schedule of tranches. A scale
 * proposes, everything is editable, nothing is written before the button; then all of it is one step of undo.
 */
import { useMemo, useState } from 'react'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { DialogProps } from '../../../app/open-dialog.ts'
import { useScope } from '../../../data/preferences.ts'
import { act, useRead } from '../../../data/queries.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { ComboBox } from '../../../ui/fields/choice.tsx'
import { FormFields } from '../form-fields.tsx'
import { filledValues } from '../form-model.ts'
import { useReferences } from '../references.ts'
import { AGREEMENT_FIELDS } from '../specs/aid.ts'
import { AGREEMENT_WORDS as A, FORM_WORDS as W } from '../text.ts'
import { useForm } from '../use-form.ts'
import {
  type DraftGrant,
  type DraftInstalment,
  keepGrants,
  proposeGrants,
  proposeInstalments,
  ranks,
  theoreticalEnd,
} from './agreement-draft.ts'
import { AgreementGrants } from './agreement-grants.tsx'
import { AgreementSchedule } from './agreement-schedule.tsx'

const FILLED_HERE: ReadonlySet<string> = new Set(['employerId'])
const FIRST_VALUES = {
  reference: null,
  funder: A.defaultFunder,
  funderKind: 'state',
  scheme: 'v2',
  dsNumber: null,
  ejNumber: null,
  startsOn: null,
  endsOn: null,
  signedOn: null,
} as const

export function AgreementDialog(props: DialogProps<'new-agreement'>) {
  const scope = useScope()
  const employers = useReferences('employer')
  const only = employers.length === 1 ? (employers[0]?.value ?? null) : null
  const [chosen, setChosen] = useState<Id | null>(props.employerId ?? scope)
  const employerId = chosen ?? only
  const form = useForm('agreement', FIRST_VALUES, { ignore: FILLED_HERE })
  const [positionIds, setPositionIds] = useState<readonly Id[]>(props.positionIds ?? [])
  const [years, setYears] = useState(3)
  const [grants, setGrants] = useState<readonly DraftGrant[]>([])
  const [instalments, setInstalments] = useState<readonly DraftInstalment[]>([])
  const [dueAfter, setDueAfter] = useState(2)
  const [employerMissing, setEmployerMissing] = useState(false)
  const rows = useRead('read.grid', { grid: 'positions', employerId: null }, { fresh: true }).data?.positions
  const positions = useMemo(
    () => (rows ?? []).filter((row) => row.employerId === employerId),
    [rows, employerId],
  )
  const startsOn = form.values.startsOn as Day | null

  const choosePositions = (ids: readonly Id[]) => {
    setPositionIds(ids)
    setGrants((now) => keepGrants(now, ids, years))
  }
  const chooseYears = (count: number) => {
    setYears(count)
    setGrants((now) => keepGrants(now, positionIds, count))
    if (startsOn !== null) form.set('endsOn', theoreticalEnd(startsOn, count))
  }
  const change = (name: string, value: Parameters<typeof form.set>[1]) => {
    const proposesEnd = name === 'startsOn' && typeof value === 'string' && form.values.endsOn === null
    form.setMany(
      proposesEnd ? { [name]: value, endsOn: theoreticalEnd(value as Day, years) } : { [name]: value },
    )
  }

  const save = async () => {
    setEmployerMissing(employerId === null)
    if (employerId === null) return
    const order = ranks(instalments)
    const written = await form.send(() =>
      act(
        'write.newAgreement',
        {
          values: {
            ...filledValues(form.values),
            employerId,
            ...(startsOn === null ? {} : { theoreticalEndsOn: theoreticalEnd(startsOn, years) }),
          },
          grants: grants.filter((grant) => grant.baseCents + grant.bonusCents > 0),
          instalments: instalments.map(({ key: _, ...instalment }, index) => ({
            ...instalment,
            rank: order[index] ?? index + 1,
          })),
        },
        { quiet: true },
      ),
    )
    if (written !== null) props.close()
  }

  return (
    <DialogFrame
      title={A.title}
      width={900}
      onClose={props.close}
      hint={W.undoable}
      primary={{ label: A.action, onPress: () => void save(), isDisabled: form.busy }}
    >
      <ComboBox
        label={A.employer}
        options={employers}
        value={employerId}
        onChange={(id) => {
          setChosen(id)
          choosePositions([])
          setInstalments([])
        }}
        isRequired
        isDisabled={props.employerId !== undefined}
        {...(employerMissing && employerId === null ? { error: A.employerMissing } : {})}
      />
      <FormFields
        entity="agreement"
        fields={AGREEMENT_FIELDS}
        values={form.values}
        errors={form.errors}
        onChange={change}
        onLeave={form.leave}
        focusFirst
      />
      <AgreementGrants
        positions={positions}
        chosen={positionIds}
        onChoose={choosePositions}
        years={years}
        onYears={chooseYears}
        grants={grants}
        onGrants={setGrants}
        scheme={String(form.values.scheme ?? '')}
        onScale={(scale) => {
          setYears(scale.length)
          setGrants(
            proposeGrants(
              scale,
              positions
                .filter((row) => positionIds.includes(row.id))
                .map((row) => ({ id: row.id, bonus: row.position.inQpv || row.position.inFrr })),
            ),
          )
          if (startsOn !== null) form.set('endsOn', theoreticalEnd(startsOn, scale.length))
        }}
      />
      <AgreementSchedule
        positions={positions.filter((row) => positionIds.includes(row.id))}
        grants={grants}
        instalments={instalments}
        onChange={setInstalments}
        dueAfter={dueAfter}
        onDueAfter={setDueAfter}
        onPropose={
          startsOn === null
            ? null
            : () => setInstalments(proposeInstalments(grants, startsOn, dueAfter, A.instalmentLabel))
        }
      />
      {form.general !== null && <RefusalNote>{form.general}</RefusalNote>}
    </DialogFrame>
  )
}
