/** A whole application without a window, on a folder of its own and a fixed day, for tests of the door and of the shells. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Channel, Input, Reply } from '#shared/api/contract.ts'
import type { Answer } from '#shared/api/envelope.ts'
import { type Day, day } from '#shared/domain/day.ts'
import { type Application, createApplication } from '../../electron/api/application.ts'
import { fixedClock } from '../../electron/clock.ts'
import { dataFolderAt } from '../../electron/services/session/data-folder.ts'
import type { ShellPort } from '../../electron/services/session/ports.ts'

export interface TestApplication extends Application, AsyncDisposable {
  readonly folder: string
  readonly log: readonly string[]
  /** As a page would, typed by the contract. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Reply<C>>>
  /** The value of an answer; throws the refusal where there is none. */
  value<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>>
  close(): Promise<void>
}

export function testApplication(
  options: { readonly today?: Day; readonly shell?: ShellPort } = {},
): TestApplication {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-app-'))
  const log: string[] = []
  const application = createApplication({
    shell: options.shell ?? { kind: 'browser', dialogs: null },
    clock: fixedClock(options.today ?? day('2026-11-23')),
    dataFolder: dataFolderAt(folder),
    log: (line) => log.push(line),
  })
  const call: TestApplication['call'] = (channel, input) =>
    application.dispatcher.call(channel, input) as Promise<Answer<never>>
  const close = async () => {
    await application.session.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    ...application,
    folder,
    log,
    call,
    async value(channel, input) {
      const answer = await call(channel, input)
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
      return answer.value
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
