/** Runs the built main bundle, its `electron` replaced by the stand-in, and prints what came of it as one JSON line. */
import { registerHooks } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { ElectronStandIn } from './electron-stand-in.ts'

const [bundle = '', source = '', created = ''] = process.argv.slice(2)
const ready = Promise.withResolvers<void>()
const electron = new ElectronStandIn({ ready: ready.promise })
Reflect.set(globalThis, 'electronStandIn', electron.port)
const names = Object.keys(electron.port)
const module_ = `const e = globalThis.electronStandIn\n${names.map((n) => `export const ${n} = e.${n}`).join('\n')}`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: `data:text/javascript,${encodeURIComponent(module_)}`, shortCircuit: true }
      : next(specifier, context),
})

await import(pathToFileURL(bundle).href)
// As the real runtime does: a bundle that waits for it while it is evaluated would wait for ever.
ready.resolve()
while (electron.menu.length === 0) await wait(10)
const status = await electron.invoke('file.status', {})
electron.answers.push({ path: created }, { path: source })
const file = await electron.invoke('file.create', { name: 'essai' })
const chosen = (await electron.invoke('import.choose', {})) as { value: { uploadId: string } }
const { value: job } = (await electron.invoke('import.apply', {
  uploadId: chosen.value.uploadId,
  profile: null,
  mapping: null,
  leaveOut: [],
})) as { value: { id: string } }
let state: unknown
for (let turn = 0; turn < 300; turn += 1) {
  await wait(50)
  const answer = (await electron.invoke('jobs.get', { id: job.id })) as { value: { status: string } }
  state = answer.value
  if (answer.value.status !== 'running') break
}
const { webPreferences } = electron.window.options
const page = await electron.protocols.get('app')?.({ url: 'app://jalon/', method: 'GET' } as Request)
electron.app.quit()
while (!electron.ended) await wait(10)
process.stdout.write(`${JSON.stringify({ webPreferences, status, file, state, page: page?.status })}\n`)
