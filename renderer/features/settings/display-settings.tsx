/** Theme, density and privacy veil: choices of this person on this machine. */
import { openDialog } from '../../app/open-dialog.ts'
import { preferences, usePreferences, veil } from '../../data/preferences.ts'
import { useStore } from '../../data/store.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioList } from '../../ui/fields/choice.tsx'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.display
const THEMES = ['system', 'light', 'dark'] as const
const DENSITIES = ['compact', 'airy'] as const

export function DisplaySettings() {
  const { theme, density } = usePreferences()
  const veiled = useStore(veil)
  return (
    <>
      <p className="mut">{W.here}</p>
      <RadioList
        label={W.theme}
        value={theme}
        onChange={(next) => preferences.set((now) => ({ ...now, theme: next }))}
        options={THEMES.map((value) => ({ value, label: W.themes[value] }))}
      />
      <RadioList
        label={W.density}
        value={density}
        onChange={(next) => preferences.set((now) => ({ ...now, density: next }))}
        options={DENSITIES.map((value) => ({ value, label: W.densities[value] }))}
      />
      <div>
        <Checkbox isSelected={veiled} onChange={(on) => veil.set(on)}>
          {W.veil}
        </Checkbox>
        <p className="sm dim">{W.veilHint}</p>
      </div>
      <div>
        <Button onPress={() => openDialog({ kind: 'screen-lock' })}>{W.lock}</Button>
        <p className="sm dim">{W.lockHint}</p>
      </div>
      <div>
        <Button onPress={() => openDialog({ kind: 'personal-data' })}>{W.privacy}</Button>
        <p className="sm dim">{W.privacyHint}</p>
      </div>
    </>
  )
}
