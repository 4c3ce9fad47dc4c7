/** Glyph + word of each derived state, the same on every screen. Late is the only one in colour. */
import type { AgreementState, ContractState, InstalmentState, PositionState } from '#shared/domain/words.ts'
import {
  AGREEMENT_STATE_WORDS,
  CONTRACT_STATE_WORDS,
  INSTALMENT_STATE_WORDS,
  POSITION_STATE_WORDS,
} from '#shared/text/words.ts'
import { Glyph, type GlyphName } from './glyph.tsx'

export const POSITION_GLYPH: Readonly<Record<PositionState, GlyphName>> = {
  occupied: 'occupied',
  vacant: 'vacant',
  returned: 'returned',
}
const CONTRACT_GLYPH: Readonly<Record<ContractState, GlyphName>> = {
  upcoming: 'upcoming',
  current: 'occupied',
  'expired-open': 'late',
  ended: 'ended',
  broken: 'broken',
}
const AGREEMENT_GLYPH: Readonly<Record<AgreementState, GlyphName>> = {
  upcoming: 'upcoming',
  current: 'occupied',
  expired: 'ended',
  settled: 'respected',
}
export const INSTALMENT_GLYPH: Readonly<Record<InstalmentState, GlyphName>> = {
  planned: 'planned',
  suspended: 'suspended',
  claimable: 'claimable',
  claimed: 'claimed',
  late: 'late',
  'partly-received': 'partly',
  received: 'received',
  cancelled: 'cancelled',
}

export type StateOf =
  | { readonly of: 'position'; readonly state: PositionState }
  | { readonly of: 'contract'; readonly state: ContractState }
  | { readonly of: 'agreement'; readonly state: AgreementState }
  | { readonly of: 'instalment'; readonly state: InstalmentState }

function looks(of: StateOf): { readonly glyph: GlyphName; readonly word: string; readonly late: boolean } {
  switch (of.of) {
    case 'position':
      return { glyph: POSITION_GLYPH[of.state], word: POSITION_STATE_WORDS[of.state], late: false }
    case 'contract':
      return {
        glyph: CONTRACT_GLYPH[of.state],
        word: CONTRACT_STATE_WORDS[of.state],
        late: of.state === 'expired-open',
      }
    case 'agreement':
      return { glyph: AGREEMENT_GLYPH[of.state], word: AGREEMENT_STATE_WORDS[of.state], late: false }
    case 'instalment':
      return {
        glyph: INSTALMENT_GLYPH[of.state],
        word: INSTALMENT_STATE_WORDS[of.state],
        late: of.state === 'late',
      }
  }
}

export function StateGlyph(props: StateOf & { readonly suffix?: string }) {
  const { glyph, word, late } = looks(props)
  return (
    <span className={late ? 'st late' : 'st'}>
      <Glyph name={glyph} />
      <span>
        {word}
        {props.suffix}
      </span>
    </span>
  )
}
