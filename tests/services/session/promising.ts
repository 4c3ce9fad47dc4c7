/** A process that asks for each protection and setting through the door, and says what it was answered; its disk may be full. */
import { createApplication } from '../../../electron/api/application.ts'
import { systemClock } from '../../../electron/clock.ts'
import { dataFolderAt } from '../../../electron/services/session/data-folder.ts'

const [folder = '', phrase = ''] = process.argv.slice(2)
const { session, dispatcher } = createApplication({
  shell: { kind: 'browser', dialogs: null },
  clock: systemClock,
  dataFolder: dataFolderAt(folder),
  log: () => undefined,
})
const answers = {
  protect: await dispatcher.call('copies.protect', { passphrase: phrase }),
  unprotect: await dispatcher.call('copies.protect', { passphrase: null }),
  lock: await dispatcher.call('lock.set', { current: null, passphrase: phrase, minutes: 5 }),
  budget: await dispatcher.call('copies.budget', { bytes: 50_000_000, apply: true }),
  forget: await dispatcher.call('copies.forgetSecond', {}),
}
await session.close()
console.log(JSON.stringify(answers))
