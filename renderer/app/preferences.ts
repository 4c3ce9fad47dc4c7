/** Choices of this person, under the name features know them by. They live in `data/`, where the grid reads them too. */
export {
  type Density,
  type Preferences,
  preferences,
  scope,
  type Theme,
  usePreferences,
  useScope,
  veil,
} from '../data/preferences.ts'
