/** What a sheet offers to recognise its objects by, and what was asked of it that it cannot give. */
import type { KeyChoice } from '#shared/api/import.ts'
import { type ChosenKeys, keysGiven, type Recognised } from '#shared/domain/recognition.ts'
import type { Headers } from '../columns/header.ts'
import type { Profile } from './profile.ts'

export function keysOffered(profile: Profile, headers: Headers, keys: ChosenKeys): readonly KeyChoice[] {
  const fields = fieldsOf(headers)
  return (profile.keyed ?? []).flatMap((object) => {
    const offered = keysGiven(object, fields)
    const chosen = keys[object]
    return offered.length === 0
      ? []
      : [{ object, offered, chosen: chosen !== null && offered.includes(chosen) ? chosen : null }]
  })
}

/** Objects the sheet speaks of by another key than the one chosen: said, since the usual order then holds. */
export function keysWithoutColumn(
  profile: Profile,
  headers: Headers,
  chosen: ChosenKeys,
): readonly { readonly object: Recognised; readonly key: string }[] {
  const fields = fieldsOf(headers)
  return (profile.keyed ?? []).flatMap((object) => {
    const key = chosen[object]
    const given = keysGiven(object, fields)
    return key === null || given.length === 0 || given.includes(key) ? [] : [{ object, key }]
  })
}

function fieldsOf(headers: Headers): ReadonlySet<string> {
  return new Set(headers.columns.flatMap((column) => column.field ?? []))
}
