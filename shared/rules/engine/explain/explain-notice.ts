/** Why this notice day: the contract, the length of service, the rule, the arithmetic, and what would change it. */
import { addDays, type Day } from '../../../domain/day.ts'
import type { Id } from '../../../domain/facts.ts'
import { endAfterMonths } from '../../calendar/contract-end.ts'
import type { Explanation, WhatIf } from '../../explanation.ts'
import { type NoticeInput, notice } from '../../law/notice.ts'
import { contractNotice } from '../contracts/contract-notice.ts'
import type { Derived } from '../derive.ts'
import { personName } from '../names.ts'
import { contractSteps } from './contract-steps.ts'

export function explainNotice(contractId: Id, derived: Derived): Explanation | null {
  const view = derived.contracts.get(contractId)
  const found = view === undefined ? null : contractNotice(view, derived)
  if (view === undefined || found === null) return null
  const { rule, input } = found
  const person = personName(derived.index.persons.get(view.contract.personId))
  const answerDays = derived.figures.value('notice.answer-days', rule.legalOn)
  return {
    subject: { code: 'subject.notice', values: { person } },
    result: { kind: 'day', day: rule.legalOn },
    nature: 'legal',
    steps: [...contractSteps(view, derived), ...rule.steps],
    basis: rule.basis,
    whatIf: changesOf(input, view.endsOn, derived),
    notes: [
      { code: 'note.notice', values: { days: answerDays } },
      ...(rule.interview ? [{ code: 'note.interview', values: {} }] : []),
      { code: 'note.no-move', values: {} },
    ],
  }
}

/** The same rule asked with one input changed. */
function changesOf(input: NoticeInput, endsOn: Day | null, derived: Derived): readonly WhatIf[] {
  if (endsOn === null) return []
  const { figures } = derived
  const figure = (code: string) => figures.value(code, endsOn)
  const ask = (changed: Partial<NoticeInput>) => notice({ ...input, ...changed }, figures).legalOn
  const now = ask({})
  /** One period that ends the same day and lasts `months` date to date, and a day more where `beyond`. */
  const lasting = (months: number, beyond: boolean): NoticeInput['periods'] => {
    let startsOn = addDays(endsOn, -Math.round(months * 30.4375) - 3)
    while (endAfterMonths(startsOn, months) < endsOn) startsOn = addDays(startsOn, 1)
    return [{ startsOn: beyond ? addDays(startsOn, -1) : startsOn, endsOn }]
  }
  const whatIf: WhatIf[] = []
  const add = (code: string, values: WhatIf['values'], result: Day) => {
    if (result !== now) whatIf.push({ code, values, result })
  }
  if (input.kind === 'contrat-de-projet') {
    const limit = figure('notice.project.short-max-months')
    add('what-if.project-long', { months: limit }, ask({ periods: lasting(limit, true) }))
    add('what-if.project-short', { months: limit }, ask({ periods: lasting(limit, false) }))
    add('what-if.public', {}, ask({ kind: 'cdd-public' }))
  } else {
    const long = figure('notice.public.tier2-under-months')
    add(
      'what-if.longer-service',
      { months: long },
      ask({ periods: lasting(long, true), permanentNext: false }),
    )
    add(
      'what-if.shorter-service',
      { months: long },
      ask({ periods: lasting(long - 1, false), permanentNext: false }),
    )
    if (input.permanentNext !== true) add('what-if.permanent-next', {}, ask({ permanentNext: true }))
  }
  const doubled = input.doubled === true
  add(doubled ? 'what-if.not-doubled' : 'what-if.doubled', {}, ask({ doubled: !doubled }))
  return whatIf
}
