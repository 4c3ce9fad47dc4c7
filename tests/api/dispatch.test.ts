import { describe, expect, test } from 'vitest'
import { createDispatcher, type Handlers } from '../../electron/api/dispatch.ts'
import { Refusal, type ServiceContext } from '../../electron/services/service.ts'

const TYPED = 'Mme Secret-Martin, 1 823,03 €'

function door(handlers: Partial<Handlers>) {
  const log: string[] = []
  let changes = 0
  const session = {
    context: () => ({}) as ServiceContext,
    announceChange: () => {
      changes += 1
    },
    jobs: {
      start: async (kind: string) => ({
        id: 'job-1',
        kind,
        done: 0,
        total: null,
        status: 'running' as const,
      }),
    },
  }
  const { call } = createDispatcher({ handlers, session, log: (line) => log.push(line) })
  return { call, log, changes: () => changes }
}

describe('the door', () => {
  test('answers what the service answers', async () => {
    const { call, changes } = door({ 'write.undo': () => ({ label: 'versement' }) })
    expect(await call('write.undo', {})).toEqual({ ok: true, value: { label: 'versement' } })
    expect(changes()).toBe(1)
  })

  test('hands a service its input after the schema, never before', async () => {
    const seen: unknown[] = []
    const { call } = door({
      'write.setting': (_context, input) => {
        seen.push(input)
        return { id: 1, warnings: [] }
      },
    })
    const refused = await call('write.setting', { key: '', value: 3 })
    expect(refused).toMatchObject({ ok: false, error: { code: 'input.invalid', field: 'key' } })
    expect(seen).toEqual([])
    await call('write.setting', { key: 'a', value: 'b' })
    expect(seen).toEqual([{ key: 'a', value: 'b' }])
  })

  test('says in French which fields are wrong, without quoting what was typed', async () => {
    const { call } = door({})
    const answer = await call('write.recordPayment', { funder: TYPED, receivedOn: TYPED, amountCents: 1.5 })
    const text = JSON.stringify(answer)
    expect(text).toContain('Rien n’a été enregistré')
    expect(text).toContain('saisir une date qui existe')
    expect(text).not.toContain('Secret')
  })

  test('knows only the channels of the contract: not what every object has', async () => {
    const { call } = door({})
    for (const channel of [
      '',
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'file.format',
      null,
      3,
      {},
    ]) {
      expect(await call(channel, {})).toMatchObject({ ok: false, error: { code: 'door.unknown-channel' } })
    }
  })

  test('says that a channel without service is not available yet', async () => {
    expect(await door({}).call('file.close', {})).toMatchObject({
      ok: false,
      error: { code: 'not-available' },
    })
  })

  test('gives a refusal as it is', async () => {
    const error = { code: 'payment.nothing-left', message: 'Il ne reste rien à affecter.' }
    const { call, log } = door({
      'file.close': () => {
        throw new Refusal(error)
      },
    })
    expect(await call('file.close', {})).toEqual({ ok: false, error })
    expect(log).toEqual([])
  })

  test('turns a bug into a sentence, and logs where it happened but nothing of what was typed', async () => {
    const { call, log } = door({
      'file.close': () => {
        throw new TypeError(`cannot read ${TYPED}`)
      },
    })
    const answer = await call('file.close', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(log).toHaveLength(1)
    expect(log[0]).toContain('TypeError')
    expect(log[0]).toContain('dispatch')
    expect(JSON.stringify([answer, log])).not.toContain('Secret')
  })

  test('says in words that the disk is full', async () => {
    const { call } = door({
      'file.backup': async () => {
        throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
      },
    })
    expect(await call('file.backup', {})).toMatchObject({ ok: false, error: { code: 'file.disk-full' } })
  })

  test('starts a job for a channel that is one, after its schema', async () => {
    const { call } = door({})
    expect(await call('import.plan', { uploadId: 'u', profile: null, mapping: null })).toMatchObject({
      ok: true,
      value: { id: 'job-1', kind: 'import.plan', status: 'running' },
    })
    expect(await call('import.plan', { uploadId: 3 })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid' },
    })
  })
})
