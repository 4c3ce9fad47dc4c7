/** What a request carries, bounded while it arrives: too much is refused at the first byte beyond, not after the last. */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export class TooLarge extends Error {
  constructor() {
    super('request body too large')
    this.name = 'TooLarge'
  }
}

export async function readText(request: IncomingMessage, maxBytes: number): Promise<string> {
  refuseAnnounced(request, maxBytes)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new TooLarge()
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

/** Leaves no file behind where the sender stops half-way or sends too much. */
export async function readToFile(request: IncomingMessage, path: string, maxBytes: number): Promise<void> {
  refuseAnnounced(request, maxBytes)
  let size = 0
  const bound = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > maxBytes ? new TooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(request, bound, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

function refuseAnnounced(request: IncomingMessage, maxBytes: number): void {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new TooLarge()
}
