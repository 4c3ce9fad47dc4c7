/** The columns of the file: what each is read as, changed here, and how well it was read. */

import type { ImportPlan } from '#shared/api/import.ts'
import { useRead } from '../../data/queries.ts'
import { Checkbox, Select } from '../../ui/fields/choice.tsx'
import { IntegerField } from '../../ui/fields/typed-fields.tsx'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { TableHead } from '../../ui/lists/table-head.tsx'
import { KeysChoice } from './keys-choice.tsx'
import { withColumn } from './plan-view.ts'
import { othersOffered } from './sheets-view.ts'
import { IMPORT_WORDS as W } from './text.ts'
import type { ImportState } from './use-import.ts'

const SKIP = ''

export function ColumnsPane({ state, plan }: { readonly state: ImportState; readonly plan: ImportPlan }) {
  const known = plan.columns.filter((column) => column.field !== null).length
  const fields = plan.fields ?? []
  return (
    <section className="imp-columns" aria-label={W.columns} data-area={W.columns}>
      <div className="sech">
        <h2>{W.columns}</h2>
        <span className="sm dim">{W.recognised(known, plan.columns.length)}</span>
      </div>
      <div className="imp-options">
        {plan.sheets.length > 1 && (
          <Select
            small
            label={W.sheet}
            value={plan.sheet}
            onChange={(sheet) => state.show(sheet)}
            options={plan.sheets.map((sheet) => ({ value: sheet, label: sheet, ...detailOf(plan, sheet) }))}
          />
        )}
        <KindSelect state={state} plan={plan} />
        <IntegerField
          label={W.header}
          value={plan.headerLine}
          onChange={(line) => {
            if (line !== null && line >= 1) state.remap({ ...state.mapping, headerLine: line })
          }}
        />
      </div>
      <OtherSheets state={state} />
      <KeysChoice state={state} plan={plan} />
      <ScrollRegion label={W.columns}>
        <table className="plain imp-map">
          <TableHead columns={[W.column, W.field, W.reading2]} />
          <tbody>
            {plan.columns.map((column) => (
              <tr key={column.name}>
                <th scope="row">
                  <b>{column.name}</b>
                  <span className="dim sample">{column.sample}</span>
                </th>
                <td>
                  <Select
                    hideLabel
                    small
                    label={W.fieldOf(column.name)}
                    value={column.field ?? SKIP}
                    onChange={(field) =>
                      state.remap(withColumn(state.mapping, plan, column.name, field === SKIP ? null : field))
                    }
                    options={[
                      { value: SKIP, label: W.skip },
                      ...fields.map((f) => ({ value: f.id, label: f.label })),
                    ]}
                  />
                </td>
                <td className="reading">
                  <Reading column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="imp-foot sm">
        <Checkbox
          isSelected={!state.mapping.blanksErase}
          onChange={(keep) => state.remap({ ...state.mapping, blanksErase: !keep })}
        >
          {W.blanks}
        </Checkbox>
        <Checkbox
          isSelected={state.mapping.keepUnmapped}
          onChange={(keepUnmapped) => state.remap({ ...state.mapping, keepUnmapped })}
        >
          {W.keepUnmapped}
        </Checkbox>
      </div>
    </section>
  )
}

/** What the sheet holds: recognised, and chosen here where it was taken for another. */
function KindSelect({ state, plan }: { readonly state: ImportState; readonly plan: ImportPlan }) {
  const profiles = useRead('import.fields', {}).data ?? []
  return (
    <Select
      small
      label={W.kind}
      value={plan.profile}
      onChange={(profile) => state.remap({ ...state.mapping, profile, columns: {} })}
      options={profiles.map((each) => ({ value: each.id, label: each.label }))}
    />
  )
}

/** The other sheets of the workbook, each read with this one where it is ticked. */
function OtherSheets({ state }: { readonly state: ImportState }) {
  const { whole } = state
  if (whole === null) return null
  const offered = othersOffered(whole)
  if (offered.length === 0) return null
  return (
    <fieldset className="imp-sheets sm">
      <legend>{W.readAlso}</legend>
      {offered.map((sheet) => (
        <Checkbox
          key={sheet.name}
          isSelected={state.isReadAlso(sheet)}
          onChange={(read) => state.readAlso(sheet.name, read)}
        >
          {sheet.name}
          <span className="dim"> {W.sheetAbout(sheet.profileLabel ?? '', sheet.rows)}</span>
        </Checkbox>
      ))}
    </fieldset>
  )
}

function detailOf(plan: ImportPlan, name: string): { readonly detail?: string } {
  const sheet = plan.found.find((each) => each.name === name)
  return sheet?.read ? { detail: W.sheetRead } : {}
}

function Reading({ column }: { readonly column: ImportPlan['columns'][number] }) {
  if (column.field === null) {
    return (
      <span className="dim">
        <Glyph name="suspended" /> {W.keptInFile}
      </span>
    )
  }
  return (
    <>
      <span className={column.refused > 0 ? 'late' : 'ok'}>
        <Glyph name={column.refused > 0 ? 'refused' : 'respected'} />
      </span>{' '}
      {W.read(column.read, column.empty, column.refused)}
    </>
  )
}
