/** What is shipped, rather than its sources: the built main process, job worker and preload, on the stand-in. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { afterAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jalon-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LIST = `Raison sociale;Commune INSEE;Département;Région;Nombre de conseillers validés par le COSELEC;Date de validation en comité de sélection;Type;SIRET;Code département;Adresse;Code commune INSEE;Code postal;Investissement financier estimatif total de l’Etat;ZRR;QPV;France services
Les Passerelles;Ville;AIN;Auvergne-Rhône-Alpes;3;19/05/2021;privée;99000000000010;01;1 RUE X;01053;01000;150000;non;non;non
`

describe('the built main process', () => {
  test('opens a safe window, serves the built page, and imports a file through its own worker', () => {
    const source = join(folder, 'liste.csv')
    writeFileSync(source, LIST)
    const run = spawnSync(
      process.execPath,
      [
        ...['--disable-warning=ExperimentalWarning', join(root, 'tests/support/desktop/bundle-runner.ts')],
        ...[join(root, 'out/main/main.js'), source, join(folder, 'essai.jalon')],
      ],
      { encoding: 'utf8', env: { ...process.env, JALON_DATA: join(folder, 'data') }, timeout: 60_000 },
    )
    expect(run.stderr).toBe('')
    const told = JSON.parse(run.stdout)
    expect(told.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    })
    expect(existsSync(told.webPreferences.preload)).toBe(true)
    expect(told.status).toMatchObject({
      ok: true,
      value: { shell: 'desktop', open: false, version: '0.1.0' },
    })
    expect(told.file).toMatchObject({ ok: true, value: { open: true, name: 'essai' } })
    expect(told.state).toMatchObject({
      status: 'done',
      result: { rows: { read: 1, created: 1 }, objects: { position: { created: 3 } } },
    })
    expect(told.page).toBe(200)
  })
})

describe('the built preload', () => {
  const source = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8')

  function load() {
    const exposed: Record<string, Record<string, unknown>> = {}
    const required: string[] = []
    const heard = new Map<string, (event: unknown, message: unknown) => void>()
    const invoked: unknown[][] = []
    runInNewContext(source, {
      require: (name: string) => {
        required.push(name)
        return {
          contextBridge: {
            exposeInMainWorld: (key: string, api: Record<string, unknown>) => {
              exposed[key] = api
            },
          },
          ipcRenderer: {
            invoke: async (...args: unknown[]) => void invoked.push(args),
            on: (channel: string, listener: (event: unknown, message: unknown) => void) =>
              heard.set(channel, listener),
            off: (channel: string) => heard.delete(channel),
          },
        }
      },
    })
    return { exposed, required, heard, invoked }
  }

  test('needs electron alone, as a sandboxed preload must', () => {
    expect(load().required).toEqual(['electron'])
  })

  test('gives the page two functions, and nothing that reaches ipcRenderer', () => {
    const { exposed } = load()
    expect(Object.keys(exposed)).toEqual(['jalon'])
    expect(Object.keys(exposed.jalon ?? {}).sort()).toEqual(['call', 'subscribe', 'upload'])
    expect(exposed.jalon?.upload).toBeNull()
  })

  test('sends a call as its channel and its input only', async () => {
    const { exposed, invoked } = load()
    const call = exposed.jalon?.call as (...args: unknown[]) => Promise<unknown>
    await call('file.status', {}, 'more')
    expect(invoked).toEqual([['jalon:call', 'file.status', {}]])
  })

  test('hands over messages without the event they came with, and stops when told', () => {
    const { exposed, heard } = load()
    const told: unknown[][] = []
    const subscribe = exposed.jalon?.subscribe as (listener: (...args: unknown[]) => void) => () => void
    const stop = subscribe((...args) => told.push(args))
    heard.get('jalon:event')?.({ sender: 'ipcRenderer' }, { kind: 'changed', revision: 2 })
    expect(told).toEqual([[{ kind: 'changed', revision: 2 }]])
    stop()
    expect(heard.size).toBe(0)
  })
})
