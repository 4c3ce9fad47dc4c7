/** What each shape means: never colour alone. */
import { INSTALMENT_STATE_WORDS } from '#shared/text/words.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { INSTALMENT_GLYPH } from '../../ui/glyphs/state-glyph.tsx'
import { PLANNING_WORDS as W } from './text.ts'

const BARS = ['funded', 'unfunded', 'vacancy', 'unfilled'] as const
const STATES = ['received', 'partly-received', 'planned', 'suspended', 'late'] as const

export function PlanningLegend() {
  return (
    <ul className="legend pl-legend" aria-label={W.legend}>
      <li>
        <span className="pl-sw conv" />
        {W.agreement}
      </li>
      {BARS.map((kind) => (
        <li key={kind}>
          <span className={`pl-sw ${kind}`} />
          {W.bar[kind]}
        </li>
      ))}
      {STATES.map((state) => (
        <li key={state} className={state === 'late' ? 'late' : ''}>
          <Glyph name={INSTALMENT_GLYPH[state]} />
          {INSTALMENT_STATE_WORDS[state]}
        </li>
      ))}
      <li className="warn">
        <Glyph name="flag" />
        {W.legendNotice}
      </li>
      <li className="late">
        <Glyph name="flag-missed" />
        {W.legendMissed}
      </li>
    </ul>
  )
}
