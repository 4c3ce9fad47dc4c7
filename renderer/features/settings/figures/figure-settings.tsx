/** The legal figures: built-in ones with their source, a person's own beside, the one in force today in bold. */

import { useMemo, useState } from 'react'
import type { FiguresView } from '#shared/api/channels/settings.ts'
import type { Day } from '#shared/domain/day.ts'
import type { RuleFigure } from '#shared/domain/facts.ts'
import type { Figure } from '#shared/rules/figures/figure.ts'
import { frDay } from '#shared/text/format.ts'
import { figureLabel, figureValueText } from '#shared/text/rules/figures.ts'
import { CONFIDENCE_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../../app/open-dialog.ts'
import { useFileStatus, useRead } from '../../../data/queries.ts'
import { useToday } from '../../../data/today.ts'
import { Reading } from '../../../ui/blocks.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/fields/choice.tsx'
import { TextField } from '../../../ui/fields/field.tsx'
import { TableHead, unseen } from '../../../ui/lists/table-head.tsx'
import { SETTINGS_WORDS } from '../text.ts'
import { FigureDialog } from './figure-dialog.tsx'
import { HolidayDialog } from './holiday-dialog.tsx'

const W = SETTINGS_WORDS.figures

export function FigureSettings() {
  const read = useRead('read.figures', {})
  return (
    <>
      <p className="mut">{W.intro}</p>
      <Reading read={read}>{(view) => <Figures view={view} />}</Reading>
    </>
  )
}

function Figures({ view }: { readonly view: FiguresView }) {
  const today = useToday()
  const writable = !(useFileStatus()?.readOnly ?? true)
  const [search, setSearch] = useState('')
  const [holidays, setHolidays] = useState(false)
  const groups = useMemo(() => groupsOf(view.all, search, holidays), [view.all, search, holidays])
  return (
    <>
      <div className="set-filter">
        <TextField label={W.search} value={search} onChange={setSearch} />
        <Checkbox isSelected={holidays} onChange={setHolidays}>
          {W.holidays}
        </Checkbox>
        <Button isDisabled={!writable} onPress={openHoliday}>
          {W.addHoliday}
        </Button>
      </div>
      {groups.length === 0 ? (
        <p className="mut">{W.none(search)}</p>
      ) : (
        <table className="plain set-table">
          <TableHead columns={[W.name, W.value, W.from, W.source, W.confidence, unseen(W.correct)]} />
          <tbody>
            {groups.map(([code, figures]) => (
              <Rows
                key={code}
                code={code}
                figures={figures}
                own={view.own}
                today={today}
                writable={writable}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** Figures of one code together, latest first. */
function groupsOf(
  all: readonly Figure[],
  search: string,
  holidays: boolean,
): readonly (readonly [string, readonly Figure[]])[] {
  const words = search.trim().toLowerCase()
  const groups = Map.groupBy(
    all.filter((figure) => holidays || words !== '' || !figure.code.startsWith('holiday.')),
    (figure) => figure.code,
  )
  return [...groups]
    .filter(([code]) => words === '' || figureLabel(code).toLowerCase().includes(words))
    .map(
      // Of one day, the person's own comes last in the list of the rules: it is the one in force, shown first.
      ([code, figures]) => [code, figures.toReversed()] as const,
    )
    .sort((a, b) => figureLabel(a[0]).localeCompare(figureLabel(b[0]), 'fr'))
}

function Rows(props: {
  readonly code: string
  readonly figures: readonly Figure[]
  readonly own: readonly RuleFigure[]
  readonly today: Day
  readonly writable: boolean
}) {
  const { code, figures } = props
  const inForce = figures.find((figure) => figure.validFrom <= props.today) ?? figures.at(-1)
  return figures.map((figure, index) => {
    const row = figure.builtIn
      ? undefined
      : props.own.find((each) => each.code === code && each.validFrom === figure.validFrom)
    return (
      <tr key={`${figure.validFrom}-${figure.builtIn}`} className={figure.builtIn ? undefined : 'cur'}>
        {index === 0 ? (
          <th scope="rowgroup" rowSpan={figures.length} className="wrap">
            {figureLabel(code)}
          </th>
        ) : null}
        <td className={figure === inForce ? 'b' : 'dim'}>
          {figureValueText(figure)}
          {!figure.builtIn && <span className="dim"> ({W.yours})</span>}
        </td>
        <td>{frDay(figure.validFrom)}</td>
        <td className="wrap mut">{figure.source}</td>
        <td>{CONFIDENCE_WORDS[figure.confidence]}</td>
        <td>
          {row !== undefined && (
            <Button variant="link" isDisabled={!props.writable} onPress={() => openFigure(figure, row)}>
              {W.edit}
            </Button>
          )}
          {index === 0 && (
            <Button
              variant="link"
              isDisabled={!props.writable}
              label={figure.builtIn ? W.correctOf(figureLabel(code)) : W.anotherOf(figureLabel(code))}
              onPress={() => openFigure(figure, null)}
            >
              {figure.builtIn ? W.correct : W.another}
            </Button>
          )}
        </td>
      </tr>
    )
  })
}

function openHoliday(): void {
  openDialog({ kind: 'custom', render: (close) => <HolidayDialog close={close} /> })
}

function openFigure(figure: Figure, row: RuleFigure | null): void {
  openDialog({
    kind: 'custom',
    render: (close) => <FigureDialog figure={figure} row={row} close={close} />,
  })
}
