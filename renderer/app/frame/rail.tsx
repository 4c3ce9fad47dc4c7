/** Navigation at the left: icon and word, never an icon alone. */
import { FR } from '../../text/fr.ts'
import { Icon, type IconName } from '../../ui/glyphs/icon.tsx'
import { formatRoute, type Route, type ScreenName, useRoute } from '../routes.ts'

interface Place {
  readonly to: Route
  readonly icon: IconName
  readonly also?: readonly ScreenName[]
}

const MAIN: readonly Place[] = [
  { to: { screen: 'home' }, icon: 'home' },
  { to: { screen: 'positions' }, icon: 'posts', also: ['position'] },
  { to: { screen: 'contracts' }, icon: 'contract' },
  { to: { screen: 'instalments', tab: 'all' }, icon: 'instalment' },
  { to: { screen: 'planning' }, icon: 'planning' },
  { to: { screen: 'forecasts' }, icon: 'forecast' },
  { to: { screen: 'reports' }, icon: 'report', also: ['reconciliation'] },
]
const BOTTOM: readonly Place[] = [
  { to: { screen: 'employers' }, icon: 'employer' },
  { to: { screen: 'persons' }, icon: 'person' },
  { to: { screen: 'journal' }, icon: 'journal' },
  { to: { screen: 'settings' }, icon: 'settings', also: ['calculators', 'help'] },
]

function RailLink({ place }: { readonly place: Place }) {
  const route = useRoute()
  const current = route.screen === place.to.screen || (place.also?.includes(route.screen) ?? false)
  return (
    <a href={formatRoute(place.to)} {...(current ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={place.icon} />
      {FR.screens[place.to.screen]}
    </a>
  )
}

export function Rail() {
  return (
    <nav className="rail" aria-label={FR.nav} data-area={FR.nav}>
      {MAIN.map((place) => (
        <RailLink key={place.to.screen} place={place} />
      ))}
      <span className="sp" />
      {BOTTOM.map((place) => (
        <RailLink key={place.to.screen} place={place} />
      ))}
    </nav>
  )
}
