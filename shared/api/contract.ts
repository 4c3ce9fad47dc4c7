/**
 * The whole door on one screen: every channel a page may call, typed from both sides.
 * A channel that is not here does not exist; an input that does not fit its schema never reaches a service.
 */
import type { z } from 'zod'
import { copyChannels } from './channels/copies.ts'
import { documentChannels } from './channels/documents.ts'
import { exchangeChannels } from './channels/exchange.ts'
import { fileChannels } from './channels/file.ts'
import { forecastChannels } from './channels/forecast.ts'
import { interchangeChannels } from './channels/interchange.ts'
import { jobChannels } from './channels/jobs.ts'
import { journalChannels } from './channels/journal.ts'
import { letterChannels } from './channels/letters.ts'
import { lockChannels } from './channels/lock.ts'
import { planningChannels } from './channels/planning.ts'
import { privacyChannels } from './channels/privacy.ts'
import { readChannels } from './channels/read.ts'
import { reconciliationChannels } from './channels/reconciliation.ts'
import { rulesChannels } from './channels/rules.ts'
import { settingsChannels } from './channels/settings.ts'
import { writeChannels } from './channels/write.ts'
import type { Answer, JobState } from './envelope.ts'

export const contract = {
  ...fileChannels,
  ...copyChannels,
  ...lockChannels,
  ...readChannels,
  ...planningChannels,
  ...privacyChannels,
  ...writeChannels,
  ...exchangeChannels,
  ...journalChannels,
  ...letterChannels,
  ...documentChannels,
  ...forecastChannels,
  ...reconciliationChannels,
  ...interchangeChannels,
  ...rulesChannels,
  ...settingsChannels,
  ...jobChannels,
} as const

export type Contract = typeof contract
export type Channel = keyof Contract
/** As the page writes it, before the schema's transforms. */
export type Input<C extends Channel> = z.input<Contract[C]['input']>
/** As a service receives it, after the schema. */
export type Parsed<C extends Channel> = z.output<Contract[C]['input']>
export type Output<C extends Channel> =
  | NonNullable<Contract[C]['output']>
  | Extract<Contract[C]['output'], null>
/** What the call answers at once: the output, or the state of the job it started. */
export type Reply<C extends Channel> = Contract[C]['job'] extends true ? JobState : Output<C>

/** What a page holds, whatever the shell: `client.call('read.home', { employerId: null })`. */
export interface Client {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Reply<C>>>
  /** Called on every change of the file or of a job. Returns the way to stop listening. */
  subscribe(listener: (event: ClientEvent) => void): () => void
  /** Browser shell only: hand a chosen file to the server, get the id to use in a channel and the name as it is shown. Null on desktop. */
  readonly upload:
    | ((file: {
        readonly name: string
        readonly bytes: ArrayBuffer
      }) => Promise<Answer<{ readonly uploadId: string; readonly name: string }>>)
    | null
}

export type ClientEvent =
  | { readonly kind: 'changed'; readonly revision: number }
  | { readonly kind: 'job'; readonly job: JobState }
  /** A menu or a shortcut of the shell asks the page to do something ("undo", "open-palette"…). */
  | { readonly kind: 'command'; readonly command: string }
