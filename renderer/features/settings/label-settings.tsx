/** Day of the last « label conseiller numérique » attestation of each structure: its yearly renewal is recalled from it. */
import { type Day, isDay } from '#shared/domain/day.ts'
import type { Id } from '#shared/domain/facts.ts'
import { LABEL_SETTING } from '#shared/rules/engine/deadlines/employer-deadlines.ts'
import { act, useRead } from '../../data/queries.ts'
import { DayField } from '../../ui/fields/typed-fields.tsx'

interface Props {
  readonly employerId: Id
  readonly label: string
  readonly writable: boolean
}

export function LabelField({ employerId, label, writable }: Props) {
  const settings = useRead('read.settings', {}).data
  const days = daysOf(settings?.find((each) => each.key === LABEL_SETTING)?.value)
  const save = (day: Day | null) => {
    const { [employerId]: _, ...others } = days
    const value = JSON.stringify(day === null ? others : { ...others, [employerId]: day })
    void act('write.setting', { key: LABEL_SETTING, value })
  }
  return (
    <DayField
      hideLabel
      label={label}
      value={days[employerId] ?? null}
      onChange={save}
      keepsKnown
      isDisabled={!writable}
    />
  )
}

/** Employer id → day; what cannot be read counts as nothing entered. */
function daysOf(setting: string | undefined): Readonly<Record<number, Day>> {
  try {
    const read: unknown = JSON.parse(setting ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, Day] => isDay(entry[1])))
  } catch {
    return {}
  }
}
