/** Answering a deadline, from the digest or from the sheet of a post: done at once, postponed or ignored with a reason. */
import type { Deadline } from '#shared/rules/engine/deadlines/deadline.ts'
import { act } from '../data/queries.ts'
import { openDialog } from './open-dialog.ts'

export async function markDone(deadline: Deadline): Promise<boolean> {
  const answer = await act('write.answerDeadline', {
    key: deadline.key,
    forDay: deadline.dueOn,
    answer: 'done',
    postponedTo: null,
    reason: null,
  })
  return answer.ok
}

export function askPostpone(deadline: Deadline): void {
  openDialog({ kind: 'answer-deadline', deadline, answer: 'postponed' })
}

export function askIgnore(deadline: Deadline): void {
  openDialog({ kind: 'answer-deadline', deadline, answer: 'ignored' })
}

export async function clearAnswer(deadline: Deadline): Promise<void> {
  await act('write.clearAnswer', { key: deadline.key })
}
