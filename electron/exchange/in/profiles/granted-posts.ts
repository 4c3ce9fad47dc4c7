/**
 * Posts the public list grants an employer, recognised by the day of the committee: those already there count, only the missing
 * ones are made, so that a second import adds nothing.
 */
import type { Day } from '#shared/domain/day.ts'
import type { Employer, Id } from '#shared/domain/facts.ts'
import { positionLabel } from '#shared/text/exchange/import.ts'
import type { RowReader } from '../plan/row-reader.ts'
import type { World } from '../plan/world.ts'

export interface GrantedPosts {
  /** Brings the employer's posts granted on that day up to `wanted`; answers how many were made. */
  grant(row: RowReader, employer: Employer, grantedOn: Day, wanted: number): number
}

export function createGrantedPosts(world: World): GrantedPosts {
  /** Posts ever attached to an employer, by the day they were granted (null: not known). */
  const byEmployer = new Map<Id, Map<Day | null, Id[]>>()
  const listOf = (employerId: Id, grantedOn: Day | null): Id[] => {
    const days = byEmployer.get(employerId) ?? new Map<Day | null, Id[]>()
    byEmployer.set(employerId, days)
    const list = days.get(grantedOn) ?? []
    days.set(grantedOn, list)
    return list
  }
  const counted = new Set<string>()
  for (const attachment of world.all('attachment')) {
    const key = `${attachment.employerId} ${attachment.positionId}`
    if (counted.has(key)) continue
    counted.add(key)
    listOf(attachment.employerId, world.get('position', attachment.positionId).grantedOn).push(
      attachment.positionId,
    )
  }
  const rankOf = (employerId: Id) =>
    [...(byEmployer.get(employerId)?.values() ?? [])].reduce((sum, list) => sum + list.length, 0) + 1

  return {
    grant(row, employer, grantedOn, wanted) {
      const present = listOf(employer.id, grantedOn)
      const undated = listOf(employer.id, null)
      for (const id of present) if (id > 0) row.touch('position', id, 'unchanged')
      // Posts entered before without their day: the list says it, no second post is made.
      while (present.length < wanted && undated.length > 0) {
        const id = undated.shift()
        if (id === undefined) break
        world.update('position', id, { grantedOn })
        row.touch('position', id, 'modified')
        present.push(id)
      }
      let added = 0
      while (present.length < wanted) {
        const position = world.create('position', {
          label: positionLabel(employer.communeName, rankOf(employer.id)),
          grantedOn,
        })
        world.create('attachment', {
          positionId: position.id,
          employerId: employer.id,
          startsOn: grantedOn,
        })
        present.push(position.id)
        row.touch('position', position.id, 'created')
        added++
      }
      return added
    },
  }
}
