/** The answer of a calculator: its results by name, then the steps that led there and the texts they rest on. */

import { type Day, isDay } from '#shared/domain/day.ts'
import { type Cents, cents, isCents } from '#shared/domain/money.ts'
import type { Basis, Step } from '#shared/rules/explanation.ts'
import type { CalcResult, CalculatorText } from '#shared/text/calculators/calculator-text.ts'
import { answerCodeLabel } from '#shared/text/calculators/calculators.ts'
import { frDay, frEuros, frInteger, frReference, frWeekday } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import { CONFIDENCE_WORDS } from '#shared/text/words.ts'
import { num, TableHead } from '../../ui/lists/table-head.tsx'
import { CALC_WORDS as W } from './text.ts'

export type CalcOutput = Readonly<Record<string, unknown>> & {
  readonly steps?: readonly Step[]
  readonly basis?: readonly Basis[]
}

export function CalcAnswer({
  calculator,
  output,
}: {
  readonly calculator: CalculatorText
  readonly output: CalcOutput
}) {
  const shown = calculator.results.filter(
    (result) => result.none !== undefined || (output[result.name] ?? null) !== null,
  )
  return (
    <>
      <h2>{W.result}</h2>
      <dl className="calc-results">
        {shown.map((result) => (
          <div key={result.name}>
            <dt>{result.label}</dt>
            <dd>
              <Value result={result} value={output[result.name] ?? null} />
            </dd>
          </div>
        ))}
      </dl>
      {output.steps !== undefined && output.steps.length > 0 && (
        <>
          <h3>{W.explanation}</h3>
          <ol className="why">
            {output.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a reasoning have an order and no identity
              <li key={index}>{stepSentence(step)}</li>
            ))}
          </ol>
        </>
      )}
      {output.basis !== undefined && output.basis.length > 0 && (
        <>
          <h3>{W.texts}</h3>
          <ul className="sm mut">
            {output.basis.map((basis) => (
              <li key={basis.text}>
                {frReference(basis.text)}, {W.inForce(frDay(basis.inForceFrom))}
                {basis.confidence !== 'primary' && ` · ${CONFIDENCE_WORDS[basis.confidence].toLowerCase()}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Value({ result, value }: { readonly result: CalcResult; readonly value: unknown }) {
  if (value === null || value === undefined) return <>{result.none ?? W.none}</>
  switch (result.kind) {
    case 'day':
      return <b>{isDay(value) ? frWeekday(value) : W.none}</b>
    case 'days':
      return (
        <ul>
          {list(value).map((day) => (
            <li key={String(day)}>{isDay(day) ? frWeekday(day) : String(day)}</li>
          ))}
        </ul>
      )
    case 'int':
      return <b>{typeof value === 'number' ? frInteger(value) : String(value)}</b>
    case 'cents':
      return <b>{euros(value)}</b>
    case 'yes-no':
      return <b>{value === true ? W.yes : W.no}</b>
    case 'text':
      return <b>{String(value)}</b>
    case 'reason':
      return <>{answerCodeLabel(String(value))}</>
    case 'refusals':
      return <Refusals codes={list(value)} />
    case 'cents-list':
      return (
        <ol className="calc-years">
          {list(value).map((amount, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one amount per year, in order
            <li key={index}>
              {W.year(index + 1)} : {euros(amount)}
            </li>
          ))}
        </ol>
      )
    case 'scheme-years':
      return <SchemeYears years={list(value) as readonly SchemeYear[]} />
    case 'accrual-years':
      return <AccrualYears years={list(value) as readonly AccrualYear[]} />
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function euros(value: unknown): string {
  return isCents(value) ? frEuros(value) : W.none
}

function Refusals({ codes }: { readonly codes: readonly unknown[] }) {
  if (codes.length === 0) return <>{W.noRefusal}</>
  return (
    <ul className="late">
      {codes.map((code) => (
        <li key={String(code)}>{answerCodeLabel(String(code))}</li>
      ))}
    </ul>
  )
}

interface SchemeYear {
  readonly baseCents: Cents
  readonly bonusCents: Cents
}

function SchemeYears({ years }: { readonly years: readonly SchemeYear[] }) {
  return (
    <table className="mini">
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col" className="num">
            {W.base}
          </th>
          <th scope="col" className="num">
            {W.bonus}
          </th>
          <th scope="col" className="num">
            {W.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map((year, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one line per year, in order
          <tr key={index}>
            <th scope="row">{W.year(index + 1)}</th>
            <td className="num">{frEuros(year.baseCents)}</td>
            <td className="num">{frEuros(year.bonusCents)}</td>
            <td className="num">{frEuros(cents(year.baseCents + year.bonusCents))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface AccrualYear {
  readonly from: Day
  readonly to: Day
  readonly incomeCents: Cents
  readonly deferredCents: Cents
}

function AccrualYears({ years }: { readonly years: readonly AccrualYear[] }) {
  return (
    <table className="mini">
      <TableHead columns={[W.fiscalYear, num(W.income), num(W.deferred)]} />
      <tbody>
        {years.map((year) => (
          <tr key={year.from}>
            <th scope="row">
              {frDay(year.from)} – {frDay(year.to)}
            </th>
            <td className="num">{frEuros(year.incomeCents)}</td>
            <td className="num">{frEuros(year.deferredCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
