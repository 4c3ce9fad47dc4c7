import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { day } from '#shared/domain/day.ts'
import type { CommandIo } from '../../electron/cli/command.ts'
import { calcCommand } from '../../electron/cli/commands/calc.ts'
import { answerLines } from '../../electron/cli/commands/calc-batch.ts'
import { fixedClock } from '../../electron/clock.ts'

const cases = readFileSync(new URL('../fixtures/calc-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const MAIN = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

async function run(args: readonly string[], input: string | Readable = '') {
  const out: string[] = []
  const err: string[] = []
  const io: CommandIo = {
    out: async (text) => {
      out.push(text)
    },
    err: (text) => {
      err.push(text)
    },
    stdin: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
    env: {},
    cwd: '/',
    clock: fixedClock(day('2026-11-23')),
  }
  const code = await calcCommand.run(args, io)
  return { code, out: out.join(''), err: err.join('') }
}

const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('jalon calc NAME JSON', () => {
  it('prints the answer as one JSON value', async () => {
    const { code, out, err } = await run(['contract-end', '{"startsOn":"2026-08-31","months":6}'])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      endsOn: '2027-02-28',
      days: 182,
      steps: expect.any(Array),
      basis: expect.any(Array),
    })
  })

  it('refuses bad input by code, field and a French message, and exits 1', async () => {
    const { code, out, err } = await run(['contract-end', '{"startsOn":"2026-02-30","months":6}'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'day.invalid', field: 'startsOn' } })
    expect(err).toMatch(/^Début/)
  })

  it('exits 2 for a name that does not exist, text that is no JSON, or a missing argument', async () => {
    expect(await run(['nothing', '{}'])).toMatchObject({ code: 2 })
    expect(await run(['contract-end', '{'])).toMatchObject({ code: 2 })
    await expect(run(['contract-end'])).rejects.toThrow('JSON')
    await expect(run([])).rejects.toThrow('NOM')
    await expect(run(['--batch', 'contract-end'])).rejects.toThrow('contract-end')
  })
})

describe('jalon calc --batch', () => {
  it('answers every given case, in order', async () => {
    const { code, out } = await run(['--batch'], cases.join('\n'))
    expect(code).toBe(0)
    const answers = lines(out)
    expect(answers).toHaveLength(cases.length)
    for (const [i, answer] of answers.entries()) {
      const asked = JSON.parse(cases[i] ?? '{}') as { id: string; expect: object }
      expect(answer.id).toBe(asked.id)
      expect(answer.output).toMatchObject(asked.expect)
    }
  })

  it('answers a line that is no request, and goes on', async () => {
    const good = cases[0] ?? ''
    const text = [
      good,
      'not json',
      '[1]',
      '{"id":"a"}',
      '{"id":"b","calc":"nope","input":{}}',
      '{"id":{},"calc":"holidays"}',
      '',
      good,
    ].join('\r\n')
    const answers = lines((await run(['--batch'], `\ufeff${text}`)).out)
    expect(answers.map((a) => [a.id, (a.error as { code?: string } | undefined)?.code])).toEqual([
      ['C01', undefined],
      [null, 'json.invalid'],
      [null, 'request.invalid'],
      ['a', 'request.invalid'],
      ['b', 'calc.unknown'],
      [null, 'request.invalid'],
      ['C01', undefined],
    ])
  })

  it('reads lines cut anywhere, even inside a character', async () => {
    const request = '{"id":"é€😀","calc":"vacancy-limit","input":{"lastDayOccupied":"2025-08-31"}}'
    const bytes = Buffer.from(`${request}\n${request}`)
    const crumbs = Readable.from([...bytes].map((byte) => Buffer.from([byte])))
    const answers = lines((await run(['--batch'], crumbs)).out)
    expect(answers.map((a) => a.id)).toEqual(['é€😀', 'é€😀'])
    expect(answers[1]?.output).toMatchObject({ limitOn: '2026-02-28' })
  })

  it('refuses a line of several megabytes and answers the next one', async () => {
    const long = `{"id":1,"calc":"identifier","input":{"kind":"rna","value":"${'x'.repeat(3_000_000)}"}}`
    const { out } = await run(['--batch'], `${long}\n${cases[0]}\n${long}`)
    expect(lines(out).map((a) => (a.error as { code: string } | undefined)?.code)).toEqual([
      'request.too-long',
      undefined,
      'request.too-long',
    ])
  })

  it('reads no further than the reader of the answers follows', async () => {
    let served = 0
    const source = new Readable({
      read() {
        served += 1
        this.push(served > 2000 ? null : `${cases.join('\n')}\n`)
      },
    })
    let release: () => void = () => {}
    const blocked = new Promise<void>((resolve) => {
      release = resolve
    })
    let written = 0
    const done = answerLines(source, async () => {
      written += 1
      if (written === 1) await blocked
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(written).toBe(1)
    expect(served).toBeLessThan(50)
    source.destroy()
    release()
    await expect(done).rejects.toThrow()
  })

  it('streams a hundred thousand lines through a process of sixty megabytes, in order', async () => {
    const child = spawn(process.execPath, [
      '--max-old-space-size=60',
      '--disable-warning=ExperimentalWarning',
      MAIN,
      'calc',
      '--batch',
    ])
    const total = 100_000
    const feed = async () => {
      for (let n = 0; n < total; n += 500) {
        let text = ''
        for (let i = n; i < n + 500; i++)
          text += `{"id":${i},"calc":"delay","input":{"from":"2026-01-31","months":${i % 200},"direction":"after","zone":"metropole","roll":"next"}}\n`
        if (!child.stdin.write(text)) await once(child.stdin, 'drain')
      }
      child.stdin.end()
    }
    const feeding = feed()
    let next = 0
    let rest = ''
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      const parts = (rest + String(chunk)).split('\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        expect(part.startsWith(`{"id":${next},"output":`)).toBe(true)
        next += 1
      }
    }
    await feeding
    expect(next).toBe(total)
    expect(child.exitCode ?? (await once(child, 'close'))[0]).toBe(0)
  })
})
