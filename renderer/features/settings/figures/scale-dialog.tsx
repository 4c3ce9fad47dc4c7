/** A scale and its years. A copy of a built-in one starts from its amounts, and says where they come from. */
import { useState } from 'react'
import type { AidScale, AidScaleYear } from '#shared/domain/facts.ts'
import { type Cents, cents, sumCents, ZERO } from '#shared/domain/money.ts'
import type { Confidence, Scheme, Sector } from '#shared/domain/words.ts'
import { fieldLabel } from '#shared/text/fields.ts'
import { frEuros } from '#shared/text/format.ts'
import { CONFIDENCE_WORDS, SCHEME_WORDS, SECTOR_WORDS } from '#shared/text/words.ts'
import { act } from '../../../data/queries.ts'
import { RefusalNote } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { DialogFrame } from '../../../ui/dialogs/dialog.tsx'
import { Checkbox, type Option, Select } from '../../../ui/fields/choice.tsx'
import { TextField } from '../../../ui/fields/field.tsx'
import { MoneyField } from '../../../ui/fields/typed-fields.tsx'
import { Icon } from '../../../ui/glyphs/icon.tsx'
import { SETTINGS_WORDS } from '../text.ts'

const S = SETTINGS_WORDS.scales
const W = S.dialog
const label = (field: string) => fieldLabel('aidScale', field)

export type ScaleWithYears = AidScale & { readonly years: readonly AidScaleYear[] }

interface YearDraft {
  readonly baseCents: Cents
  readonly bonusCents: Cents
}

export function ScaleDialog(props: {
  readonly scale: ScaleWithYears | null
  readonly copied: boolean
  readonly close: () => void
}) {
  const { scale, copied, close } = props
  const id = scale === null || copied ? null : scale.id
  const [name, setName] = useState(scale === null ? '' : copied ? S.copied(scale.name) : scale.name)
  const [scheme, setScheme] = useState<Scheme>(scale?.scheme ?? 'v2')
  const [sector, setSector] = useState<Sector>(scale?.sector ?? 'private')
  const [bonus, setBonus] = useState(scale?.bonus ?? false)
  const [source, setSource] = useState(scale?.source ?? '')
  const [confidence, setConfidence] = useState<Confidence>(scale?.confidence ?? 'to-check')
  const [years, setYears] = useState<readonly YearDraft[]>(
    scale === null
      ? [{ baseCents: ZERO, bonusCents: ZERO }]
      : scale.years.map(({ baseCents, bonusCents }) => ({ baseCents, bonusCents })),
  )
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const missing = (empty: boolean) => (asked && empty ? { error: SETTINGS_WORDS.figures.missing } : {})

  const save = async () => {
    setAsked(true)
    if (name.trim() === '' || source.trim() === '') return
    const territory = scale?.territory ?? null
    const values = { name: name.trim(), scheme, sector, bonus, territory, source: source.trim(), confidence }
    const saved = await act('write.aidScale', { id, values, years: [...years] }, { quiet: true })
    if (saved.ok) close()
    else setProblem(saved.error.message)
  }

  const change = (index: number, next: Partial<YearDraft>) =>
    setYears((now) => now.map((year, at) => (at === index ? { ...year, ...next } : year)))
  return (
    <DialogFrame
      title={id === null ? W.create : W.edit}
      width={620}
      onClose={close}
      hint={SETTINGS_WORDS.undoable}
      primary={{ label: id === null ? W.createAction : W.editAction, onPress: () => void save() }}
    >
      <TextField
        label={label('name')}
        value={name}
        onChange={setName}
        isRequired
        autoFocus
        {...missing(name.trim() === '')}
      />
      <div className="form-row">
        <Select
          label={label('scheme')}
          value={scheme}
          onChange={setScheme}
          options={optionsOf(SCHEME_WORDS)}
        />
        <Select
          label={label('sector')}
          value={sector}
          onChange={setSector}
          options={optionsOf(SECTOR_WORDS)}
        />
        <Select
          label={label('confidence')}
          value={confidence}
          onChange={setConfidence}
          options={optionsOf(CONFIDENCE_WORDS)}
        />
      </div>
      <Checkbox isSelected={bonus} onChange={setBonus}>
        {label('bonus')}
      </Checkbox>
      <TextField
        label={label('source')}
        value={source}
        onChange={setSource}
        isRequired
        {...missing(source.trim() === '')}
      />
      <section>
        <h3>{W.years}</h3>
        <table className="mini">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" className="num">
                {W.base}
              </th>
              <th scope="col" className="num">
                {W.bonus}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {years.map((year, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year is its rank
              <tr key={index}>
                <th scope="row">{W.yearName(index + 1)}</th>
                <td className="num">
                  <MoneyField
                    plain
                    hideLabel
                    label={W.baseOf(index + 1)}
                    value={year.baseCents}
                    onChange={(amount) => change(index, { baseCents: amount ?? ZERO })}
                  />
                </td>
                <td className="num">
                  <MoneyField
                    plain
                    hideLabel
                    label={W.bonusOf(index + 1)}
                    value={year.bonusCents}
                    onChange={(amount) => change(index, { bonusCents: amount ?? ZERO })}
                  />
                </td>
                <td>
                  <Button
                    variant="icon"
                    size="small"
                    label={W.removeYear(index + 1)}
                    isDisabled={years.length === 1}
                    onPress={() => setYears((now) => now.filter((_, at) => at !== index))}
                  >
                    <Icon name="close" small />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{W.total}</td>
              <td colSpan={2} className="num">
                {frEuros(sumCents(years.map((year) => cents(year.baseCents + year.bonusCents))))}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
        <Button
          size="small"
          isDisabled={years.length >= 10}
          onPress={() => setYears((now) => [...now, { baseCents: ZERO, bonusCents: ZERO }])}
        >
          <Icon name="plus" />
          {W.addYear}
        </Button>
      </section>
      {problem !== null && <RefusalNote>{problem}</RefusalNote>}
    </DialogFrame>
  )
}

function optionsOf<V extends string>(words: Readonly<Record<V, string>>): readonly Option<V>[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }))
}
