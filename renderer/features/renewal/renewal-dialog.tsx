/** "Renouveler…": the period, what the law and the aid say of it, what it costs; nothing is written before « Appliquer ». */
import { useEffect, useState } from 'react'
import type { ContractRow } from '#shared/api/views/grid-rows.ts'
import type { Day } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { Cents } from '#shared/domain/money.ts'
import type { Renewal } from '#shared/rules/engine/contracts/renewals.ts'
import { frDay, frEuros, frLongDay } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'
import { type DialogProps, type DialogRequest, openDialog } from '../../app/open-dialog.ts'
import { act, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { EmptyState, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { FindingList } from '../../ui/explanation/finding-list.tsx'
import { DayField, MoneyField } from '../../ui/fields/typed-fields.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { FindingHeading } from './finding-heading.tsx'
import { OptionList } from './option-list.tsx'
import { type Choice, choiceEnding, firstChoice, monthsOf, renewalValues } from './renewal-view.ts'
import { RENEWAL_WORDS as W } from './text.ts'
import './renewal.css'

export function RenewalDialog({ contractId, close, ...weighed }: DialogProps<'renew-contract'>) {
  const rows = useRead('read.grid', { grid: 'contracts', employerId: null }, { fresh: true }).data?.contracts
  const first = useRead('read.renewal', { contractId, choice: null }, { fresh: true })
  const row = rows?.find((each) => each.id === contractId)
  if (row === undefined || first.data === undefined) return null
  if (first.data === null) {
    return (
      <DialogFrame namesPerson title={W.title(row.personName)} onClose={close} width={520}>
        <EmptyState title={W.nothing} />
      </DialogFrame>
    )
  }
  return <RenewalForm row={row} proposed={first.data} weighed={weighed} close={close} />
}

interface FormProps {
  readonly row: ContractRow
  readonly proposed: Renewal
  /** Back from the letter: what was chosen before. */
  readonly weighed: Pick<DialogProps<'renew-contract'>, 'choice' | 'grossCents'>
  readonly close: () => void
}

function RenewalForm({ row, proposed, weighed, close }: FormProps) {
  const today = useToday()
  const [choice, setChoice] = useState<Choice>(() => weighed.choice ?? firstChoice(proposed))
  const [gross, setGross] = useState<Cents | null>(
    weighed.grossCents === undefined ? row.currentGrossCents : weighed.grossCents,
  )
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const ending = choice.code === 'do-not-renew'
  const read = useRead('read.renewal', {
    contractId: row.id,
    choice: ending ? null : { endsOn: choice.endsOn, permanent: choice.permanent, monthlyGrossCents: gross },
  })
  const renewal = read.data ?? proposed
  const said = ending ? null : renewal.choice
  const refused = said?.findings.some((f) => f.severity === 'refused' && f.field !== null) ?? false
  const term = row.effectiveEndsOn ?? row.contract.startsOn
  const endProblem =
    ending || choice.permanent
      ? null
      : choice.endsOn === null
        ? W.endMissing
        : choice.endsOn < renewal.startsOn
          ? W.endBeforeStart
          : null

  useEffect(() => {
    if (said === null) return
    const count = (severity: string) => said.findings.filter((f) => f.severity === severity).length
    announce(W.counts(count('refused'), count('warning'), count('respected')))
  }, [said])

  const finish = async (
    done: string,
    values: Readonly<Record<string, string | number | null>>,
    id: number | null,
  ) => {
    setBusy(true)
    const answer = await act('write.save', { entity: 'contract', id, values }, { quiet: true })
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.error.message)
      return
    }
    showToast(done)
    close()
  }
  const apply = () => {
    if (endProblem !== null) return
    if (ending)
      void finish(
        W.notRenewed(row.personName),
        { endedOn: term, endMotive: 'fixed-term-not-renewed' },
        row.id,
      )
    else
      void finish(
        choice.endsOn === null
          ? W.appliedPermanent(row.personName)
          : W.applied(row.personName, frDay(choice.endsOn)),
        renewalValues(row, renewal, choice, gross),
        null,
      )
  }

  return (
    <DialogFrame
      namesPerson
      title={W.title(row.personName)}
      subtitle={W.subtitle(
        `${row.positionStateId ?? ''} ${row.positionLabel}`.trim(),
        CONTRACT_KIND_WORDS[row.contract.kind].toLowerCase(),
        frDay(row.contract.startsOn),
        frDay(term),
        row.months,
      )}
      width={1060}
      onClose={close}
      hint={ending ? W.endHint : W.foot}
      actions={
        <>
          <Button onPress={() => openDialog(letterRequest(row.id, renewal, choice, gross))}>
            {W.letter}
          </Button>
          {!ending && (
            <Button
              isDisabled={busy || endProblem !== null}
              onPress={() => void keepScenario(row, renewal, choice, gross, today)}
            >
              {W.scenario}
            </Button>
          )}
        </>
      }
      primary={{
        label: ending ? W.applyEnd : W.apply,
        onPress: apply,
        isDisabled: busy || refused || endProblem !== null,
      }}
    >
      <div className="renewal">
        <section>
          <h3>
            {W.newPeriod} <span className="sm dim">{W.from(frDay(renewal.startsOn))}</span>
          </h3>
          <OptionList renewal={renewal} term={term} choice={choice} onChoose={setChoice} />
          <div className="renewal-fields">
            <DayField label={W.start} value={renewal.startsOn} onChange={() => undefined} isDisabled />
            <DayField
              label={W.end}
              value={choice.endsOn}
              onChange={(day: Day | null) =>
                setChoice(
                  day === null
                    ? { code: 'other', endsOn: null, permanent: false }
                    : choiceEnding(renewal, day),
                )
              }
              isDisabled={ending || choice.permanent}
              {...(endProblem === null ? {} : { error: endProblem })}
            />
            <MoneyField label={W.gross} value={gross} onChange={setGross} isDisabled={ending} />
          </div>
          <Notices renewal={renewal} />
        </section>
        <section>
          {said !== null && (
            <>
              <FindingHeading findings={said.findings} />
              <FindingList findings={said.findings} />
            </>
          )}
        </section>
      </div>
      {said !== null && <CoverageSection coverage={said.coverage} />}
      {problem !== null && <RefusalNote>{problem}</RefusalNote>}
    </DialogFrame>
  )
}

function Notices({ renewal }: { readonly renewal: Renewal }) {
  const next = renewal.choice?.notice ?? null
  return (
    <table className="mini">
      <tbody>
        <tr>
          <th scope="row">{W.currentNotice}</th>
          <td className="num">
            {renewal.notice === null ? W.noNotice : <b>{frDay(renewal.notice.prudentOn)}</b>}
          </td>
        </tr>
        <tr>
          <th scope="row">{W.nextNotice}</th>
          <td className="num">
            {next === null ? (
              W.noNotice
            ) : (
              <>
                {frDay(next.prudentOn)} <span className="dim">{W.noticeLength(next.months, next.days)}</span>
              </>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The letter that tells the holder what was decided, and the way back here with the same choice. */
function letterRequest(contractId: Id, renewal: Renewal, choice: Choice, gross: Cents | null): DialogRequest {
  const ending = choice.code === 'do-not-renew'
  const length = choice.permanent
    ? W.letterPermanent
    : choice.endsOn === null
      ? ''
      : W.letterLength(monthsOf(renewal, choice.endsOn), frLongDay(choice.endsOn))
  const values: Readonly<Record<string, string>> = {
    ...(length === '' ? {} : { renouvellement_duree: length }),
    ...(gross === null ? {} : { contrat_brut: frEuros(gross) }),
  }
  return {
    kind: 'letter',
    letter: ending ? 'non-renewal' : 'renewal',
    id: contractId,
    ...(ending ? {} : { values }),
    back: { kind: 'renew-contract', contractId, choice, grossCents: gross },
  }
}

/** A hypothesis beside the facts: compared in the forecasts, written to nothing else. */
async function keepScenario(
  row: ContractRow,
  renewal: Renewal,
  choice: Choice,
  gross: Cents | null,
  today: Day,
): Promise<void> {
  const months = choice.endsOn === null ? 0 : monthsOf(renewal, choice.endsOn)
  const name = choice.permanent
    ? W.permanentScenarioName(row.personName)
    : W.scenarioName(row.personName, months)
  const hypothesis = choice.permanent
    ? { kind: 'keep-permanent', contractId: row.id }
    : { kind: 'renew', contractId: row.id, months, monthlyGrossCents: gross }
  const answer = await act('write.save', {
    entity: 'scenario',
    id: null,
    values: { name, createdOn: today, definition: JSON.stringify({ hypotheses: [hypothesis] }) },
  })
  if (answer.ok) showToast(W.scenarioKept(name))
}
