/**
 * "Budget prévisionnel": what a structure, or one of its agreements, plans account by account for a fiscal year. Typed or
 * pasted; the totals are always equal, as the form asks. Each budget is one step of undo.
 */
import { type ClipboardEvent, useState } from 'react'
import { yearOf } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { Cents } from '#shared/domain/money.ts'
import { BUDGET_CHARGES, BUDGET_PRODUCTS, type BudgetAccount } from '#shared/domain/words.ts'
import { frAmount } from '#shared/text/format.ts'
import { CERFA } from '#shared/text/reports/fiscal-year.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { useScope } from '../../data/preferences.ts'
import { act, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { FR } from '../../text/fr.ts'
import { EmptyState, Note, RefusalNote } from '../../ui/blocks.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { Select } from '../../ui/fields/choice.tsx'
import { IntegerField, MoneyField } from '../../ui/fields/typed-fields.tsx'
import { num, TableHead } from '../../ui/lists/table-head.tsx'
import { type BudgetDraft, draftOf, linesOf, totalsOf, withAmount } from './budget-draft.ts'
import { isTable, readPastedBudget } from './budget-paste.ts'
import { BUDGET_WORDS as W } from './text.ts'
import './accounts.css'

interface Target {
  readonly employerId: Id
  /** Null: the structure itself. */
  readonly agreementId: Id | null
  readonly fiscalYear: number
}

const ITSELF = 0
const keyOf = ({ employerId, agreementId, fiscalYear }: Target) =>
  `${employerId} ${agreementId ?? ITSELF} ${fiscalYear}`

export function BudgetDialog(props: DialogProps<'budget'>) {
  const scope = useScope()
  const employers = useRead('read.grid', { grid: 'employers', employerId: null }).data?.employers
  if (employers === undefined) return null
  const employerId = props.employerId ?? scope ?? employers[0]?.id
  if (employerId === undefined)
    return (
      <DialogFrame title={W.title} onClose={props.close}>
        <EmptyState title={W.noEmployer} />
      </DialogFrame>
    )
  return (
    <BudgetForm
      {...props}
      first={employerId}
      employers={employers.map((row) => ({ value: row.id, label: row.employer.name }))}
    />
  )
}

function BudgetForm(
  props: DialogProps<'budget'> & {
    readonly first: Id
    readonly employers: readonly { readonly value: Id; readonly label: string }[]
  },
) {
  const today = useToday()
  const [target, setTarget] = useState<Target>({
    employerId: props.first,
    agreementId: props.agreementId ?? null,
    fiscalYear: props.fiscalYear ?? yearOf(today),
  })
  const [drafts, setDrafts] = useState<ReadonlyMap<string, readonly [Target, BudgetDraft]>>(new Map())
  const [pasted, setPasted] = useState<{ readonly count: number; readonly left: readonly string[] } | null>(
    null,
  )
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const read = useRead('read.budget', target, { keep: false }).data
  const key = keyOf(target)
  const draft = drafts.get(key)?.[1] ?? draftOf(read?.lines ?? [])
  const others = [...drafts.keys()].filter((each) => each !== key).length

  const go = (next: Partial<Target>) => {
    setTarget((now) => ({ ...now, ...next }))
    setPasted(null)
  }
  const change = (next: BudgetDraft) => setDrafts((now) => new Map(now).set(key, [target, next]))
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-account]')?.dataset.account
    if (!isTable(text) || from === undefined) return
    event.preventDefault()
    const { amounts, left } = readPastedBudget(text, from as BudgetAccount)
    setPasted({ count: amounts.size, left })
    if (amounts.size > 0) change([...amounts].reduce((d, [a, amount]) => withAmount(d, a, amount), draft))
  }
  const save = async () => {
    setBusy(true)
    for (const [each, [of, typed]] of drafts) {
      const answer = await act('write.budget', { ...of, lines: linesOf(typed) }, { quiet: true })
      if (!answer.ok) {
        setRefusal(answer.error.message)
        setBusy(false)
        return
      }
      setDrafts((now) => new Map([...now].filter(([kept]) => kept !== each)))
    }
    props.close()
  }

  const totals = totalsOf(draft)
  const set = (account: BudgetAccount, amount: Cents | null) => change(withAmount(draft, account, amount))
  return (
    <DialogFrame
      title={W.title}
      {...(read == null ? {} : { subtitle: W.span(read.from, read.to) })}
      width={900}
      onClose={props.close}
      hint={others > 0 ? W.otherDrafts(others) : FR.undoHint}
      primary={{
        label: W.action,
        onPress: () => void save(),
        isDisabled: busy || drafts.size === 0,
      }}
    >
      <p className="sm dim">{W.lead}</p>
      <div className="budget-target">
        <Select
          label={W.employer}
          options={props.employers}
          value={target.employerId}
          onChange={(employerId) => go({ employerId, agreementId: null })}
        />
        <Select
          label={W.of}
          options={[
            { value: ITSELF, label: W.itself },
            ...(read?.agreements ?? []).map((each) => ({
              value: each.id,
              label: `${each.reference}, ${each.funder}`,
              ...(each.hasBudget ? { detail: W.withBudget } : {}),
            })),
          ]}
          value={target.agreementId ?? ITSELF}
          onChange={(id) => go({ agreementId: id === ITSELF ? null : id })}
        />
        <YearField value={target.fiscalYear} onChange={(fiscalYear) => go({ fiscalYear })} />
      </div>
      {pasted !== null && pasted.count > 0 && <Note>{W.pasted(pasted.count)}</Note>}
      {pasted !== null && pasted.left.length > 0 && <Note tone="warn">{W.notPasted(pasted.left)}</Note>}
      {(read !== undefined || drafts.has(key)) && (
        <div className="budget" onPasteCapture={paste}>
          <Side
            key={`charges ${key}`}
            title={W.charges}
            accounts={BUDGET_CHARGES}
            draft={draft}
            onChange={set}
            balance={CERFA.lines['689']}
            balanceCents={totals.excessCents}
            total={W.totalCharges}
            totalCents={totals.totalCents}
          />
          <Side
            key={`products ${key}`}
            title={W.products}
            accounts={BUDGET_PRODUCTS}
            draft={draft}
            onChange={set}
            balance={CERFA.lines.own}
            balanceCents={totals.ownCents}
            total={W.totalProducts}
            totalCents={totals.totalCents}
          />
        </div>
      )}
      {refusal !== null && <RefusalNote>{refusal}</RefusalNote>}
    </DialogFrame>
  )
}

/** A year is whole or it is not one: nothing is read for "20" on the way to 2026. */
function YearField(props: { readonly value: number; readonly onChange: (year: number) => void }) {
  return (
    <IntegerField
      label={W.fiscalYear}
      value={props.value}
      show={String}
      onChange={(year) => year !== null && year >= 1900 && year <= 2199 && props.onChange(year)}
    />
  )
}

function Side(props: {
  readonly title: string
  readonly accounts: readonly BudgetAccount[]
  readonly draft: BudgetDraft
  readonly onChange: (account: BudgetAccount, amount: Cents | null) => void
  readonly balance: string
  readonly balanceCents: Cents
  readonly total: string
  readonly totalCents: Cents
}) {
  return (
    <div className="edit-table">
      <table className="plain">
        <caption className="vh">{props.title}</caption>
        <TableHead columns={[W.account, props.title, num(W.planned)]} />
        <tbody>
          {props.accounts.map((account) => (
            <tr key={account} data-account={account}>
              <td>{account.slice(0, 3).replace('-', '')}</td>
              <th scope="row">{CERFA.lines[account]}</th>
              <td>
                <MoneyField
                  plain
                  hideLabel
                  label={W.plannedOf(CERFA.lines[account])}
                  value={props.draft[account] ?? null}
                  onChange={(amount) => props.onChange(account, amount)}
                />
              </td>
            </tr>
          ))}
          <tr>
            <td />
            <th scope="row">
              {props.balance} <span className="dim">({W.computed})</span>
            </th>
            <td className="num">{frAmount(props.balanceCents)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {props.total}
            </th>
            <td className="num">{frAmount(props.totalCents)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
