/** Where the page is: one typed union, kept in the address after "#" so that back and forward work. */
import type { Id } from '#shared/domain/facts.ts'
import { idIn } from '#shared/domain/ids.ts'
import { createStore, useStore } from '../data/store.ts'

export const POSITION_TABS = ['contracts', 'aid', 'deadlines', 'documents', 'journal'] as const
export type PositionTab = (typeof POSITION_TABS)[number]
const INSTALMENT_TABS = ['follow', 'all', 'payments', 'agreements'] as const
export type InstalmentTab = (typeof INSTALMENT_TABS)[number]

const PLAIN = [
  'welcome',
  'home',
  'positions',
  'contracts',
  'employers',
  'persons',
  'planning',
  'forecasts',
  'reports',
  'import',
  'reconciliation',
  'journal',
  'settings',
  'calculators',
  'help',
] as const
type PlainScreen = (typeof PLAIN)[number]

export type Route =
  | { [S in PlainScreen]: { readonly screen: S; readonly topic?: string } }[PlainScreen]
  | { readonly screen: 'position'; readonly id: Id; readonly tab: PositionTab }
  | { readonly screen: 'instalments'; readonly tab: InstalmentTab; readonly focus?: Id }
export type ScreenName = Route['screen']
/** What a screen is given: where the page is. */
export type ScreenProps<S extends ScreenName> = { readonly route: Extract<Route, { readonly screen: S }> }

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'position':
      return `#/position/${route.id}/${route.tab}`
    case 'instalments':
      return route.focus === undefined
        ? `#/instalments/${route.tab}`
        : `#/instalments/${route.tab}/${route.focus}`
    default:
      return route.topic === undefined
        ? `#/${route.screen}`
        : `#/${route.screen}/${encodeURIComponent(route.topic)}`
  }
}

/** Null where the address names no screen. */
function parseRoute(hash: string): Route | null {
  const [screen = '', second = '', third = ''] = hash.replace(/^#\/?/, '').split('/')
  if (screen === 'position') {
    const id = idIn(second)
    if (id === null) return null
    return { screen, id, tab: POSITION_TABS.find((tab) => tab === third) ?? 'contracts' }
  }
  if (screen === 'instalments') {
    const tab = INSTALMENT_TABS.find((each) => each === second) ?? 'all'
    const focus = idIn(third)
    return focus !== null ? { screen, tab, focus } : { screen, tab }
  }
  const plain = PLAIN.find((each) => each === screen)
  if (plain === undefined) return null
  return second === '' ? { screen: plain } : { screen: plain, topic: decodeURIComponent(second) }
}

const HOME: Route = { screen: 'home' }
const route = createStore<Route>(parseRoute(window.location.hash) ?? HOME)
window.addEventListener('hashchange', () => route.set(parseRoute(window.location.hash) ?? HOME))

export function navigate(to: Route, options: { readonly replace?: boolean } = {}): void {
  const hash = formatRoute(to)
  if (hash === window.location.hash) return
  if (options.replace) {
    window.history.replaceState(null, '', hash)
    route.set(to)
  } else {
    window.location.hash = hash
  }
}

export function useRoute(): Route {
  return useStore(route)
}

export function currentRoute(): Route {
  return route.get()
}
