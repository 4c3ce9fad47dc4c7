/**
 * What must hold of several rows together, checked once at the end of each action: in between, a service may move money or
 * dates in the order that suits it. Only what the action touched is looked at.
 */
import { overAllocatedError, overlappingAttachmentError } from '#shared/text/errors/row-errors.ts'
import { Refusal } from '../refusal.ts'
import type { Connection } from './connection.ts'

/** The shares of a payment, its credits taken out, add up to something between nothing and its amount. */
const OVER_ALLOCATED = `
WITH touched AS (
  SELECT row_id AS id FROM change WHERE action_id = @action AND table_name = 'payment'
  UNION SELECT allocation.payment_id FROM change JOIN allocation ON allocation.id = change.row_id
  WHERE change.action_id = @action AND change.table_name = 'allocation'
)
SELECT payment.id FROM touched JOIN payment ON payment.id = touched.id
JOIN allocation ON allocation.payment_id = payment.id
GROUP BY payment.id
HAVING sum(allocation.amount_cents) NOT BETWEEN min(payment.amount_cents, 0) AND max(payment.amount_cents, 0)
LIMIT 1`

/** Attachments of one post never overlap: a post has one employer on a given day. */
const OVERLAPPING = `
SELECT mine.id FROM change JOIN attachment AS mine ON mine.id = change.row_id
JOIN attachment AS other ON other.position_id = mine.position_id AND other.id <> mine.id
WHERE change.action_id = @action AND change.table_name = 'attachment'
  AND mine.starts_on <= coalesce(other.ends_on, '9999-12-31')
  AND other.starts_on <= coalesce(mine.ends_on, '9999-12-31')
LIMIT 1`

export function checkInvariants(db: Connection, actionId: number): void {
  if (db.prepare(OVER_ALLOCATED).get({ action: actionId }) !== undefined)
    throw new Refusal(overAllocatedError())
  if (db.prepare(OVERLAPPING).get({ action: actionId }) !== undefined)
    throw new Refusal(overlappingAttachmentError())
}
