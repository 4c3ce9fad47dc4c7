/** The remainder is said at each change, not only shown. */
import { useEffect } from 'react'
import { frEuros } from '#shared/text/format.ts'
import { announce } from '../../ui/messages/live.tsx'
import { PAYMENT_WORDS as W } from './text.ts'
import type { PaymentState } from './use-payment.ts'

export function useAnnouncedRemainder(payment: PaymentState): void {
  const { review, values } = payment
  const left = review?.remainderCents ?? null
  const amount = values.amountCents
  useEffect(() => {
    if (left === null || amount === null) return
    announce(left === 0 ? W.fullySplit(frEuros(amount)) : W.remainder(frEuros(left), frEuros(amount)))
  }, [left, amount])
}
