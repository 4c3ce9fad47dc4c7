/** The tranches a payment may go to: a box to choose, the share to type, and what will still be due. */

import { cents, ZERO } from '#shared/domain/money.ts'
import { frAmount, frDay } from '#shared/text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/fields/choice.tsx'
import { MoneyField } from '../../ui/fields/typed-fields.tsx'
import { num, TableHead, unseen } from '../../ui/lists/table-head.tsx'
import { type AllocationLine, instalmentName } from './draft.ts'
import { PAYMENT_WORDS as W } from './text.ts'
import type { PaymentState } from './use-payment.ts'

export function AllocationTable({
  payment,
  repayment,
}: {
  readonly payment: PaymentState
  readonly repayment: boolean
}) {
  const { lines, review, shares, values } = payment
  return (
    <section>
      <div className="allocation-head">
        <h3>{W.lines}</h3>
        <span className="sm dim">{W.oldest}</span>
        <span className="sp" />
        <Button
          variant="link"
          isDisabled={values.amountCents === null || lines.length === 0}
          onPress={payment.split}
        >
          {W.split}
        </Button>
      </div>
      {lines.length === 0 ? (
        <p className="sm mut">
          {values.employerId === null ? W.chooseEmployer : repayment ? W.nothingReceived : W.nothingOpen}
        </p>
      ) : (
        <div className="allocation">
          <table className="plain">
            <TableHead
              columns={[
                unseen(W.choose),
                W.post,
                W.instalment,
                W.due,
                num(repayment ? W.received : W.outstanding),
                num(W.share),
                num(W.left),
              ]}
            />
            <tbody>
              {lines.map((line) => (
                <Line key={line.row.id} line={line} payment={payment} repayment={repayment} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td />
                <th scope="row" colSpan={4}>
                  {W.total(review?.settled ?? 0, shares.size)}
                </th>
                <td className="num">{frAmount(review?.allocatedCents ?? ZERO)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )
}

function Line(props: {
  readonly line: AllocationLine
  readonly payment: PaymentState
  readonly repayment: boolean
}) {
  const { line, payment } = props
  const { row } = line
  const name = instalmentName(row)
  const share = payment.shares.get(row.id)
  const wrong = payment.review?.findings.some(
    (f) =>
      f.severity === 'refused' && f.field === `allocations.${[...payment.shares.keys()].indexOf(row.id)}`,
  )
  return (
    <tr>
      <td>
        <Checkbox
          label={W.chooseLine(name)}
          isSelected={share !== undefined}
          onChange={(chosen) => payment.toggle(line, chosen)}
        />
      </td>
      <td>
        <b>{row.positionStateId ?? row.agreementReference}</b>{' '}
        {row.positionId === null ? '' : row.positionLabel}
        {row.funder !== payment.values.funder && <span className="dim"> {W.otherFunder(row.funder)}</span>}
      </td>
      <td>{row.instalment.label}</td>
      <td>{row.instalment.dueOn === null ? '—' : frDay(row.instalment.dueOn)}</td>
      <td className="num">{frAmount(props.repayment ? row.receivedCents : line.outstandingCents)}</td>
      <td className="num share">
        {share === undefined ? (
          <span className="dim">—</span>
        ) : (
          <MoneyField
            plain
            hideLabel
            label={W.shareOf(name)}
            value={share}
            onChange={(amount) => payment.setShare(line, amount)}
            {...(wrong ? { error: '' } : {})}
          />
        )}
      </td>
      <td className="num">{frAmount(cents(Math.max(0, line.outstandingCents - (share ?? 0))))}</td>
    </tr>
  )
}
