/** read.search: posts, people, agreements and structures whose words hold all the words typed. Accents and case do not count. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import { personName, positionName } from '#shared/rules/engine/names.ts'
import type { ServiceContext } from '../service.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

type Hit = Output<'read.search'>[number]
interface Entry {
  readonly hit: Hit
  readonly text: string
}

const kept = new WeakMap<Snapshot, readonly Entry[]>()

export function readSearch(
  context: ServiceContext,
  { text, limit }: Parsed<'read.search'>,
): Output<'read.search'> {
  const words = plain(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const found: { readonly hit: Hit; readonly rank: number }[] = []
  for (const { hit, text: entry } of entriesOf(snapshotOf(context))) {
    const rank = rankOf(entry, words)
    if (rank !== null) found.push({ hit, rank })
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((f) => f.hit)
}

/** 0: begins with what was typed; 1: a word begins with the first one; 2: elsewhere. Null: a word is missing. */
function rankOf(entry: string, words: readonly string[]): 0 | 1 | 2 | null {
  const first = words[0] ?? ''
  if (!words.every((word) => entry.includes(word))) return null
  if (entry.startsWith(first)) return 0
  return entry.includes(` ${first}`) ? 1 : 2
}

function entriesOf(snapshot: Snapshot): readonly Entry[] {
  const known = kept.get(snapshot)
  if (known !== undefined) return known
  const { facts, derived } = snapshot
  const { index, positions } = derived
  const entries: Entry[] = []
  const add = (hit: Hit, ...more: (string | null)[]) =>
    entries.push({ hit, text: plain([hit.label, hit.detail, ...more].filter(Boolean).join(' ')) })
  for (const { position, employerId, holder } of positions.values()) {
    const employer = employerId === null ? undefined : index.employers.get(employerId)
    const held = holder === null ? '' : personName(index.persons.get(holder.personId))
    const detail = [employer?.shortName ?? employer?.name ?? '', held].filter(Boolean).join(' · ')
    add({ kind: 'position', id: position.id, label: positionName(position), detail }, position.workplace)
  }
  for (const person of facts.persons) {
    const last = index.contractsByPerson.get(person.id)?.at(-1)
    const post = last === undefined ? undefined : positions.get(last.positionId)?.position
    add(
      { kind: 'person', id: person.id, label: personName(person), detail: positionName(post) },
      person.lastName,
      person.email,
    )
  }
  for (const agreement of facts.agreements) {
    const employer = index.employers.get(agreement.employerId)
    const detail = [agreement.funder, employer?.shortName ?? employer?.name].filter(Boolean).join(' · ')
    add(
      { kind: 'agreement', id: agreement.id, label: agreement.reference, detail },
      agreement.dsNumber,
      agreement.ejNumber,
    )
  }
  for (const employer of facts.employers)
    add(
      { kind: 'employer', id: employer.id, label: employer.name, detail: employer.communeName ?? '' },
      employer.shortName,
      employer.siret,
    )
  kept.set(snapshot, entries)
  return entries
}

/** Lower case, without accents, apostrophes and hyphens as spaces, one space between words. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
