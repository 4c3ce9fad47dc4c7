/** What each structure brings to its posts: sector, fiscal year, chart of accounts, charges, holidays. */

import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import { frRate } from '#shared/text/format.ts'
import { frMonthDay } from '#shared/text/typed.ts'
import { CHART_WORDS, SECTOR_WORDS, ZONE_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { useFileStatus, useRead } from '../../data/queries.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { useGrowingList } from '../../ui/lists/growing-list.ts'
import { num, TableHead, unseen } from '../../ui/lists/table-head.tsx'
import { LabelField } from './label-settings.tsx'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.employers

export function EmployerSettings() {
  const read = useRead('read.grid', { grid: 'employers', employerId: null })
  const writable = !(useFileStatus()?.readOnly ?? true)
  return (
    <>
      <p className="mut">{W.intro}</p>
      <Reading read={read}>
        {(rows) => {
          const employers = rows.employers ?? []
          if (employers.length === 0) return <p className="mut">{W.empty}</p>
          return <EmployerTable employers={employers} writable={writable} />
        }}
      </Reading>
      <div>
        <Button
          isDisabled={!writable}
          onPress={() => openDialog({ kind: 'entity', entity: 'employer', id: null })}
        >
          <Icon name="plus" />
          {W.new}
        </Button>
      </div>
    </>
  )
}

/** As many as a national file holds: drawn as one comes to them. */
function EmployerTable(props: { readonly employers: readonly EmployerRow[]; readonly writable: boolean }) {
  const { employers, writable } = props
  const drawn = useGrowingList(employers.length)
  return (
    <>
      <div className="scroll-x">
        <table className="plain set-table">
          <TableHead
            columns={[
              W.name,
              W.sector,
              W.fiscalYear,
              W.chart,
              num(W.charges),
              W.zone,
              W.attested,
              unseen(W.edit),
            ]}
          />
          <tbody>
            {employers.slice(0, drawn.shown).map(({ id, employer }) => (
              <tr key={id}>
                <th scope="row">{employer.name}</th>
                <td>{SECTOR_WORDS[employer.sector]}</td>
                <td>{frMonthDay(employer.fiscalYearStart)}</td>
                <td>{CHART_WORDS[employer.chart]}</td>
                <td className="num">
                  {employer.chargesRate === null ? W.none : frRate(employer.chargesRate)}
                </td>
                <td>{ZONE_WORDS[employer.zone]}</td>
                <td>
                  <LabelField employerId={id} label={W.attestedOf(employer.name)} writable={writable} />
                </td>
                <td>
                  <Button
                    variant="link"
                    isDisabled={!writable}
                    label={W.editOf(employer.name)}
                    onPress={() => openDialog({ kind: 'entity', entity: 'employer', id })}
                  >
                    {W.edit}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div ref={drawn.end} />
    </>
  )
}
