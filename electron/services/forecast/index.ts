/** Forecasts of the dossier and of its scenarios; a scenario becomes facts only when applied. */
import type { forecastChannels } from '#shared/api/channels/forecast.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Id, Scenario } from '#shared/domain/facts.ts'
import { cautiousDelayOf } from '#shared/rules/forecast/cautious-delay.ts'
import { forecast } from '#shared/rules/forecast/forecast.ts'
import { supposed } from '#shared/rules/forecast/hypothesis.ts'
import { type Hypothesis, hypothesesIn } from '#shared/schemas/scenario.ts'
import { readEntities, readEntity } from '../../store/entities.ts'
import { available } from '../read/computing.ts'
import { Refusal, type Service, type ServiceContext } from '../service.ts'
import { applyHypotheses } from './apply.ts'

function compare(context: ServiceContext, input: Parsed<'forecast.compare'>): Output<'forecast.compare'> {
  const { dossier, today } = context
  const facts = dossier.readFacts()
  const options = {
    months: input.months,
    employerId: input.employerId,
    cautiousDelay: available(() => cautiousDelayOf(facts)),
  }
  const answerFor = (hypotheses: readonly Hypothesis[]) =>
    available(() => forecast(supposed(facts, hypotheses, today), today, options))
  const saved = input.scenarioIds.map((id) => scenarioOf(context, id))
  const scenarios = saved.map((scenario) => ({
    id: scenario.id as Id | null,
    name: scenario.name,
    forecast: answerFor(hypothesesIn(scenario.definition)),
  }))
  if (input.draft !== null)
    scenarios.push({ id: null, name: 'Scénario en cours', forecast: answerFor(input.draft) })
  return { base: available(() => forecast(facts, today, options)), scenarios }
}

function scenarios({ dossier }: ServiceContext): Output<'forecast.scenarios'> {
  return dossier.read((db) =>
    readEntities(db, 'scenario').map((scenario) => ({
      id: scenario.id,
      name: scenario.name,
      createdOn: scenario.createdOn,
      hypotheses: hypothesesIn(scenario.definition),
    })),
  )
}

function apply(context: ServiceContext, { scenarioId }: Parsed<'forecast.apply'>): Output<'forecast.apply'> {
  const scenario = scenarioOf(context, scenarioId)
  return applyHypotheses(context, scenario.name, hypothesesIn(scenario.definition))
}

function scenarioOf({ dossier }: ServiceContext, id: Id): Scenario {
  const scenario = dossier.read((db) => readEntity(db, 'scenario', id))
  if (scenario !== undefined) return scenario
  throw new Refusal({
    code: 'scenario.gone',
    message: 'Ce scénario n’existe plus dans le dossier. Actualiser la liste.',
  })
}

export const forecastServices: {
  readonly [C in keyof typeof forecastChannels]: Service<Parsed<C>, Output<C>>
} = {
  'forecast.compare': compare,
  'forecast.scenarios': scenarios,
  'forecast.apply': apply,
}
