/** One sheet of the report as the spreadsheet will show it: letters, numbers, frozen header, tabs below. */
import { useMemo } from 'react'
import type { ReportPreview, ReportSheet } from '#shared/api/report.ts'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { Views } from '../../ui/tabs.tsx'
import { REPORT_WORDS as W } from './text.ts'
import { columnLetter, columnPixels, isNumeric, type ShownRow, shownRows } from './workbook-view.ts'

export function WorkbookPreview(props: {
  readonly report: ReportPreview
  readonly sheet: ReportSheet
  readonly onSheet: (name: string) => void
}) {
  const { report, sheet } = props
  return (
    <div className="workbook">
      <Views
        label={W.sheets}
        value={sheet.name}
        onChange={props.onSheet}
        items={report.sheets.map((each) => ({ id: each.name, label: each.name }))}
        before={null}
        after={null}
      >
        <ScrollRegion className="xl-scroll" label={W.sheetTable(sheet.name)}>
          <SheetTable sheet={sheet} />
          <p className="xl-note sm mut">
            {report.truncatedAt === null ? W.same : W.truncated(report.truncatedAt)}
          </p>
        </ScrollRegion>
      </Views>
    </div>
  )
}

function SheetTable({ sheet }: { readonly sheet: ReportSheet }) {
  const rows = useMemo(() => shownRows(sheet), [sheet])
  const width = 34 + sheet.columns.reduce((sum, column) => sum + columnPixels(column), 0)
  return (
    <table className="xl" style={{ width }}>
      <colgroup>
        <col style={{ width: 34 }} />
        {sheet.columns.map((column) => (
          <col key={column.key} style={{ width: columnPixels(column) }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td className="c r" />
          {sheet.columns.map((column, index) => (
            <td key={column.key} className="c">
              {columnLetter(index)}
            </td>
          ))}
        </tr>
        <tr className="ti">
          <td className="r">1</td>
          <td colSpan={sheet.columns.length}>{sheet.title}</td>
        </tr>
        <tr className="su">
          <td className="r">2</td>
          <td colSpan={sheet.columns.length}>{sheet.subtitle}</td>
        </tr>
        <tr className="hd">
          <td className="r">3</td>
          {sheet.columns.map((column) => (
            <th key={column.key} scope="col" className={isNumeric(column.kind) ? 'num' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SheetRow key={row.number} row={row} />
        ))}
      </tbody>
    </table>
  )
}

const ROW_CLASS: Readonly<Record<ShownRow['role'], string>> = {
  data: '',
  group: 'gr-row',
  subtotal: 'sst',
  total: 'tt',
  note: 'nt',
}

function SheetRow({ row }: { readonly row: ShownRow }) {
  return (
    <tr className={row.wraps ? `${ROW_CLASS[row.role]} wr` : ROW_CLASS[row.role]}>
      <td className="r">{row.number}</td>
      {row.cells.map((cell) => (
        <td
          key={cell.key}
          colSpan={cell.span}
          className={cell.numeric ? 'num' : cell.failed ? 'late b' : undefined}
          title={cell.formula === null ? undefined : W.formula(cell.formula)}
        >
          {cell.text}
        </td>
      ))}
    </tr>
  )
}
