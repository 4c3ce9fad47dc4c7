/** Under the terms of a contract being typed: what the law, the aid and its neighbours say of it. Nothing here blocks writing. */
import type { Input } from '#shared/api/contract.ts'
import type { Id } from '#shared/domain/facts.ts'
import { entitySchemas } from '#shared/schemas/entities.ts'
import { useRead } from '../../../data/queries.ts'
import { FindingList } from '../../../ui/explanation/finding-list.tsx'
import type { Values } from '../specs/form-spec.ts'

type Draft = Input<'read.contractCheck'>

export function ContractFindings(props: {
  readonly id: Id | null
  readonly positionId: Id | null
  readonly personId: Id | null
  readonly values: Values
}) {
  const draft = draftOf(props)
  const read = useRead('read.contractCheck', draft ?? NOTHING, {
    enabled: draft !== null,
    keep: draft !== null,
  })
  const findings = draft === null ? [] : (read.data ?? [])
  return findings.length === 0 ? null : <FindingList findings={findings} />
}

/** Only a draft that could be written is judged: half-typed dates would only make noise. */
function draftOf(props: Parameters<typeof ContractFindings>[0]): Draft | null {
  const { id, positionId, personId, values } = props
  if (positionId === null) return null
  const given = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== ''),
  )
  const parsed = entitySchemas.contract.safeParse({ ...given, positionId, personId: personId ?? 1 })
  if (!parsed.success) return null
  const { kind, startsOn, endsOn, weeklyMinutes, monthlyGrossCents, renewsId, ground } = parsed.data
  return {
    id,
    positionId,
    personId,
    kind,
    startsOn,
    endsOn,
    weeklyMinutes,
    monthlyGrossCents,
    renewsId,
    ground,
  }
}

/** Never sent: the read is off while there is nothing to judge. */
const NOTHING: Draft = {
  id: null,
  positionId: 1,
  personId: null,
  kind: 'CDI',
  startsOn: '2000-01-01' as Draft['startsOn'],
  endsOn: null,
  weeklyMinutes: 2100,
  monthlyGrossCents: null,
  renewsId: null,
  ground: null,
}
