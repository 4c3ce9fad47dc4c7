/**
 * "Fonds dédiés": what the accountant carries (6894) and uses (7894) for an agreement, fiscal year by fiscal year, beside what
 * Jalon would leave unspent and how it finds it. Nothing is filled in by itself; one step of undo.
 */
import { useState } from 'react'
import type { AgreementFunds } from '#shared/api/accounts.ts'
import { yearOf } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { cents, ZERO } from '#shared/domain/money.ts'
import type { UnspentOfYear } from '#shared/rules/accounting/dedicated-funds.ts'
import { frAmount, frEuros } from '#shared/text/format.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { act, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { FR } from '../../text/fr.ts'
import { Note, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ComboBox } from '../../ui/fields/choice.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { MoneyField } from '../../ui/fields/typed-fields.tsx'
import { num, TableHead } from '../../ui/lists/table-head.tsx'
import { addYear, type FundsDraft, type FundsLine, fundsDraft, fundsLines } from './funds-draft.ts'
import { fiscalYearName, FUNDS_WORDS as W } from './text.ts'
import './accounts.css'

export function FundsDialog(props: DialogProps<'dedicated-funds'>) {
  const [agreementId, setAgreementId] = useState<Id | null>(props.agreementId ?? null)
  const agreements = useRead('read.grid', { grid: 'agreements', employerId: null }).data?.agreements ?? []
  const read = useRead(
    'read.dedicatedFunds',
    { agreementId: agreementId ?? 1 },
    { enabled: agreementId !== null, keep: false },
  ).data
  const choice = (
    <ComboBox
      label={W.agreement}
      placeholder={W.chooseAgreement}
      value={agreementId}
      onChange={setAgreementId}
      isDisabled={props.agreementId !== undefined}
      options={agreements.map((row) => ({
        value: row.id,
        label: `${row.agreement.reference}, ${row.agreement.funder}`,
        detail: row.employerName,
      }))}
    />
  )
  if (agreementId === null || read == null)
    return (
      <DialogFrame title={W.title} width={900} onClose={props.close}>
        {choice}
      </DialogFrame>
    )
  return (
    <FundsForm key={agreementId} funds={read} close={props.close}>
      {choice}
    </FundsForm>
  )
}

function FundsForm(props: {
  readonly funds: AgreementFunds
  readonly close: () => void
  readonly children: React.ReactNode
}) {
  const { funds } = props
  const thisYear = yearOf(useToday())
  const [drafts, setDrafts] = useState(() => fundsDraft(funds.years))
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const lines = fundsLines(drafts)
  const known = new Map(funds.years.map((year) => [year.fiscalYear, year]))
  const nameOf = (fiscalYear: number) => {
    const year = known.get(fiscalYear)
    return year === undefined ? String(fiscalYear) : fiscalYearName(year.from, year.to)
  }
  const below = lines.filter((line) => line.closingCents < 0).map((line) => nameOf(line.fiscalYear))
  const set = (fiscalYear: number, next: Partial<FundsDraft>) =>
    setDrafts((now) => now.map((each) => (each.fiscalYear === fiscalYear ? { ...each, ...next } : each)))
  const save = async () => {
    setBusy(true)
    const answer = await act(
      'write.dedicatedFunds',
      { agreementId: funds.agreementId, years: drafts.map((draft) => ({ ...draft })) },
      { quiet: true },
    )
    setBusy(false)
    if (answer.ok) props.close()
    else setRefusal(answer.error.message)
  }
  return (
    <DialogFrame
      title={W.title}
      subtitle={`${funds.reference} · ${funds.employerName}`}
      width={900}
      onClose={props.close}
      hint={FR.undoHint}
      primary={{ label: W.action, onPress: () => void save(), isDisabled: busy }}
    >
      {props.children}
      <p className="sm dim">{W.lead}</p>
      {lines.length === 0 ? (
        <p className="sm mut">{W.none}</p>
      ) : (
        <div className="edit-table funds">
          <table className="plain">
            <TableHead
              columns={[W.year, num(W.opening), num(W.carried), num(W.used), num(W.closing), W.note]}
            />
            {lines.map((line) => (
              <YearLines
                key={line.fiscalYear}
                line={line}
                name={nameOf(line.fiscalYear)}
                year={known.get(line.fiscalYear)}
                onChange={(next) => set(line.fiscalYear, next)}
              />
            ))}
          </table>
        </div>
      )}
      <div className="funds-years">
        <Button size="small" onPress={() => setDrafts((now) => addYear(now, 'before', thisYear))}>
          {W.addBefore}
        </Button>
        <Button size="small" onPress={() => setDrafts((now) => addYear(now, 'after', thisYear))}>
          {W.addAfter}
        </Button>
      </div>
      {below.length > 0 && <Note tone="warn">{W.belowZero(below)}</Note>}
      {refusal !== null && <RefusalNote>{refusal}</RefusalNote>}
    </DialogFrame>
  )
}

function YearLines(props: {
  readonly line: FundsLine
  readonly name: string
  readonly year: AgreementFunds['years'][number] | undefined
  readonly onChange: (next: Partial<FundsDraft>) => void
}) {
  const { line, name, year, onChange } = props
  return (
    <tbody>
      <tr>
        <th scope="row" className="b" title={year === undefined ? undefined : W.span(year.from, year.to)}>
          {name}
        </th>
        <td className="num">{frAmount(line.openingCents)}</td>
        <td className="amount-field">
          <MoneyField
            plain
            hideLabel
            label={W.carriedOf(name)}
            value={line.carriedCents}
            onChange={(amount) => onChange({ carriedCents: amount ?? ZERO })}
          />
        </td>
        <td className="amount-field">
          <MoneyField
            plain
            hideLabel
            label={W.usedOf(name)}
            value={line.usedCents}
            onChange={(amount) => onChange({ usedCents: amount ?? ZERO })}
          />
        </td>
        <td className={line.closingCents < 0 ? 'num late' : 'num'}>{frAmount(line.closingCents)}</td>
        <td>
          <TextField
            hideLabel
            label={W.noteOf(name)}
            value={line.note}
            onChange={(note) => onChange({ note })}
          />
        </td>
      </tr>
      {year !== undefined && (
        <tr>
          <td colSpan={6} className="sm dim arithmetic" data-private>
            {arithmeticOf(year.unspent)}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function arithmeticOf(unspent: UnspentOfYear): string {
  if (unspent.costUnknown) return W.unknown(frEuros(unspent.incomeCents))
  const left = unspent.incomeCents - unspent.borneCents
  const sentence = W.arithmetic({
    income: frEuros(unspent.incomeCents),
    cost: frEuros(unspent.costCents),
    other: unspent.otherAidCents === 0 ? null : frEuros(unspent.otherAidCents),
    result: frEuros(cents(Math.abs(left))),
    excess: left >= 0,
  })
  return unspent.toUseCents > 0 ? `${sentence} ${W.toUse(frEuros(unspent.toUseCents))}` : sentence
}
