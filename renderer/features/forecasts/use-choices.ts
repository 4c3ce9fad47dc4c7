/** Contracts and posts a hypothesis may speak of, and their names in its sentence. */
import { useMemo } from 'react'
import { frDay } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS } from '#shared/text/words.ts'
import { useRead } from '../../data/queries.ts'
import type { Option } from '../../ui/fields/choice.tsx'
import type { Names } from './text.ts'

export interface Choices {
  readonly contracts: readonly Option<number>[]
  readonly positions: readonly Option<number>[]
  readonly names: Names
}

export function useChoices(): Choices {
  const contracts = useRead('read.grid', { grid: 'contracts', employerId: null }).data?.contracts
  const positions = useRead('read.grid', { grid: 'positions', employerId: null }).data?.positions
  return useMemo(() => {
    const running = (contracts ?? []).filter((row) => row.state === 'current' || row.state === 'upcoming')
    const ofContract = new Map((contracts ?? []).map((row) => [row.id, row.personName]))
    const ofPosition = new Map(
      (positions ?? []).map((row) => [row.id, `${row.position.stateId ?? ''} ${row.position.label}`.trim()]),
    )
    return {
      contracts: running.map((row) => ({
        value: row.id,
        label: `${row.personName} · ${row.positionLabel}`,
        detail:
          row.effectiveEndsOn === null
            ? CONTRACT_KIND_WORDS[row.contract.kind]
            : `${CONTRACT_KIND_WORDS[row.contract.kind]}, ${frDay(row.effectiveEndsOn)}`,
      })),
      positions: [...ofPosition].map(([value, label]) => ({ value, label })),
      names: {
        contract: (id) => ofContract.get(id) ?? '—',
        position: (id) => ofPosition.get(id) ?? '—',
      },
    }
  }, [contracts, positions])
}
