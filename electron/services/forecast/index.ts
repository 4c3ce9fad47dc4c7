/** Forecasts of the dossier and of its scenarios; a scenario becomes facts only when applied. */
import type { forecastChannels } from '#shared/api/channels/forecast.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Facts, Id, Scenario } from '#shared/domain/facts.ts'
import { forecast } from '#shared/rules/forecast/forecast.ts'
import { supposed } from '#shared/rules/forecast/hypothesis.ts'
import { type Hypothesis, scenarioSchema } from '#shared/schemas/scenario.ts'
import { readEntities, readEntity } from '../../store/entities.ts'
import { Refusal, type Service, type ServiceContext } from '../service.ts'
import { applyHypotheses } from './apply.ts'

/** Months a tranche is late by in the cautious reading; the dossier may say otherwise. */
const CAUTIOUS_DELAY = { key: 'forecast.cautious-delay', months: 3 } as const

function compare(context: ServiceContext, input: Parsed<'forecast.compare'>): Output<'forecast.compare'> {
  const { dossier, today } = context
  const facts = dossier.readFacts()
  const options = { months: input.months, employerId: input.employerId, cautiousDelay: cautiousDelay(facts) }
  const answerFor = (hypotheses: readonly Hypothesis[]) =>
    forecast(supposed(facts, hypotheses, today), today, options)
  const saved = input.scenarioIds.map((id) => scenarioOf(context, id))
  const scenarios = saved.map((scenario) => ({
    id: scenario.id as Id | null,
    name: scenario.name,
    forecast: answerFor(hypothesesOf(scenario)),
  }))
  if (input.draft !== null)
    scenarios.push({ id: null, name: 'Scénario en cours', forecast: answerFor(input.draft) })
  return { base: forecast(facts, today, options), scenarios }
}

function scenarios({ dossier }: ServiceContext): Output<'forecast.scenarios'> {
  return dossier.read((db) =>
    readEntities(db, 'scenario').map((scenario) => ({
      id: scenario.id,
      name: scenario.name,
      createdOn: scenario.createdOn,
      hypotheses: hypothesesOf(scenario),
    })),
  )
}

function apply(context: ServiceContext, { scenarioId }: Parsed<'forecast.apply'>): Output<'forecast.apply'> {
  const scenario = scenarioOf(context, scenarioId)
  return applyHypotheses(context, scenario.name, hypothesesOf(scenario))
}

function scenarioOf({ dossier }: ServiceContext, id: Id): Scenario {
  const scenario = dossier.read((db) => readEntity(db, 'scenario', id))
  if (scenario !== undefined) return scenario
  throw new Refusal({
    code: 'scenario.gone',
    message: 'Ce scénario n’existe plus dans le dossier. Actualiser la liste.',
  })
}

/** A scenario written by a later version may hold hypotheses this one does not know: it is read as having none. */
function hypothesesOf(scenario: Scenario): readonly Hypothesis[] {
  try {
    const parsed = scenarioSchema.safeParse(JSON.parse(scenario.definition))
    return parsed.success ? parsed.data.hypotheses : []
  } catch {
    return []
  }
}

function cautiousDelay(facts: Facts): number {
  const months = Number(facts.settings.find((s) => s.key === CAUTIOUS_DELAY.key)?.value)
  return Number.isInteger(months) && months >= 0 && months <= 36 ? months : CAUTIOUS_DELAY.months
}

export const forecastServices: {
  readonly [C in keyof typeof forecastChannels]: Service<Parsed<C>, Output<C>>
} = {
  'forecast.compare': compare,
  'forecast.scenarios': scenarios,
  'forecast.apply': apply,
}
