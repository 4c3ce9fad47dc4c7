/** What the rule says of the payment being entered, below its tranches. */
import { findingSentence } from '#shared/text/rules/findings.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { PAYMENT_WORDS as W } from './text.ts'
import type { PaymentState } from './use-payment.ts'

/** Refusals in red, warnings in amber; the unallocated rest with the button that settles it. */
export function PaymentFindings({ payment }: { readonly payment: PaymentState }) {
  const { review, values, lines } = payment
  if (review === null) return null
  const atFields = new Set(['amountCents', 'receivedOn'])
  const refused = review.findings.filter((f) => f.severity === 'refused' && !atFields.has(f.field ?? ''))
  const warned = review.findings.filter((f) => f.severity === 'warning' && f.code !== 'payment.unallocated')
  const unallocated = review.findings.find((f) => f.code === 'payment.unallocated')
  const next = review.nextLine
  return (
    <>
      {refused.map((f) => (
        <Note key={`${f.code}-${f.field}`} tone="late">
          {findingSentence(f)}
        </Note>
      ))}
      {unallocated !== undefined && lines.length > 0 && (
        <Note
          tone="warn"
          action={
            next !== null && values.amountCents !== null && values.amountCents > 0 ? (
              <Button size="small" onPress={() => payment.toggle(next, true)}>
                {W.allocateTo(next.row.positionStateId ?? next.row.instalment.label)}
              </Button>
            ) : undefined
          }
        >
          {findingSentence(unallocated)}
        </Note>
      )}
      {warned.map((f) => (
        <Note key={`${f.code}-${f.field}`} tone="warn">
          {findingSentence(f)}
        </Note>
      ))}
    </>
  )
}
