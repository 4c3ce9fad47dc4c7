/** Server-sent events: what the session tells, to every open page. */
import type { ServerResponse } from 'node:http'
import type { ClientEvent } from '#shared/api/contract.ts'
import { securityHeaders } from '../page/security.ts'

/** Keeps the connection alive, and finds out when the page is gone. */
const HEARTBEAT_MS = 15_000
/** A page that no longer reads is let go rather than remembered without end; it connects again by itself. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024
const MAX_PAGES = 16

export interface EventStreams {
  /** `revision`: where the dossier is now, told first. */
  add(response: ServerResponse, revision: number): void
  send(event: ClientEvent): void
  /** Ends those that are open; others may be opened. */
  cut(): void
  close(): void
}

export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>()
  const write = (response: ServerResponse, text: string) => {
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy()
    else response.write(text)
  }
  const cut = () => {
    for (const response of open) response.end()
  }
  const heartbeat = setInterval(() => {
    for (const response of open) write(response, ':\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    add(response, revision) {
      const oldest = open.size >= MAX_PAGES ? open.values().next().value : undefined
      oldest?.destroy()
      response.writeHead(200, { ...securityHeaders(), 'content-type': 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n\n')
      // What happened while the page was opening the stream, or opening it again, was told to nobody.
      response.write(frame({ kind: 'changed', revision }))
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    send(event) {
      const text = frame(event)
      for (const response of open) write(response, text)
    },
    cut,
    close() {
      clearInterval(heartbeat)
      cut()
    },
  }
}

function frame(event: ClientEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`
}
