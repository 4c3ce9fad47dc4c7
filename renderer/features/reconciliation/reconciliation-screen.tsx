/** "Écarts avec la liste de l'État": what the State says of each post beside what the dossier says, settled one by one. */
import { useMemo, useState } from 'react'
import type { DifferenceRow } from '#shared/api/channels/reconciliation.ts'
import { COMPARED_FIELDS } from '#shared/rules/reconciliation/compare.ts'
import { COMPARED_LABELS } from '#shared/text/exchange/reconciliation.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { navigate } from '../../app/routes.ts'
import { useScope } from '../../data/preferences.ts'
import { useFileStatus, useRead } from '../../data/queries.ts'
import { EmptyState, Note, PageHead, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { Segmented, Select } from '../../ui/fields/choice.tsx'
import { TextField } from '../../ui/fields/field.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { DifferenceTable } from './difference-table.tsx'
import { countsOf, FIRST, type Filters, filtered } from './differences.ts'
import { RECONCILIATION_WORDS as W } from './text.ts'
import './reconciliation.css'

const PAGE = 200
const SHOWN = ['open', 'contested', 'kept', 'accepted', 'all'] as const

export function ReconciliationScreen() {
  const read = useRead('reconciliation.rows', { employerId: useScope(), positionId: null, settled: true })
  return <Reading read={read}>{(rows) => <Differences rows={rows} />}</Reading>
}

function Differences({ rows }: { readonly rows: readonly DifferenceRow[] }) {
  const [filters, setFilters] = useState<Filters>(FIRST)
  const [most, setMost] = useState(PAGE)
  const writable = !(useFileStatus()?.readOnly ?? true)
  const counts = useMemo(() => countsOf(rows), [rows])
  const found = useMemo(() => filtered(rows, filters), [rows, filters])
  const toImport = () => navigate({ screen: 'import' })
  if (rows.length === 0)
    return (
      <EmptyState
        title={W.none}
        action={
          <Button variant="primary" isDisabled={!writable} onPress={toImport}>
            {W.import}
          </Button>
        }
      >
        {W.noneBody}
      </EmptyState>
    )
  return (
    <>
      <PageHead
        title={W.title}
        subtitle={W.subtitle(counts.byDecision.open, counts.openPosts)}
        actions={
          <Button isDisabled={!writable} onPress={toImport}>
            {W.import}
          </Button>
        }
      />
      <div className="bar rec-bar">
        <Segmented
          label={W.showLabel}
          value={filters.shown}
          onChange={(shown) => setFilters({ ...filters, shown, onlyChanged: false })}
          options={SHOWN.map((value) => ({ value, label: W.show(value, counts.byDecision[value]) }))}
        />
        <Select
          small
          hideLabel
          label={W.field}
          value={filters.field ?? 'all'}
          onChange={(field) => setFilters({ ...filters, field: field === 'all' ? null : field })}
          options={[
            { value: 'all' as const, label: W.allFields },
            ...COMPARED_FIELDS.map((value) => ({ value, label: COMPARED_LABELS[value] })),
          ]}
        />
        <TextField
          hideLabel
          label={W.find}
          placeholder={W.find}
          value={filters.find}
          onChange={(find) => setFilters({ ...filters, find })}
          className="rec-find"
        />
      </div>
      {counts.changedOpen > 0 && !filters.onlyChanged && (
        <Note
          tone="warn"
          action={
            <Button variant="link" onPress={() => setFilters({ ...FIRST, onlyChanged: true })}>
              {W.showChanged}
            </Button>
          }
        >
          {W.changed(counts.changedOpen)}
        </Note>
      )}
      {found.length === 0 ? (
        <EmptyState
          title={filters.shown === 'open' && filters.find === '' ? W.subtitle(0, 0) : W.noMatch}
          action={
            <Button onPress={() => setFilters({ ...FIRST, shown: 'all' })}>
              {W.show('all', rows.length)}
            </Button>
          }
        />
      ) : (
        <ScrollRegion label={W.table}>
          <DifferenceTable rows={found.slice(0, most)} writable={writable} />
          {found.length > most && (
            <p className="rec-more">
              <Button onPress={() => setMost(most + PAGE)}>
                {W.more(Math.min(PAGE, found.length - most))}
              </Button>
            </p>
          )}
        </ScrollRegion>
      )}
      <StatusSlot side="left">
        <span>{W.status(found.length, rows.length)}</span>
      </StatusSlot>
    </>
  )
}
