/**
 * `npm run pictures`: every screen and dialog of the demonstration dossier, as the README and the user guide show them. Wide
 * in light and dark, and narrow. The same file each time: fixed day, fixed dossier, no animation.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type RunningApp, startApp } from '../support/app.ts'
import { DIALOGS, SCREENS, type Sight, settle } from './support/screens.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

const LOOKS = [
  { suffix: '-1366-clair', width: 1366, height: 768, dark: false },
  { suffix: '-1366-sombre', width: 1366, height: 768, dark: true },
  { suffix: '-1093-clair', width: 1093, height: 614, dark: false },
] as const

async function take(app: RunningApp, sight: Sight, suffix: string): Promise<void> {
  await sight.show(app.page)
  await settle(app.page)
  // A first read of a large screen may still be drawn: nothing moves after this.
  await app.page.waitForTimeout(350)
  await app.page.screenshot({ path: `${FOLDER}${sight.name}${suffix}.png` })
  if (sight.name.startsWith('dialogue-')) await app.page.keyboard.press('Escape')
}

mkdirSync(FOLDER, { recursive: true })
for (const { suffix, ...look } of LOOKS) {
  await using welcome = await startApp(look)
  await welcome.page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
  await take(welcome, { name: 'bienvenue', show: settle }, suffix)
  await using app = await startApp({ demo: true, ...look })
  await app.page.getByRole('heading', { name: 'Depuis votre dernière visite' }).waitFor()
  for (const sight of SCREENS) await take(app, sight, suffix)
  if (suffix === '-1366-clair') for (const sight of DIALOGS) await take(app, sight, suffix)
}
