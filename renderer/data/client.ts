/**
 * Whom the page talks to. On the desktop the preload hands over `window.jalon`; in the browser shell the same calls go to
 * the loopback server that served this page, with its cookie and its token. Nothing else in the page knows which one it is.
 */
import type { Channel, Client, ClientEvent, Input, Reply } from '#shared/api/contract.ts'
import type { Answer, DoorError } from '#shared/api/envelope.ts'
import {
  API_ROUTE,
  DOWNLOAD_ROUTE,
  EVENTS_ROUTE,
  PAGE_TOKEN_HEADER,
  PAGE_TOKEN_QUERY,
  SHUT_CODE,
  UPLOAD_ROUTE,
} from '#shared/api/routes.ts'
import { FR } from '../text/fr.ts'
import { takePageToken } from './page-token.ts'
import { createStore } from './store.ts'

declare global {
  interface Window {
    readonly jalon?: Client
  }
}

const token = window.jalon === undefined ? takePageToken() : ''
const UNREACHABLE: DoorError = { code: 'shell.unreachable', message: FR.unreachable }

/** Browser shell: false from the moment the server stops answering. The shell of the page says so, whatever is shown. */
export const isReachable = createStore(true)

/** Browser shell: why this page has no access any more, in the words of the server; null as long as it has. */
export const shutReason = createStore<string | null>(null)

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', ...init })
  const answer = (await response.json()) as Answer<T>
  isReachable.set(true)
  if (!answer.ok && answer.error.code === SHUT_CODE) shutReason.set(answer.error.message)
  return answer
}

async function post<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    return await ask<T>(path, init)
  } catch {
    void probe()
    return { ok: false, error: UNREACHABLE }
  }
}

/** One call may fail by itself (a file too large to be taken): the smallest question tells whether anybody is there. */
async function probe(): Promise<void> {
  try {
    await ask(`${API_ROUTE}file.status`, jsonOf({}))
  } catch {
    isReachable.set(false)
  }
}

function headersFor(contentType: string): Record<string, string> {
  return { 'content-type': contentType, [PAGE_TOKEN_HEADER]: token }
}

function jsonOf(input: unknown): RequestInit {
  return { headers: headersFor('application/json'), body: JSON.stringify(input) }
}

function browserClient(): Client {
  const listeners = new Set<(event: ClientEvent) => void>()
  let source: EventSource | null = null
  return {
    call: <C extends Channel>(channel: C, input: Input<C>) =>
      post<Reply<C>>(`${API_ROUTE}${channel}`, jsonOf(input)),
    subscribe(listener) {
      listeners.add(listener)
      if (source === null) {
        source = new EventSource(`${EVENTS_ROUTE}?${PAGE_TOKEN_QUERY}=${encodeURIComponent(token)}`)
        source.onmessage = (message: MessageEvent<string>) => {
          const event = JSON.parse(message.data) as ClientEvent
          for (const each of listeners) each(event)
        }
        // The stream opens again by itself: the server may only have let this page go.
        source.onerror = () => {
          if (isReachable.get()) void probe()
        }
        source.onopen = () => isReachable.set(true)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) {
          source?.close()
          source = null
        }
      }
    },
    upload: (file) =>
      post<{ readonly uploadId: string; readonly name: string }>(
        `${UPLOAD_ROUTE}?name=${encodeURIComponent(file.name)}`,
        {
          headers: headersFor('application/octet-stream'),
          body: file.bytes,
        },
      ),
  }
}

export const client: Client = window.jalon ?? browserClient()

/** Browser shell: a file built by the server is offered as a download. On the desktop it was saved by a dialog already. */
export function takeDownload(downloadId: string | null): void {
  if (downloadId === null) return
  const link = document.createElement('a')
  link.href = `${DOWNLOAD_ROUTE}${encodeURIComponent(downloadId)}`
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
