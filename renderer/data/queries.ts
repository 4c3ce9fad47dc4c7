/**
 * How the page reads and acts. What is shown is thrown away and read again each time the revision of the dossier changes:
 * states, deadlines and amounts are derived on the other side, so nothing here is patched by hand.
 */
import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Channel, ClientEvent, Contract, Input, Output, Reply } from '#shared/api/contract.ts'
import type { Answer, DoorError } from '#shared/api/envelope.ts'
import type { FileStatus } from '#shared/api/views/file-status.ts'
import type { GridAnswer } from '#shared/api/views/grid-rows.ts'
import { client } from './client.ts'
import { withChanges } from './grid-answer.ts'
import { tellRefusal } from './refusals.ts'

/** An answer that refuses, as an exception: only TanStack Query sees it; screens show `.door.message`. */
export class DoorFailure extends Error {
  readonly door: DoorError
  constructor(door: DoorError) {
    super(door.message)
    this.name = 'DoorFailure'
    this.door = door
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
})

type PlainChannel = { [C in Channel]: Contract[C]['job'] extends true ? never : C }[Channel]
export type ReadChannel = Extract<
  PlainChannel,
  | `read.${string}`
  | 'file.status'
  | 'journal.weigh'
  | 'report.kinds'
  | 'import.fields'
  | 'report.preview'
  | 'documents.ofPosition'
  | 'documents.of'
  | 'documents.checklist'
  | 'forecast.compare'
  | 'forecast.scenarios'
  | 'copies.list'
  | 'copies.places'
  | 'privacy.retention'
  | 'privacy.anonymised'
  | 'lock.status'
  | 'letters.kinds'
  | 'letters.preview'
  | 'templates.fields'
  | 'reconciliation.rows'
>
export type ActChannel = Exclude<PlainChannel, ReadChannel | 'jobs.get' | 'jobs.cancel' | 'calc.run'>

async function read<C extends PlainChannel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await client.call(channel, input)
  if (!answer.ok) throw new DoorFailure(answer.error)
  return answer.value as Output<C>
}

function readFresh<C extends ReadChannel>(channel: C, input: Input<C>): Promise<Output<C>> {
  return channel === 'read.grid'
    ? (readGrid(input as Input<'read.grid'>) as Promise<Output<C>>)
    : read(channel, input)
}

/** Thousands of rows: those already here are not asked for again. */
async function readGrid(input: Input<'read.grid'>): Promise<GridAnswer> {
  const known = queryClient.getQueryData<GridAnswer>(['read.grid', input])
  const answer = await read('read.grid', { ...input, known: known?.tag ?? null })
  return withChanges(input.grid, known, answer) ?? read('read.grid', input)
}

export interface ReadOptions {
  readonly enabled?: boolean
  /** Keep showing the former answer while the next one is read (default). */
  readonly keep?: boolean
  /**
   * What a form begins from: nothing that was read before the last act. Ctrl+Z, then the form at once: it must not open with
   * what was undone, and write it again. Once it is there it stays, as with `keep`.
   */
  readonly fresh?: boolean
}

/** `useRead('read.home', { employerId: null })`: typed by the contract, read again at each revision. */
export function useRead<C extends ReadChannel>(
  channel: C,
  input: Input<C>,
  options: ReadOptions = {},
): UseQueryResult<Output<C>, DoorFailure> {
  const { fresh = false } = options
  const isBegun = useRef(false)
  const result = useQuery<Output<C>, DoorFailure>({
    queryKey: [channel, input],
    queryFn: () => (fresh ? lastAct.then(() => readFresh(channel, input)) : readFresh(channel, input)),
    enabled: options.enabled ?? true,
    // Thousands of rows: comparing each with its former self costs more than drawing the forty shown.
    structuralSharing: channel !== 'read.grid' && channel !== 'read.home',
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData as never }),
  })
  if (!fresh || isBegun.current) return result
  if (result.isStale || result.isPlaceholderData) return { ...result, data: undefined } as typeof result
  isBegun.current = result.data !== undefined
  return result
}

/** One read outside a component (palette, clipboard). */
export function readOnce<C extends ReadChannel>(channel: C, input: Input<C>): Promise<Output<C>> {
  return queryClient.fetchQuery({ queryKey: [channel, input], queryFn: () => readFresh(channel, input) })
}

export function useFileStatus(): FileStatus | undefined {
  return useRead('file.status', {}).data
}

let known: { readonly name: string | null; readonly revision: number } | null = null

/** Called with each revision heard of; what is shown is read again once per new revision. */
function noteRevision(name: string | null, revision: number): void {
  const before = known
  known = { name, revision }
  if (before === null || before.revision !== revision || before.name !== name) {
    void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'file.status' })
  }
}

let running: Promise<void> | null = null
let wanted = 0

async function readStatus(): Promise<void> {
  const answer = await client.call('file.status', {})
  if (!answer.ok) return
  queryClient.setQueryData(['file.status', {}], answer.value)
  noteRevision(answer.value.name, answer.value.revision)
}

/** After an act, or when told of a change: the status first, then everything that is shown. Calls that meet become one. */
export function refresh(): Promise<void> {
  if (running !== null) return running
  running = readStatus().finally(() => {
    running = null
    // A change came while this status was being read: it may not be in it.
    if (known !== null && known.revision < wanted) void refresh()
  })
  return running
}

const SHOWN_BY_COPIES: ReadonlySet<string> = new Set([
  'copies.setSecond',
  'copies.forgetSecond',
  'copies.protect',
  'copies.budget',
  'file.backup',
])

export interface ActOptions {
  /** The caller shows the refusal itself (in its form, at its cells): no toast. */
  readonly quiet?: boolean
}

let lastAct: Promise<unknown> = Promise.resolve()

/** Acts reach the dossier in the order of the hands: Ctrl+Z pressed at once undoes what was just typed, not what came before. */
function inOrder<C extends ActChannel>(channel: C, input: Input<C>): Promise<Answer<Reply<C>>> {
  const mine = lastAct.then(() => client.call(channel, input))
  lastAct = mine.catch(() => undefined)
  return mine
}

/** The act, once: writes through the door, shows a refusal, has what is shown read again. */
export async function act<C extends ActChannel>(
  channel: C,
  input: Input<C>,
  options: ActOptions = {},
): Promise<Answer<Reply<C>>> {
  const answer = await inOrder(channel, input)
  if (!answer.ok) {
    if (!options.quiet) tellRefusal(answer.error)
    return answer
  }
  // Another dossier may have the same revision: nothing of the former one is kept.
  if (channel.startsWith('file.') || channel === 'copies.restore' || channel.startsWith('lock.')) {
    known = null
    wanted = 0
    await running
  }
  await refresh()
  // Settings of the copies and copies made change no dossier: its revision does not tell.
  if (SHOWN_BY_COPIES.has(channel)) void queryClient.invalidateQueries({ queryKey: ['copies.list'] })
  return answer
}

/** Everything the shell pushes. The shell component listens once; others hear through their own reads. */
export function listen(onEvent: (event: ClientEvent) => void): () => void {
  return client.subscribe((event) => {
    if (event.kind === 'changed') {
      wanted = event.revision
      if (known === null || event.revision !== known.revision) void refresh()
    }
    onEvent(event)
  })
}

/** A pure calculation at the door (calculators, previews): nothing is read from or written to the dossier. */
export async function calculate(name: string, input: unknown): Promise<Answer<Output<'calc.run'>>> {
  return client.call('calc.run', { name, input })
}
