/** Lines that are not rows: headings of groups, subtotals, details of a row. */
import { frInteger } from '#shared/text/format.ts'
import { GRID } from '../../text/grid.ts'
import type { GridController } from './hands/controller.ts'
import { isNumeric } from './model/column.ts'
import type { Line, RowLine } from './model/lines.ts'
import { frozenProps, type RowShape } from './row-shape.ts'
import { SumCells } from './sum-cells.tsx'

export function OtherCells<R>(props: {
  readonly controller: GridController<R>
  readonly shape: RowShape<R>
  readonly line: Exclude<Line<R>, RowLine<R>>
}) {
  const { shape, line } = props
  const id = `${props.controller.sight.gridId}-${line.key}`
  switch (line.kind) {
    case 'group':
      return shape.sumsInHeading ? (
        <SumCells
          id={id}
          shape={shape}
          sums={line.sums}
          rows={line.rows}
          kind="group"
          label={<GroupLabel line={line} count />}
          note={null}
        />
      ) : (
        <>
          <div
            id={id}
            role="rowheader"
            aria-colindex={1}
            aria-colspan={2}
            className="gc fz grp-label"
            style={{ left: 0, gridColumn: '1 / span 2' }}
          >
            <GroupLabel line={line} count={false} />
            {/* After the name in the same cell: a long name pushes it instead of lying over it. */}
            <span className="dim grp-note">{shape.groupNote?.(line.rows)}</span>
          </div>
          <div
            role="gridcell"
            aria-colindex={3}
            aria-colspan={shape.columns.length - 2}
            className="gc"
            style={{ gridColumn: `3 / span ${shape.columns.length - 2}` }}
          />
        </>
      )
    case 'subtotal':
      return (
        <SumCells
          id={id}
          shape={shape}
          sums={line.sums}
          rows={line.rows}
          kind="subtotal"
          label={GRID.subtotal}
          note={shape.summary?.(line.rows)}
        />
      )
    case 'detail':
      return shape.columns.map((column, at) => {
        const fixed = frozenProps(at, shape.frozen)
        return (
          <div
            key={column.id}
            {...(at === 0 ? { id } : {})}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            className={`gc${fixed.className}${isNumeric(column.type) ? ' num' : ''}${at === 0 ? ' detail-label' : ''}`}
            style={fixed.style}
          >
            {at === 0 ? line.detail.label : line.detail.cells[column.id]}
          </div>
        )
      })
  }
}

function GroupLabel<R>({
  line,
  count,
}: {
  readonly line: Extract<Line<R>, { readonly kind: 'group' }>
  readonly count: boolean
}) {
  return (
    <span className="grp-name" data-toggle="">
      <span className="twist" aria-hidden="true">
        {line.isCollapsed ? '▸' : '▾'}
      </span>
      <span className="vh">{line.isCollapsed ? GRID.expand('') : GRID.collapse('')}</span>
      {line.name}
      {(count || line.isCollapsed) && <span className="dim n"> {frInteger(line.rows.length)}</span>}
    </span>
  )
}
