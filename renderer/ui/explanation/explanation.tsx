/**
 * "Pourquoi cette date ?", "Pourquoi ce montant ?": the reasoning of a rule, step by step, in a panel or a dialog. The
 * words are those of shared/text, so that a report and the command line say the same.
 */
import type { ReactNode } from 'react'
import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import { type Day, daysBetween } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import type { Basis, Explanation, StepValue, WhatIf } from '#shared/rules/explanation.ts'
import { frDay, frDelay, frEuros, frReference, frWeekday } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import { CONFIDENCE_WORDS, NATURE_WORDS } from '#shared/text/words.ts'
import { useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { EmptyState, Note } from '../blocks.tsx'
import { Button } from '../button.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { showToast } from '../messages/toast.tsx'
import { SidePanel } from '../panel.tsx'

const W = {
  whyDate: 'Pourquoi cette date ?',
  whyAmount: 'Pourquoi ce montant ?',
  whyState: 'Pourquoi cet état ?',
  computed: (today: string) => `calculé le ${today}`,
  ifChanged: 'Si une donnée change',
  texts: 'Textes',
  since: (day: string) => `en vigueur depuis le ${day}`,
  formerly: (text: string) => `avant : ${text}`,
  none: 'Cette valeur ne s’explique plus : la donnée d’origine a été supprimée ou annulée.',
  copy: 'Copier l’explication',
  copied: 'Explication copiée.',
  unchanged: '—',
} as const

export function explainTitle(target: ExplainTarget): string {
  switch (target.kind) {
    case 'position-amount':
    case 'agreement-amount':
      return W.whyAmount
    case 'position-state':
      return W.whyState
    case 'deadline':
    case 'contract-notice':
    case 'vacancy-limit':
      return W.whyDate
  }
}

/** The panel at the right of a sheet (a drawer where the window is narrow). */
export function ExplainPanel(props: {
  readonly target: ExplainTarget
  readonly onClose: () => void
  readonly actions?: ReactNode
}) {
  const { target } = props
  const read = useRead('read.explain', target, { keep: false })
  const today = useToday()
  const explanation = read.data ?? null
  return (
    <SidePanel
      title={explainTitle(target)}
      onClose={props.onClose}
      glyph={
        <span className={explanation?.nature === 'legal' ? 'warn' : 'dim'}>
          <Glyph name={explanation?.nature === 'legal' ? 'flag' : 'info'} />
        </span>
      }
      footer={
        explanation === null ? undefined : (
          <>
            <Button size="small" onPress={() => void copy(explanation, today)}>
              {W.copy}
            </Button>
            {props.actions}
          </>
        )
      }
    >
      {read.isPending ? null : explanation === null ? (
        <NothingToExplain />
      ) : (
        <ExplanationBody explanation={explanation} />
      )}
    </SidePanel>
  )
}

export function NothingToExplain() {
  return <EmptyState title={W.none} />
}

export function ExplanationBody({ explanation: e }: { readonly explanation: Explanation }) {
  const today = useToday()
  return (
    <div className="explain">
      <p className="sm mut" data-private="">
        {stepSentence(e.subject)}
      </p>
      <p className={e.result.kind === 'day' ? 'big' : 'big amount'}>{resultText(e)}</p>
      <p className="sm explain-when">
        {e.result.kind === 'day' && e.nature !== null && (
          <>
            <span className={urgency(e.result.day, today)}>{frDelay(daysBetween(today, e.result.day))}</span>
            {' · '}
          </>
        )}
        <span className="mut">
          {e.nature !== null && `${NATURE_WORDS[e.nature].toLowerCase()}, `}
          {W.computed(frDay(today))}
        </span>
      </p>
      <ol className="why">
        {e.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a reasoning have an order and no identity
          <li key={index} data-private="">
            {stepSentence(step)}
          </li>
        ))}
      </ol>
      {e.notes.map((note) => (
        <Note key={note.code}>{stepSentence(note)}</Note>
      ))}
      {e.basis.length > 0 && (
        <section>
          <h3>{W.texts}</h3>
          <ul className="sm mut">
            {e.basis.map((basis) => (
              <li key={basis.text}>{basisText(basis)}</li>
            ))}
          </ul>
        </section>
      )}
      {e.whatIf.length > 0 && (
        <section>
          <h3>{W.ifChanged}</h3>
          <table className="mini">
            <tbody>
              {e.whatIf.map((whatIf) => (
                <tr key={whatIf.code}>
                  <th scope="row">{stepSentence(whatIf)}</th>
                  <td className="num">{whatIfText(whatIf)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

function resultText(e: Explanation): string {
  return e.result.kind === 'day' ? frWeekday(e.result.day) : frEuros(e.result.cents)
}

function urgency(day: Day, today: Day): string {
  const left = daysBetween(today, day)
  return left < 0 ? 'late b' : left <= 30 ? 'warn b' : 'b'
}

function whatIfText(whatIf: WhatIf): string {
  const value: StepValue = whatIf.result
  if (value === null) return W.unchanged
  return typeof value === 'number' ? frEuros(cents(value)) : frDay(value as Day)
}

/** "CGFP R. 332-38, en vigueur depuis le 01/10/2025 (avant : …)"; what is not from an official text says so. */
function basisText(basis: Basis): string {
  const former = basis.formerly === undefined ? '' : ` (${W.formerly(frReference(basis.formerly))})`
  const doubt = basis.confidence === 'primary' ? '' : ` · ${CONFIDENCE_WORDS[basis.confidence].toLowerCase()}`
  return `${frReference(basis.text)}, ${W.since(frDay(basis.inForceFrom))}${former}${doubt}`
}

async function copy(e: Explanation, today: Day): Promise<void> {
  const lines = [
    `${stepSentence(e.subject)} : ${resultText(e)} (${W.computed(frDay(today))})`,
    ...e.steps.map((step, index) => `${index + 1}. ${stepSentence(step)}`),
    ...e.notes.map(stepSentence),
    ...e.basis.map(basisText),
  ]
  await navigator.clipboard.writeText(lines.join('\n'))
  showToast(W.copied)
}
