/** Prévisions: 36 months of cash, cost and employer's share, for the dossier and for its scenarios side by side. */
import { useState } from 'react'
import type { ForecastComparison } from '#shared/api/channels/forecast.ts'
import type { Id } from '#shared/domain/facts.ts'
import { frMonth } from '#shared/text/format.ts'
import { useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { EmptyState, Note, PageHead, Reading } from '../../ui/blocks.tsx'
import { Segmented } from '../../ui/fields/choice.tsx'
import { LeftOut } from '../../ui/left-out.tsx'
import { ScrollRegion } from '../../ui/lists/scroll-region.tsx'
import { ForecastCharts } from './forecast-charts.tsx'
import { COMPARED_AT_MOST, ScenarioList } from './scenario-list.tsx'
import { ComparisonTable, EmployerTable, MonthTable, PostTable } from './tables.tsx'
import { FORECAST_WORDS as W } from './text.ts'
import { useChoices } from './use-choices.ts'
import './forecasts.css'

const HORIZONS = [12, 24, 36] as const

export function ForecastsScreen() {
  const employerId = useScope()
  const [months, setMonths] = useState<(typeof HORIZONS)[number]>(36)
  const [chosen, setChosen] = useState<readonly Id[]>([])
  const choices = useChoices()
  const scenarios = useRead('forecast.scenarios', {})
  const known = chosen.filter((id) => scenarios.data?.some((s) => s.id === id)).slice(-COMPARED_AT_MOST)
  const read = useRead('forecast.compare', { employerId, months, scenarioIds: known, draft: null })
  const list = read.data?.base.months
  const first = list?.[0]?.month
  const last = list?.at(-1)?.month
  return (
    <section className="fc" data-area={W.title}>
      <PageHead
        title={W.title}
        subtitle={first === undefined || last === undefined ? '' : W.subtitle(frMonth(first), frMonth(last))}
        actions={
          <Segmented
            label={W.horizon}
            options={HORIZONS.map((each) => ({ value: `${each}`, label: W.horizons[each] }))}
            value={`${months}`}
            onChange={(value) => setMonths(HORIZONS.find((each) => `${each}` === value) ?? 36)}
          />
        }
      />
      <div className="fc-body">
        <ScenarioList
          scenarios={scenarios.data ?? []}
          chosen={known}
          onChoose={setChosen}
          names={choices.names}
        />
        <ScrollRegion label={W.title} className="fc-main">
          <Reading read={read}>{(comparison) => <Comparison comparison={comparison} />}</Reading>
        </ScrollRegion>
      </div>
    </section>
  )
}

/** The forecast looked at month by month: the dossier, or one of the scenarios compared. */
function Comparison({ comparison }: { readonly comparison: ForecastComparison }) {
  const [shown, setShown] = useState('base')
  const [look, setLook] = useState<'chart' | 'table'>('chart')
  const scenario = comparison.scenarios.find((each) => `${each.id}` === shown)
  const forecast = scenario?.forecast ?? comparison.base
  if (comparison.base.positions.length === 0 && comparison.scenarios.length === 0)
    return <EmptyState title={W.emptyTitle}>{W.emptyBody}</EmptyState>
  return (
    <>
      <LeftOut of={forecast.uncomputed} />
      <ComparisonTable comparison={comparison} />
      <div className="fc-row">
        <h2>{W.shown}</h2>
        {comparison.scenarios.length > 0 && (
          <Segmented
            label={W.compare}
            options={[
              { value: 'base', label: W.dossier },
              ...comparison.scenarios.map((each) => ({ value: `${each.id}`, label: each.name })),
            ]}
            value={scenario === undefined ? 'base' : shown}
            onChange={setShown}
          />
        )}
        <span className="sp" />
        <Segmented
          label={W.shown}
          options={[
            { value: 'chart', label: W.chart },
            { value: 'table', label: W.table },
          ]}
          value={look}
          onChange={setLook}
        />
      </div>
      {look === 'chart' ? <ForecastCharts forecast={forecast} /> : <MonthTable forecast={forecast} />}
      {forecast.suspendedCents > 0 && (
        <Note tone="warn">
          <span data-private="">{W.suspended(forecast.suspendedCents)}</span>
        </Note>
      )}
      {forecast.undatedCents > 0 && (
        <Note tone="warn">
          <span data-private="">{W.undated(forecast.undatedCents)}</span>
        </Note>
      )}
      {forecast.months.some((m) => m.estimated) && <Note>{W.estimated}</Note>}
      {forecast.employers.length > 1 && (
        <>
          <h2>{W.employers}</h2>
          <EmployerTable forecast={forecast} />
        </>
      )}
      <h2>{W.posts}</h2>
      <PostTable forecast={forecast} />
    </>
  )
}
