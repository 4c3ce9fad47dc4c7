/** Fields of the hypothesis being added: only those its kind asks for. */
import { CONTRACT_KINDS } from '#shared/domain/words.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'
import { ComboBox, type Option, Select } from '../../ui/fields/choice.tsx'
import { DayField, IntegerField, MoneyField, RateField } from '../../ui/fields/typed-fields.tsx'
import { emptyDraft, type HypothesisDraft } from './hypothesis-draft.ts'
import { FORECAST_WORDS } from './text.ts'

const W = FORECAST_WORDS.editor
const KINDS = Object.entries(FORECAST_WORDS.kinds).map(([value, label]) => ({
  value: value as HypothesisDraft['kind'],
  label,
}))

interface Props {
  readonly draft: HypothesisDraft
  readonly onChange: (draft: HypothesisDraft) => void
  readonly contracts: readonly Option<number>[]
  readonly positions: readonly Option<number>[]
}

export function HypothesisFields({ draft, onChange, contracts, positions }: Props) {
  const set = (part: Partial<HypothesisDraft>) => onChange({ ...draft, ...part })
  const { kind } = draft
  const onContract = kind === 'renew' || kind === 'end' || kind === 'keep-permanent'
  return (
    <div className="fc-fields">
      <Select label={W.kind} options={KINDS} value={kind} onChange={(next) => onChange(emptyDraft(next))} />
      {onContract && (
        <ComboBox
          label={W.contract}
          options={contracts}
          value={draft.contractId}
          onChange={(contractId) => set({ contractId })}
        />
      )}
      {kind === 'replace' && (
        <>
          <ComboBox
            label={W.position}
            options={positions}
            value={draft.positionId}
            onChange={(positionId) => set({ positionId })}
          />
          <Select
            label={W.contractKind}
            options={CONTRACT_KINDS.map((value) => ({ value, label: CONTRACT_KIND_WORDS[value] }))}
            value={draft.contractKind}
            onChange={(contractKind) => set({ contractKind })}
          />
        </>
      )}
      {(kind === 'end' || kind === 'replace' || kind === 'aid-stops' || kind === 'pay-rise') && (
        <DayField
          label={kind === 'end' ? W.lastDay : kind === 'aid-stops' ? W.on : W.startsOn}
          value={draft.on}
          onChange={(on) => set({ on })}
        />
      )}
      {(kind === 'renew' || kind === 'replace' || kind === 'late-aid') && (
        <IntegerField
          label={kind === 'late-aid' ? W.late : kind === 'replace' ? W.monthsOpen : W.months}
          value={draft.months}
          onChange={(months) => set({ months })}
        />
      )}
      {(kind === 'renew' || kind === 'replace') && (
        <MoneyField
          label={kind === 'renew' ? W.grossKept : W.gross}
          value={draft.gross}
          onChange={(gross) => set({ gross })}
        />
      )}
      {kind === 'pay-rise' && (
        <RateField label={W.rate} value={draft.rate} onChange={(rate) => set({ rate })} />
      )}
    </div>
  )
}
