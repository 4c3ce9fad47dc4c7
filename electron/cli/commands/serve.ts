/** `jalon serve`: the application in the browser of this computer, until Ctrl+C. */
import { resolve } from 'node:path'
import { browserText } from '#shared/text/shells/browser.ts'
import { cliText } from '#shared/text/shells/cli.ts'
import { createApplication } from '../../api/application.ts'
import { type Entrance, makeEntrance } from '../../browser/entrance.ts'
import { hasDisplay, openInBrowser } from '../../browser/open.ts'
import { type AddressEvent, startBrowserShell } from '../../browser/server.ts'
import { processRest } from '../../memory/at-rest.ts'
import { listPageFiles } from '../../page/files.ts'
import { PAGE_FOLDER } from '../../page/folder.ts'
import { Refusal } from '../../services/service.ts'
import { codeOf } from '../../store/causes.ts'
import type { Command } from '../command.ts'
import { dataFolderOf } from '../dossier-files.ts'
import { readArguments } from '../options.ts'

export const serveCommand: Command = {
  name: 'serve',
  async run(args, io) {
    const given = readArguments(
      args,
      { port: { type: 'string' }, 'no-open': { type: 'boolean' }, data: { type: 'string' } },
      ['FICHIER?'],
    )
    const port = given.integer('port', 1, 65_535) ?? 0
    const log = (line: string) => io.err(`${line}\n`)
    const dataFolder = dataFolderOf(io, given.text('data'))
    const application = createApplication({
      shell: { kind: 'browser', dialogs: null },
      clock: io.clock,
      dataFolder,
      log,
      rest: processRest(),
    })
    let entrance: Entrance | null = null
    const told = (event: AddressEvent) => {
      entrance?.remove()
      if (event.kind === 'opened') return log(browserText.opened(event.at))
      log(browserText.openedTwice(event.at, event.now))
      void io.out(`${event.address}\n`)
    }
    const [file] = given.positionals
    try {
      if (file !== undefined) await application.session.open(resolve(io.cwd, file))
      else await application.session.reopenLast()
      const shell = await startBrowserShell({
        application,
        page: listPageFiles(PAGE_FOLDER),
        port,
        log,
        told,
      }).catch((error: unknown) => {
        if (codeOf(error) === 'EADDRINUSE')
          throw new Refusal({ code: 'shell.port-taken', message: cliText.portTaken(port) })
        throw error
      })
      // Listened to before it is announced: whoever answers at once stops Jalon, and does not kill it.
      const stopped = stopAsked()
      await io.out(`${cliText.serving(shell.address)}\n`)
      if (!given.flag('no-open') && hasDisplay(io.env, process.platform))
        entrance = makeEntrance(dataFolder.temporary, shell.address)
      if (entrance === null) io.err(`${cliText.stopHint}\n`)
      else openInBrowser(entrance)
      await stopped
      await shell.close()
      io.err(`${cliText.stopped}\n`)
      return 0
    } finally {
      entrance?.remove()
      await application.session.close()
    }
  },
}

/** Ctrl+C, a closing terminal, or a system that stops. A second one ends at once: the dossier is safe at any moment. */
function stopAsked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}
