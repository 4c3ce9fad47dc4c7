/**
 * Requests line by line in, answers line by line out, in order, in constant memory: a million lines stream through. Nothing
 * is read while the reader of the answers is slower. A line that is no request is answered, and the stream goes on.
 */

import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { runCalc } from '#shared/rules/calc/run.ts'
import { calcErrorMessage } from '#shared/text/errors/calc-errors.ts'

/** Longest request accepted: far above any real one, far below what would fill the memory. */
const MAX_LINE = 1_000_000
/** Answers are handed over in blocks of about this many characters. */
const BLOCK = 64 * 1024

export async function answerLines(input: Readable, write: (lines: string) => Promise<void>): Promise<void> {
  let block = ''
  for await (const line of linesOf(input)) {
    if (line !== TOO_LONG && line.trim() === '') continue
    block += `${JSON.stringify(line === TOO_LONG ? failure(null, 'request.too-long') : answer(line))}\n`
    if (block.length < BLOCK) continue
    await write(block)
    block = ''
  }
  if (block !== '') await write(block)
}

function answer(line: string): object {
  const request = parse(line)
  if (request === undefined) return failure(null, 'json.invalid')
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    return failure(null, 'request.invalid')
  const { id: given, calc, input } = request as { id?: unknown; calc?: unknown; input?: unknown }
  const id = typeof given === 'string' || typeof given === 'number' ? given : null
  if (id === null && given !== undefined && given !== null) return failure(null, 'request.invalid', 'id')
  if (typeof calc !== 'string') return failure(id, 'request.invalid', 'calc')
  const result = runCalc(calc, input)
  if ('output' in result) return { id, output: result.output }
  return { id, error: { ...result.error, message: calcErrorMessage(result.error, calc) } }
}

function failure(id: unknown, code: string, field = 'input'): object {
  return { id, error: { code, field, message: calcErrorMessage({ code, field }) } }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const TOO_LONG = Symbol('too long')

/** Lines of UTF-8 text, with or without a final line break, CR LF or LF, with or without a byte-order mark. */
async function* linesOf(input: Readable): AsyncGenerator<string | typeof TOO_LONG> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let skipping = false
  let first = true
  for await (const chunk of input) {
    let text = rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer))
    if (first && text !== '') {
      if (text.startsWith('\ufeff')) text = text.slice(1)
      first = false
    }
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (skipping) skipping = false
      else yield end - from > MAX_LINE ? TOO_LONG : text.slice(from, end)
      from = end + 1
    }
    rest = text.slice(from)
    if (rest.length > MAX_LINE) {
      if (!skipping) yield TOO_LONG
      skipping = true
      rest = ''
    }
  }
  rest += decoder.end()
  if (rest !== '' && !skipping) yield rest
}
