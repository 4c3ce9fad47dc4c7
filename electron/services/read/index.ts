/** Every channel of shared/api/channels/read.ts, answered (saved views are with the services that write them). */
import type { readChannels } from '#shared/api/channels/read.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Service } from '../service.ts'
import { readBudget, readDedicatedFunds } from './accounts.ts'
import { readDeadlines } from './deadlines.ts'
import { readEntity, readScales } from './entity.ts'
import { readExplain } from './explain.ts'
import { readGrid } from './grid.ts'
import { readHome } from './home.ts'
import { readJournal } from './journal.ts'
import { readPosition } from './position.ts'
import { readDeparture, readRenewal } from './renewal.ts'
import { readSearch } from './search.ts'

type ReadServices = {
  readonly [C in Exclude<keyof typeof readChannels, 'read.savedViews'>]: Service<Parsed<C>, Output<C>>
}

export const readServices: ReadServices = {
  'read.grid': readGrid,
  'read.home': readHome,
  'read.position': readPosition,
  'read.deadlines': readDeadlines,
  'read.journal': readJournal,
  'read.entity': readEntity,
  'read.scales': readScales,
  'read.dedicatedFunds': readDedicatedFunds,
  'read.budget': readBudget,
  'read.explain': readExplain,
  'read.renewal': readRenewal,
  'read.departure': readDeparture,
  'read.search': readSearch,
}
