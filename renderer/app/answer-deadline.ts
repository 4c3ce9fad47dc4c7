/** Answering a deadline, from the digest or from the sheet of a post: done at once, postponed or ignored with a reason. */
import type { DeadlineRow } from '#shared/api/rows.ts'
import { act } from '../data/queries.ts'
import { openDialog } from './open-dialog.ts'

export async function markDone(deadline: DeadlineRow): Promise<boolean> {
  const answer = await act('write.answerDeadline', {
    key: deadline.key,
    forDay: deadline.dueOn,
    answer: 'done',
    postponedTo: null,
    reason: null,
  })
  return answer.ok
}

export function askPostpone(deadline: DeadlineRow): void {
  openDialog({ kind: 'answer-deadline', deadline, answer: 'postponed' })
}

export function askIgnore(deadline: DeadlineRow): void {
  openDialog({ kind: 'answer-deadline', deadline, answer: 'ignored' })
}

export async function clearAnswer(deadline: DeadlineRow): Promise<void> {
  await act('write.clearAnswer', { key: deadline.key })
}
