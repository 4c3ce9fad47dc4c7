/** What the preload puts on `window.jalon` on the desktop: the two functions of the door, and never ipcRenderer itself. */
import type { Answer } from './envelope.ts'

export interface JalonBridge {
  call(channel: string, input: unknown): Promise<Answer<unknown>>
  /** Each event is a `ClientEvent`. Returns the way to stop listening. */
  subscribe(listener: (event: unknown) => void): () => void
  /** Files are chosen by native dialogs here. */
  readonly upload: null
}

/** Names of the two messages between preload and main process. */
export const IPC_CALL = 'jalon:call'
export const IPC_EVENT = 'jalon:event'
