/** Which component shows each screen. Each is its own chunk, fetched from the application itself when first shown. */
import { type ComponentType, useEffect, useReducer, useState } from 'react'
import type { ScreenName, ScreenProps } from './routes.ts'

interface Fetched {
  /** Before it is shown: it then appears at once. */
  fetch(): Promise<void>
}
type Registry = { readonly [S in ScreenName]?: ComponentType<ScreenProps<S>> & Fetched }

/**
 * `screen(() => import('../features/home/home-screen.tsx').then((m) => m.HomeScreen))`. Not React's `lazy`: what it suspends is
 * shown no sooner than 300 ms later, and the code is here long before.
 */
export function screen<S extends ScreenName>(
  load: () => Promise<ComponentType<ScreenProps<S>>>,
): ComponentType<ScreenProps<S>> & Fetched {
  let Loaded: ComponentType<ScreenProps<S>> | null = null
  const fetch = async () => {
    Loaded ??= await load()
  }
  function Screen(props: ScreenProps<S>) {
    const [, redraw] = useReducer((turn: number) => turn + 1, 0)
    const [failure, setFailure] = useState<unknown>(null)
    const isHere = Loaded !== null
    useEffect(() => {
      if (!isHere) fetch().then(redraw, setFailure)
    }, [isHere])
    if (failure !== null) throw failure
    return Loaded === null ? null : <Loaded {...props} />
  }
  return Object.assign(Screen, { fetch })
}

export const SCREENS: Registry = {
  positions: screen<'positions'>(() =>
    import('../features/positions/positions-screen.tsx').then((m) => m.PositionsScreen),
  ),
  contracts: screen<'contracts'>(() =>
    import('../features/contracts/contracts-screen.tsx').then((m) => m.ContractsScreen),
  ),
  instalments: screen<'instalments'>(() =>
    import('../features/instalments/instalments-screen.tsx').then((m) => m.InstalmentsScreen),
  ),
  employers: screen<'employers'>(() =>
    import('../features/employers/employers-screen.tsx').then((m) => m.EmployersScreen),
  ),
  persons: screen<'persons'>(() =>
    import('../features/persons/persons-screen.tsx').then((m) => m.PersonsScreen),
  ),
  journal: screen<'journal'>(() =>
    import('../features/journal/journal-screen.tsx').then((m) => m.JournalScreen),
  ),
  welcome: screen<'welcome'>(() =>
    import('../features/welcome/welcome-screen.tsx').then((m) => m.WelcomeScreen),
  ),
  home: screen<'home'>(() => import('../features/home/home-screen.tsx').then((m) => m.HomeScreen)),
  position: screen<'position'>(() => import('../features/sheet/sheet-screen.tsx').then((m) => m.SheetScreen)),
  planning: screen<'planning'>(() =>
    import('../features/planning/planning-screen.tsx').then((m) => m.PlanningScreen),
  ),
  forecasts: screen<'forecasts'>(() =>
    import('../features/forecasts/forecasts-screen.tsx').then((m) => m.ForecastsScreen),
  ),
  reports: screen<'reports'>(() =>
    import('../features/reports/reports-screen.tsx').then((m) => m.ReportsScreen),
  ),
  import: screen<'import'>(() => import('../features/import/import-screen.tsx').then((m) => m.ImportScreen)),
  reconciliation: screen<'reconciliation'>(() =>
    import('../features/reconciliation/reconciliation-screen.tsx').then((m) => m.ReconciliationScreen),
  ),
  calculators: screen<'calculators'>(() =>
    import('../features/calculators/calculators-screen.tsx').then((m) => m.CalculatorsScreen),
  ),
  settings: screen<'settings'>(() =>
    import('../features/settings/settings-screen.tsx').then((m) => m.SettingsScreen),
  ),
  help: screen<'help'>(() => import('../features/help/help-screen.tsx').then((m) => m.HelpScreen)),
}

/** Those a person opens first, while nothing else is to be done. */
export function fetchUsualScreens(): void {
  for (const name of ['home', 'positions', 'position'] as const) SCREENS[name]?.fetch().catch(() => {})
}
