/** read.search: posts, people, agreements and structures whose words hold all the words typed. Accents and case do not count. */
import type { Output, Parsed } from '#shared/api/contract.ts'
import { peek } from '#shared/rules/engine/containment.ts'
import type { Derived } from '#shared/rules/engine/derive.ts'
import { indexFacts } from '#shared/rules/engine/index-facts.ts'
import { employerLabel, personName, positionName } from '#shared/rules/engine/names.ts'
import type { ServiceContext } from '../service.ts'
import { employerOfPost } from './rows/position-row.ts'
import { snapshotOf } from './snapshot.ts'

type Hit = Output<'read.search'>[number]
interface Entry {
  readonly hit: Hit
  readonly text: string
}

const kept = new WeakMap<Known, readonly Entry[]>()
/** By what was derived (or recorded): the same object from one snapshot to the next where nothing linked to it changed. */
const entryBy = new WeakMap<object, Entry>()

export function readSearch(
  context: ServiceContext,
  { text, limit }: Parsed<'read.search'>,
): Output<'read.search'> {
  const words = plain(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const found: { readonly hit: Hit; readonly rank: number }[] = []
  for (const { hit, text: said } of entriesOf(known(context))) {
    const rank = rankOf(said, words)
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

type Known = Pick<Derived, 'index' | 'positions' | 'contracts' | 'agreements'>

/** What the rules derived; facts alone where they fail: somebody is found whatever they do. */
function known(context: ServiceContext): Known {
  try {
    return snapshotOf(context).derived
  } catch {
    const none = new Map<never, never>()
    const index = indexFacts(context.dossier.readFacts())
    return { index, positions: none, contracts: none, agreements: none }
  }
}

function entriesOf(known: Known): readonly Entry[] {
  const made = kept.get(known)
  if (made !== undefined) return made
  const { index, positions, contracts, agreements } = known
  const { facts } = index
  const entries: Entry[] = []
  const add = (key: object, build: () => Entry) => {
    const said = entryBy.get(key) ?? build()
    entryBy.set(key, said)
    entries.push(said)
  }
  // What no rule could compute is found all the same: it is there that it is corrected.
  for (const position of facts.positions) {
    const view = peek(positions, position.id)
    add(view ?? position, () => {
      const employerId = employerOfPost(known, position.id)
      const employer = employerId === null ? undefined : index.employers.get(employerId)
      const held = view?.holder == null ? '' : personName(index.persons.get(view.holder.personId))
      const detail = [employerLabel(employer), held].filter(Boolean).join(' · ')
      return entry(
        { kind: 'position', id: position.id, label: positionName(position), detail },
        position.workplace,
      )
    })
  }
  for (const person of facts.persons) {
    const last = index.contractsByPerson.get(person.id)?.at(-1)
    add((last === undefined ? undefined : peek(contracts, last.id)) ?? person, () => {
      const post = last === undefined ? undefined : index.positions.get(last.positionId)
      return entry(
        { kind: 'person', id: person.id, label: personName(person), detail: positionName(post) },
        person.lastName,
        person.email,
      )
    })
  }
  for (const agreement of facts.agreements)
    add(peek(agreements, agreement.id) ?? agreement, () => {
      const employer = index.employers.get(agreement.employerId)
      const detail = [agreement.funder, employerLabel(employer)].filter(Boolean).join(' · ')
      return entry(
        { kind: 'agreement', id: agreement.id, label: agreement.reference, detail },
        agreement.dsNumber,
        agreement.ejNumber,
      )
    })
  for (const employer of facts.employers)
    add(employer, () =>
      entry(
        { kind: 'employer', id: employer.id, label: employer.name, detail: employer.communeName ?? '' },
        employer.shortName,
        employer.siret,
      ),
    )
  kept.set(known, entries)
  return entries
}

function entry(hit: Hit, ...more: (string | null)[]): Entry {
  return { hit, text: plain([hit.label, hit.detail, ...more].filter(Boolean).join(' ')) }
}

const PLAIN_LETTERS = /^[\x20-\x7e·]*$/

/** Lower case, without accents, apostrophes and hyphens as spaces, one space between words. */
export function plain(text: string): string {
  // Half of the words have no accent, and these cost a tenth.
  if (PLAIN_LETTERS.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
