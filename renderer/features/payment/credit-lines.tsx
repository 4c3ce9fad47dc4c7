/** "Déduire un avoir": what the funder took out of this payment, and the overpaid tranche it took it from. */
import { useState } from 'react'
import { cents } from '#shared/domain/money.ts'
import { frEuros } from '#shared/text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/fields/choice.tsx'
import { MoneyField } from '../../ui/fields/typed-fields.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { type AllocationLine, creditCents, instalmentName } from './draft.ts'
import { PAYMENT_WORDS as W } from './text.ts'
import type { PaymentState } from './use-payment.ts'

export function CreditLines({ payment }: { readonly payment: PaymentState }) {
  const { creditLines, credits } = payment
  const [choosing, setChoosing] = useState(false)
  const taken = creditLines.filter((line) => credits.has(line.row.id))
  const free = creditLines.filter((line) => !credits.has(line.row.id))
  if (creditLines.length === 0) return null
  return (
    <section className="credits">
      {taken.length > 0 && <h3>{W.creditTitle}</h3>}
      {taken.map((line) => (
        <CreditLine key={line.row.id} line={line} payment={payment} />
      ))}
      {taken.length > 0 && <CreditSum payment={payment} />}
      {choosing ? (
        <Select
          label={W.credit}
          hint={W.creditHint}
          options={free.map((line) => ({
            value: line.row.id,
            label: `${instalmentName(line.row)}, ${W.creditReceived(frEuros(line.row.receivedCents))}`,
          }))}
          value={null}
          onChange={(id) => {
            const line = free.find((each) => each.row.id === id)
            if (line !== undefined) payment.addCredit(line)
            setChoosing(false)
          }}
          autoFocus
        />
      ) : (
        free.length > 0 && (
          <Button variant="link" onPress={() => setChoosing(true)}>
            {W.credit}
          </Button>
        )
      )}
    </section>
  )
}

function CreditLine({ line, payment }: { readonly line: AllocationLine; readonly payment: PaymentState }) {
  const { row } = line
  const name = instalmentName(row)
  return (
    <div className="credit-line">
      <span className="grow">
        <b>{name}</b> <span className="dim">{W.creditReceived(frEuros(row.receivedCents))}</span>
      </span>
      <MoneyField
        plain
        hideLabel
        label={W.creditOf(name)}
        value={payment.credits.get(row.id) ?? null}
        onChange={(amount) => payment.setCredit(row.id, amount)}
      />
      <Button
        variant="icon"
        size="small"
        label={W.removeCredit(name)}
        onPress={() => payment.removeCredit(row.id)}
      >
        <Icon name="close" small />
      </Button>
    </div>
  )
}

/** The bank line and the credits: what the tranches above share. */
function CreditSum({ payment }: { readonly payment: PaymentState }) {
  const { arrivedCents, credits } = payment
  const credit = creditCents(credits)
  if (arrivedCents === null || credit === 0) return null
  return (
    <p className="sm mut">
      {W.creditSum(frEuros(arrivedCents), frEuros(credit), frEuros(cents(arrivedCents + credit)))}
    </p>
  )
}
