/** "Déclarer un départ": the last day worked and why, then what follows: vacancy, replacement limit, letter, aid. */
import { useState } from 'react'
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { EndMotive } from '#shared/domain/words.ts'
import type { Departure } from '#shared/rules/engine/departure.ts'
import { frDay, frLongDay } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS, END_MOTIVE_WORDS } from '#shared/text/words.ts'
import { type DialogProps, openDialog } from '../../../app/open-dialog.ts'
import { act, useRead } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { Select } from '../../../ui/fields/choice.tsx'
import { DayField } from '../../../ui/fields/typed-fields.tsx'
import { END_WORDS as E, FORM_WORDS as W } from '../text.ts'
import { useForm } from '../use-form.ts'
import { DepartureEffects } from './departure-effects.tsx'

export function EndContractDialog({ contractId, close }: DialogProps<'end-contract'>) {
  const rows = useRead('read.grid', { grid: 'contracts', employerId: null }, { fresh: true }).data?.contracts
  const row = rows?.find((each) => each.id === contractId)
  return row === undefined ? null : <EndForm row={row} close={close} />
}

function EndForm({ row, close }: { readonly row: ContractRow; readonly close: () => void }) {
  const today = useToday()
  const term = row.effectiveEndsOn
  const [endedOn, setEndedOn] = useState<Day | null>(
    row.contract.endedOn ?? (term !== null && term < today ? term : null),
  )
  const [motive, setMotive] = useState<EndMotive | null>(row.contract.endMotive)
  const [asked, setAsked] = useState(false)
  const form = useForm('contract', {}, { ignore: ALL_OTHERS, known: new Set(['endedOn', 'endMotive']) })
  const dayProblem = endedOn === null ? E.dayMissing : endedOn < row.contract.startsOn ? E.beforeStart : null

  const departure =
    useRead(
      'read.departure',
      { contractId: row.id, endedOn: endedOn ?? row.contract.startsOn },
      { enabled: endedOn !== null && dayProblem === null },
    ).data ?? null
  const save = async (thenLetter: boolean) => {
    setAsked(true)
    if (dayProblem !== null || endedOn === null || motive === null) return
    const written = await form.send(() =>
      act(
        'write.save',
        { entity: 'contract', id: row.id, values: { endedOn, endMotive: motive } },
        { quiet: true },
      ),
    )
    if (written === null) return
    close()
    if (thenLetter) writeToPayer(row.contract.positionId, endedOn, departure)
  }

  const dayError = form.errors.endedOn ?? (asked ? (dayProblem ?? undefined) : undefined)
  return (
    <DialogFrame
      namesPerson
      title={E.title(row.personName)}
      subtitle={E.subtitle(
        CONTRACT_KIND_WORDS[row.contract.kind],
        frDay(row.contract.startsOn),
        term === null ? null : frDay(term),
      )}
      width={640}
      onClose={close}
      hint={W.undoable}
      actions={
        departure?.vacantFrom == null ? undefined : (
          <Button onPress={() => void save(true)} isDisabled={form.busy}>
            {E.actionLetter}
          </Button>
        )
      }
      primary={{ label: E.action, onPress: () => void save(false), isDisabled: form.busy }}
    >
      <div className="form-row">
        <DayField
          label={E.endedOn}
          value={endedOn}
          onChange={(day) => {
            setEndedOn(day)
            form.set('endedOn', day)
          }}
          isRequired
          autoFocus
          error={dayError}
        />
        <Select
          label={E.motive}
          value={motive}
          onChange={setMotive}
          options={(Object.keys(END_MOTIVE_WORDS) as EndMotive[]).map((value) => ({
            value,
            label: END_MOTIVE_WORDS[value],
          }))}
          isRequired
          error={asked && motive === null ? E.motiveMissing : undefined}
        />
      </div>
      {departure !== null && endedOn !== null && (
        <DepartureEffects row={row} endedOn={endedOn} departure={departure} />
      )}
      {form.general !== null && <RefusalNote>{form.general}</RefusalNote>}
    </DialogFrame>
  )
}

/** The letter says what the departure brings, even where it is still to come. */
function writeToPayer(positionId: Id, endedOn: Day, departure: Departure | null): void {
  const { vacantFrom, limit } = departure ?? {}
  openDialog({
    kind: 'letter',
    letter: 'vacancy',
    id: positionId,
    positionId,
    values: {
      dernier_jour: frLongDay(endedOn),
      ...(vacantFrom == null ? {} : { vacant_depuis: frLongDay(vacantFrom) }),
      ...(limit == null ? {} : { limite_remplacement: frLongDay(limit.limitOn) }),
    },
  })
}

const ALL_OTHERS: ReadonlySet<string> = new Set(['positionId', 'personId', 'kind', 'startsOn'])
