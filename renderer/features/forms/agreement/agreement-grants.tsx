/** Which posts the agreement covers, and what it grants each of them per convention year, proposed by a scale. */
import { useState } from 'react'
import type { PositionRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '#shared/domain/money.ts'
import { frAmount } from '#shared/text/format.ts'
import { useRead } from '../../../data/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, Select } from '../../../ui/fields/choice.tsx'
import { TextField } from '../../../ui/fields/field.tsx'
import { IntegerField, MoneyField } from '../../../ui/fields/typed-fields.tsx'
import { positionName } from '../references.ts'
import { AGREEMENT_WORDS as A } from '../text.ts'
import type { DraftGrant, ScaleYear } from './agreement-draft.ts'

export interface AgreementGrantsProps {
  readonly positions: readonly PositionRow[]
  readonly chosen: readonly Id[]
  readonly onChoose: (ids: readonly Id[]) => void
  readonly years: number
  readonly onYears: (years: number) => void
  readonly grants: readonly DraftGrant[]
  readonly onGrants: (grants: readonly DraftGrant[]) => void
  readonly scheme: string
  readonly onScale: (years: readonly ScaleYear[]) => void
}

const SEARCH_FROM = 12

export function AgreementGrants(props: AgreementGrantsProps) {
  const { positions, chosen } = props
  const [search, setSearch] = useState('')
  const words = search.trim().toLowerCase()
  const shown = positions.filter(
    (row) =>
      words === '' || positionName(row.position).toLowerCase().includes(words) || chosen.includes(row.id),
  )
  return (
    <section className="form-section">
      <h3>{A.grants}</h3>
      {positions.length === 0 ? (
        <p className="sm mut">{A.noPosition}</p>
      ) : (
        <>
          {positions.length > SEARCH_FROM && (
            <TextField label={A.searchPosition} value={search} onChange={setSearch} />
          )}
          <div className="check-list">
            {shown.slice(0, 200).map((row) => (
              <Checkbox
                key={row.id}
                isSelected={chosen.includes(row.id)}
                onChange={(add) =>
                  props.onChoose(add ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))
                }
              >
                {positionName(row.position)}
                {(row.position.inQpv || row.position.inFrr) && <span className="dim"> {A.bonusPlace}</span>}
              </Checkbox>
            ))}
          </div>
        </>
      )}
      {chosen.length > 0 && (
        <>
          <ScaleBar {...props} />
          <GrantTable {...props} />
        </>
      )}
    </section>
  )
}

function ScaleBar(props: AgreementGrantsProps) {
  const scales = useRead('read.scales', {}).data ?? []
  const [id, setId] = useState<Id | null>(null)
  const scale = scales.find((each) => each.id === id)
  const suited = scales.filter((each) => each.scheme === props.scheme || props.scheme === 'other')
  return (
    <div className="form-grid">
      <div className="s3">
        <Select
          label={A.scale}
          placeholder={A.chooseScale}
          value={id}
          onChange={setId}
          options={suited.map((each) => ({ value: each.id, label: each.name }))}
          {...(scale === undefined ? {} : { hint: scale.source })}
        />
      </div>
      <div className="s1 bottom">
        <Button
          isDisabled={scale === undefined}
          onPress={() => scale !== undefined && props.onScale(scale.years)}
        >
          {A.applyScale}
        </Button>
      </div>
      <div className="s2">
        <IntegerField
          label={A.years}
          value={props.years}
          onChange={(years) => years !== null && years >= 1 && years <= 10 && props.onYears(years)}
        />
      </div>
    </div>
  )
}

function GrantTable(props: AgreementGrantsProps) {
  const { chosen, positions, years, grants } = props
  const yearNumbers = Array.from({ length: years }, (_, index) => index + 1)
  const grantOf = (positionId: Id, year: number): DraftGrant =>
    grants.find((grant) => grant.positionId === positionId && grant.year === year) ?? {
      positionId,
      year,
      baseCents: ZERO,
      bonusCents: ZERO,
    }
  const set = (positionId: Id, year: number, part: 'baseCents' | 'bonusCents', amount: Cents | null) => {
    const changed = { ...grantOf(positionId, year), [part]: amount ?? ZERO }
    props.onGrants([...grants.filter((g) => g.positionId !== positionId || g.year !== year), changed])
  }
  const total = (positionId: Id) =>
    sumCents(grants.filter((g) => g.positionId === positionId).map((g) => cents(g.baseCents + g.bonusCents)))
  return (
    <div className="edit-table">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{A.position}</th>
            {yearNumbers.map((year) => (
              <th key={year} scope="col" className="num">
                {A.yearAmounts(year)}
              </th>
            ))}
            <th scope="col" className="num">
              {A.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {chosen.map((positionId) => {
            const row = positions.find((each) => each.id === positionId)
            const name = row === undefined ? '' : positionName(row.position)
            return (
              <tr key={positionId}>
                <th scope="row">{name}</th>
                {yearNumbers.map((year) => {
                  const grant = grantOf(positionId, year)
                  return (
                    <td key={year} className="two">
                      <MoneyField
                        plain
                        hideLabel
                        label={A.baseOf(name, year)}
                        value={grant.baseCents}
                        onChange={(amount) => set(positionId, year, 'baseCents', amount)}
                      />
                      <MoneyField
                        plain
                        hideLabel
                        label={A.bonusOf(name, year)}
                        value={grant.bonusCents}
                        onChange={(amount) => set(positionId, year, 'bonusCents', amount)}
                      />
                    </td>
                  )
                })}
                <td className="num b">{frAmount(total(positionId))}</td>
              </tr>
            )
          })}
        </tbody>
        {chosen.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{A.total}</th>
              {yearNumbers.map((year) => (
                <td key={year} className="num">
                  {frAmount(
                    sumCents(
                      grants.filter((g) => g.year === year).map((g) => cents(g.baseCents + g.bonusCents)),
                    ),
                  )}
                </td>
              ))}
              <td className="num">{frAmount(sumCents(chosen.map(total)))}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
