/** One filter of one column: by value, by words, by number, by day, or by absence. */
import { useMemo, useState } from 'react'
import type { Day } from '#shared/domain/day.ts'
import { cents } from '#shared/domain/money.ts'
import { GRID } from '../../../text/grid.ts'
import { Button } from '../../button.tsx'
import { Checkbox, Select } from '../../fields/choice.tsx'
import { TextField } from '../../fields/field.tsx'
import { DayField, IntegerField, MoneyField } from '../../fields/typed-fields.tsx'
import { type ColumnType, columnName, type GridColumn } from '../model/column.ts'
import { type ColumnFilter, distinctTexts, type Filter } from '../model/filter.ts'
import type { GridView } from '../model/view.ts'

type How = 'values' | 'contains' | 'excludes' | 'between' | 'days' | 'within' | 'empty' | 'filled'

const HOW_WORDS: Readonly<Record<How, string>> = {
  values: GRID.byValue,
  contains: GRID.containsHow,
  excludes: GRID.excludesHow,
  between: GRID.betweenHow,
  days: GRID.daysHow,
  within: GRID.withinHow,
  empty: GRID.emptyHow,
  filled: GRID.filledHow,
}

function howsOf(type: ColumnType): readonly How[] {
  switch (type) {
    case 'cents':
    case 'integer':
    case 'hours':
      return ['between', 'values', 'empty', 'filled']
    case 'day':
      return ['days', 'within', 'values', 'empty', 'filled']
    case 'text':
    case 'id':
      return ['values', 'contains', 'excludes', 'empty', 'filled']
    case 'choice':
    case 'flag':
      return ['values', 'empty', 'filled']
  }
}

const MOST_VALUES = 400

export function FilterPanel<R>(props: {
  readonly columns: readonly GridColumn<R>[]
  readonly rows: readonly R[]
  readonly view: GridView
  readonly initial: string | null
  readonly onApply: (filter: ColumnFilter) => void
}) {
  const shown = props.columns.filter((column) => !props.view.hidden.includes(column.id))
  const [columnId, setColumnId] = useState(props.initial ?? shown[0]?.id ?? '')
  const column = props.columns.find((each) => each.id === columnId)
  return (
    <div className="filter-panel">
      <Select
        label={GRID.filterColumn}
        options={props.columns.map((each) => ({ value: each.id, label: columnName(each) }))}
        value={columnId}
        onChange={setColumnId}
        autoFocus={props.initial === null}
      />
      {column !== undefined && (
        <Condition
          key={columnId}
          column={column}
          rows={props.rows}
          now={props.view.filters.find((each) => each.id === columnId)?.value ?? null}
          onApply={(value) => props.onApply({ id: columnId, value })}
        />
      )}
    </div>
  )
}

function Condition<R>(props: {
  readonly column: GridColumn<R>
  readonly rows: readonly R[]
  readonly now: Filter | null
  readonly onApply: (filter: Filter) => void
}) {
  const { column, now } = props
  const hows = howsOf(column.type)
  const startHow: How =
    now === null
      ? (hows[0] ?? 'values')
      : now.kind === 'empty'
        ? now.isEmpty
          ? 'empty'
          : 'filled'
        : now.kind
  const [how, setHow] = useState<How>(startHow)
  const [values, setValues] = useState<readonly string[]>(now?.kind === 'values' ? now.values : [])
  const [text, setText] = useState(now?.kind === 'contains' || now?.kind === 'excludes' ? now.text : '')
  const [min, setMin] = useState<number | null>(now?.kind === 'between' ? now.min : null)
  const [max, setMax] = useState<number | null>(now?.kind === 'between' ? now.max : null)
  const [from, setFrom] = useState<Day | null>(now?.kind === 'days' ? now.from : null)
  const [to, setTo] = useState<Day | null>(now?.kind === 'days' ? now.to : null)
  const [days, setDays] = useState<number | null>(now?.kind === 'within' ? now.days : 90)
  const distinct = useMemo(
    () => (how === 'values' ? distinctTexts(column, props.rows, MOST_VALUES) : []),
    [how, column, props.rows],
  )
  const [find, setFind] = useState('')
  const listed = distinct.filter((each) => each.text.toLowerCase().includes(find.toLowerCase()))

  const filter = ((): Filter | null => {
    switch (how) {
      case 'values':
        return values.length === 0 ? null : { kind: 'values', values }
      case 'contains':
      case 'excludes':
        return text.trim() === '' ? null : { kind: how, text: text.trim() }
      case 'between':
        return min === null && max === null ? null : { kind: 'between', min, max }
      case 'days':
        return from === null && to === null ? null : { kind: 'days', from, to }
      case 'within':
        return days === null ? null : { kind: 'within', days }
      case 'empty':
      case 'filled':
        return { kind: 'empty', isEmpty: how === 'empty' }
    }
  })()
  return (
    <form
      className="filter-panel"
      onSubmit={(event) => {
        event.preventDefault()
        if (filter !== null) props.onApply(filter)
      }}
    >
      <Select
        label={GRID.filterHow}
        options={hows.map((each) => ({ value: each, label: HOW_WORDS[each] }))}
        value={how}
        onChange={setHow}
      />
      {how === 'values' && (
        <>
          {distinct.length > 10 && (
            <TextField
              label={GRID.quick}
              hideLabel
              placeholder={GRID.quick}
              value={find}
              onChange={setFind}
            />
          )}
          <div className="filter-values">
            {listed.map(({ text: each, count }) => (
              <Checkbox
                key={each}
                isSelected={values.includes(each)}
                onChange={(isSelected) =>
                  setValues((before) =>
                    isSelected ? [...before, each] : before.filter((value) => value !== each),
                  )
                }
              >
                <span className="w">{each}</span>
                <span className="dim">{count}</span>
              </Checkbox>
            ))}
          </div>
        </>
      )}
      {(how === 'contains' || how === 'excludes') && (
        <TextField label={GRID.textLabel} value={text} onChange={setText} autoFocus />
      )}
      {how === 'between' &&
        (column.type === 'cents' ? (
          <div className="form-row">
            <MoneyField label={GRID.min} value={min === null ? null : cents(min)} onChange={setMin} />
            <MoneyField label={GRID.max} value={max === null ? null : cents(max)} onChange={setMax} />
          </div>
        ) : (
          <div className="form-row">
            <IntegerField label={GRID.min} value={min} onChange={setMin} />
            <IntegerField label={GRID.max} value={max} onChange={setMax} />
          </div>
        ))}
      {how === 'days' && (
        <div className="form-row">
          <DayField label={GRID.fromLabel} value={from} onChange={setFrom} />
          <DayField label={GRID.toLabel} value={to} onChange={setTo} />
        </div>
      )}
      {how === 'within' && <IntegerField label={GRID.daysLabel} value={days} onChange={setDays} />}
      <div className="filter-foot">
        <Button type="submit" variant="primary" isDisabled={filter === null}>
          {GRID.apply}
        </Button>
      </div>
    </form>
  )
}
