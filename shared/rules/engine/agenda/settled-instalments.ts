/** A tranche received or cancelled; one asked for, or whose condition is met: what was recalled of it before is over. */
import { minDay } from '../../../domain/day.ts'
import { conditionDay } from '../deadlines/instalment-deadlines.ts'
import { instalmentSubject } from '../deadlines/subjects.ts'
import type { Derived } from '../derive.ts'
import type { InstalmentView } from '../states/instalment-state.ts'
import type { Settle } from './settled-matter.ts'

type Kind = 'instalment-due' | 'instalment-claim' | 'instalment-condition'

export function settledInstalment(view: InstalmentView, derived: Derived, settle: Settle): void {
  const { instalment, outstandingAs, lastReceivedOn } = view
  const { cancelledOn, claimedOn, conditionsMetOn, dueOn, claimableOn, label } = instalment
  const over = (kind: Kind, on: typeof dueOn, code: string, since: typeof dueOn) => {
    if (on === null || since === null || since > derived.today) return
    settle({
      key: `${kind}:instalment:${instalment.id}`,
      kind,
      on,
      since,
      title: { code: `deadline.${kind}`, values: { label } },
      why: { code: `why.settled.${code}`, values: { on: since } },
      subject: instalmentSubject(instalment, derived),
    })
  }
  const claimOn = dueOn ?? claimableOn
  const conditionOn = conditionDay({ ...instalment, conditionsMetOn: null, claimedOn: null })
  if (outstandingAs === null) {
    const code = view.state === 'cancelled' ? 'cancelled' : 'received'
    const since = view.state === 'cancelled' ? cancelledOn : lastReceivedOn
    over('instalment-due', dueOn, code, since)
    over('instalment-claim', claimOn, code, since)
    over('instalment-condition', conditionOn, code, since)
    return
  }
  over('instalment-claim', claimOn, 'claimed', claimedOn)
  // Asked for, or met: whichever came first ended the search for its papers.
  const readyOn =
    claimedOn === null || conditionsMetOn === null
      ? (claimedOn ?? conditionsMetOn)
      : minDay(claimedOn, conditionsMetOn)
  over('instalment-condition', conditionOn, 'ready', readyOn)
  // Late, it is recalled as money missing; the reminder to ask for it would say the same twice.
  if (outstandingAs === 'late') over('instalment-claim', claimOn, 'late', dueOn)
}
