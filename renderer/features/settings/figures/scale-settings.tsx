/** The scales of aid: built-in ones to copy, a person's own to change. */
import { cents, sumCents } from '#shared/domain/money.ts'
import { frAmount } from '#shared/text/format.ts'
import { CONFIDENCE_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../../app/open-dialog.ts'
import { useFileStatus, useRead } from '../../../data/queries.ts'
import { Reading } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/glyphs/icon.tsx'
import { num, TableHead, unseen } from '../../../ui/lists/table-head.tsx'
import { SETTINGS_WORDS } from '../text.ts'
import { ScaleDialog, type ScaleWithYears } from './scale-dialog.tsx'

const W = SETTINGS_WORDS.scales

export function ScaleSettings() {
  const read = useRead('read.scales', {})
  const writable = !(useFileStatus()?.readOnly ?? true)
  return (
    <>
      <p className="mut">{W.intro}</p>
      <Reading read={read}>{(scales) => <Table scales={scales} writable={writable} />}</Reading>
      <div>
        <Button isDisabled={!writable} onPress={() => openScale(null, false)}>
          <Icon name="plus" />
          {W.new}
        </Button>
      </div>
    </>
  )
}

function Table({
  scales,
  writable,
}: {
  readonly scales: readonly ScaleWithYears[]
  readonly writable: boolean
}) {
  const years = Math.max(1, ...scales.map((scale) => scale.years.length))
  const numbers = Array.from({ length: years }, (_, index) => index)
  return (
    <div className="scroll-x">
      <table className="plain set-table set-scales">
        <TableHead
          columns={[
            W.name,
            ...numbers.map((index) => num(W.year(index + 1))),
            num(W.total),
            W.source,
            unseen(W.edit),
          ]}
        />
        <tbody>
          {scales.map((scale) => (
            <tr key={scale.id} className={scale.id < 0 ? undefined : 'cur'}>
              <th scope="row">{scale.name}</th>
              {numbers.map((index) => {
                const year = scale.years[index]
                return (
                  <td key={index} className="num" title={year === undefined ? undefined : bonusOf(year)}>
                    {year === undefined ? '—' : frAmount(cents(year.baseCents + year.bonusCents))}
                  </td>
                )
              })}
              <td className="num b">{frAmount(totalOf(scale))}</td>
              <td className="wrap">
                {CONFIDENCE_WORDS[scale.confidence]}
                {scale.source !== '' && <span className="mut"> · {scale.source}</span>}
              </td>
              <td>
                <Button
                  variant="link"
                  isDisabled={!writable}
                  label={scale.id < 0 ? W.copyOf(scale.name) : W.editOf(scale.name)}
                  onPress={() => openScale(scale, scale.id < 0)}
                >
                  {scale.id < 0 ? W.copy : W.edit}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function totalOf(scale: ScaleWithYears) {
  return sumCents(scale.years.map((year) => cents(year.baseCents + year.bonusCents)))
}

function bonusOf(year: ScaleWithYears['years'][number]): string | undefined {
  return year.bonusCents === 0 ? undefined : W.bonus(frAmount(year.bonusCents))
}

function openScale(scale: ScaleWithYears | null, copied: boolean): void {
  openDialog({
    kind: 'custom',
    render: (close) => <ScaleDialog scale={scale} copied={copied} close={close} />,
  })
}
