/** Faults of a disk, of a clock and of two people, met from the screens: each is said in words, nothing is overwritten. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { createDossier, openDossier } from '../../../electron/store/open.ts'
import { type RunningApp, startApp } from '../../support/app.ts'
import { launchBrowser } from '../../support/chromium.ts'

const NOW = '2026-11-23T09:30:00'

async function call(app: RunningApp, channel: string, input: unknown): Promise<void> {
  expect(await app.application.dispatcher.call(channel, input)).toMatchObject({ ok: true })
}
const structure = (name: string) => ({ entity: 'employer', id: null, values: { name, sector: 'private' } })

/** A dossier of one structure, made and closed. */
async function closedDossier(app: RunningApp, name = 'postes'): Promise<string> {
  await call(app, 'file.create', { name })
  await call(app, 'write.save', structure('Les Passerelles'))
  await call(app, 'file.close', {})
  return join(app.folder, 'dossiers', `${name}.jalon`)
}
const openFromWelcome = (page: Page, name = 'postes') =>
  page.getByRole('button', { name, exact: true }).click()
const notes = (page: Page) => page.getByRole('region', { name: 'À savoir sur ce dossier' })
const names = (app: RunningApp) =>
  app.application.session
    .context()
    .dossier.readFacts()
    .employers.map((employer) => employer.name)

async function newStructure(page: Page, name: string): Promise<void> {
  await page.getByLabel('Raison sociale').fill(name)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Ajouter|Créer|Enregistrer|Valider)/ })
    .click()
}

/** Written on another machine, later than today. */
function writtenElsewhere(path: string, now: string, copiesFolder: string): void {
  const dossier = openDossier(path, { who: 'Autre', machine: 'autre-poste', now: () => now, copiesFolder })
  dossier.act({ label: 'ajout de Ville', kind: 'edit' }, (db) =>
    db.insert('person', { last_name: 'A', first_name: 'B' }),
  )
  dossier.close()
}

describe('The file', { timeout: 90_000 }, () => {
  test('that vanished while it was open refuses the change, keeps what was typed, and takes it once it is back', async () => {
    await using app = await startApp()
    const { page } = app
    const path = await closedDossier(app)
    await openFromWelcome(page)
    await page.waitForURL(/#\/home/)
    await page.goto(`${app.origin}/#/settings/employers`)
    await page.getByRole('button', { name: 'Nouvelle structure…' }).click()
    renameSync(path, `${path}.parti`)
    await newStructure(page, 'Ville de Test')
    await page.getByText('n’est plus à sa place').first().waitFor()
    expect(await page.getByLabel('Raison sociale').inputValue()).toBe('Ville de Test')
    renameSync(`${path}.parti`, path)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Ajouter|Créer|Enregistrer|Valider)/ })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(names(app)).toEqual(['Les Passerelles', 'Ville de Test'])
  })

  test('whose place another file took says which is which, gives a copy of what is seen, and leaves the other alone', async () => {
    await using app = await startApp()
    const { page } = app
    const other = await closedDossier(app, 'autre')
    const path = await closedDossier(app)
    await openFromWelcome(page)
    await page.waitForURL(/#\/home/)
    renameSync(other, path)
    const before = readFileSync(path)
    // Asked of at each answer: any gesture shows it.
    await page.goto(`${app.origin}/#/settings/employers`)
    await page.getByRole('button', { name: 'Nouvelle structure…' }).click()
    await newStructure(page, 'Ville de Test')
    await page.getByText('un autre fichier a pris la place').first().waitFor()
    expect(await page.getByLabel('Raison sociale').inputValue()).toBe('Ville de Test')
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    const download = page.waitForEvent('download')
    await notes(page).getByRole('button', { name: 'Enregistrer une copie…' }).click()
    const kept = join(app.folder, 'gardé.jalon')
    await (await download).saveAs(kept)
    const copy = openDossier(kept, {
      who: 'T',
      machine: 'm',
      now: () => NOW,
      copiesFolder: app.folder,
      readOnly: true,
    })
    const open = app.application.session.context().dossier
    expect([copy.fileId, copy.readFacts()]).toEqual([open.fileId, open.readFacts()])
    copy.close()
    expect(readFileSync(path).equals(before)).toBe(true)
    if (process.env.JALON_LOOK !== undefined) await page.screenshot({ path: process.env.JALON_LOOK })
  })

  test('already open on another machine is read only, by whom is said; the hand is taken over on request', async () => {
    await using app = await startApp()
    const { page } = app
    const path = await closedDossier(app)
    const holder = { id: 'x', who: 'Lila', machine: `${hostname()}-2`, pid: 4, since: '2026-11-23T08:05:00' }
    writeFileSync(`${path}.lock`, JSON.stringify(holder))
    const before = readFileSync(path)
    await openFromWelcome(page)
    await page.getByText('ouvert par Lila sur').first().waitFor()
    await page.goto(`${app.origin}/#/settings/employers`)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('reprendre la main')
    await page.getByRole('option', { name: /Reprendre la main/ }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Reprendre/ })
      .click()
    await page.getByText('ouvert par Lila sur').first().waitFor({ state: 'detached' })
    expect(app.application.session.status().readOnly).toBe(false)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('of a newer version is opened for reading, on request, and stays as it was', async () => {
    await using app = await startApp()
    const { page } = app
    const path = await closedDossier(app)
    const db = new Database(path)
    db.pragma('user_version = 99')
    db.close()
    const before = readFileSync(path)
    await openFromWelcome(page)
    await page.getByRole('alertdialog').getByText('version plus récente').waitFor()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /lecture/ })
      .click()
    await page.getByText('enregistré par une version plus récente').first().waitFor()
    expect(names(app)).toEqual(['Les Passerelles'])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('out of all measure is refused in words, and the welcome screen stays', async () => {
    await using app = await startApp()
    const { page } = app
    const path = await closedDossier(app)
    const db = new Database(path)
    db.exec(
      'UPDATE write_state SET replaying = 1; UPDATE employer SET name = hex(zeroblob(30000000)); UPDATE write_state SET replaying = 0',
    )
    db.close()
    await openFromWelcome(page)
    await page.getByText('est démesuré').first().waitFor()
    await page.getByRole('heading', { name: 'Ouvrir ou créer un dossier' }).waitFor()
  })
})

describe('A disk that takes no more', { timeout: 90_000 }, () => {
  test('refuses the change in words, keeps what was typed and all that was acknowledged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-plein-'))
    const path = join(folder, 'postes.jalon')
    const made = createDossier(path, { who: 'A', machine: 'a', now: () => NOW, copiesFolder: folder })
    made.act({ label: 'données', kind: 'import' }, (db) => {
      for (let i = 0; i < 2000; i += 1)
        db.insert('person', { last_name: `Nom ${i}`, first_name: 'x'.repeat(200) })
    })
    made.close()
    // No file of this process may grow beyond the dossier as it is: as on a full disk.
    const command = `trap '' XFSZ; ulimit -f ${Math.ceil(statSync(path).size / 512)}; exec "$0" --disable-warning=ExperimentalWarning "$@"`
    const main = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
    const server = spawn('sh', ['-c', command, process.execPath, main, 'serve', path, '--no-open'], {
      env: { ...process.env, JALON_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const browser = await launchBrowser()
    try {
      let told = ''
      while (!told.includes('cle=')) told += String((await once(server.stdout, 'data'))[0])
      const page = await browser.newPage({ locale: 'fr-FR' })
      const address = /http:\S+/.exec(told)?.[0] ?? ''
      await page.goto(address)
      await page.waitForURL((url) => url.search === '' && url.hash === '')
      await page.goto(`${new URL(address).origin}/#/settings/employers`)
      await page.getByRole('button', { name: 'Nouvelle structure…' }).click()
      await page.getByLabel('Note').fill('texte '.repeat(600))
      await newStructure(page, 'Ville de Test')
      // The limit of a process is told by SQLite as a disk that fails; a disk without room, as full (tests/store/faults.test.ts).
      const refusal = page.getByRole('alert').getByText(/Le disque est plein|n’a pas pu être lu ou écrit/)
      await refusal.waitFor()
      const [said, foot] = [await refusal.boundingBox(), await page.locator('.dlg-foot').boundingBox()]
      expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
      expect(await page.getByLabel('Raison sociale').inputValue()).toBe('Ville de Test')
    } finally {
      await browser.close()
      server.kill()
      await once(server, 'exit')
    }
    const left = openDossier(path, { who: 'A', machine: 'a', now: () => NOW, copiesFolder: folder })
    expect(left.readFacts()).toMatchObject({ employers: [], persons: { length: 2000 } })
    left.close()
    rmSync(folder, { recursive: true })
  })
})

describe('What is to be known of a file is said on opening, until it is read', { timeout: 90_000 }, () => {
  test('it lies in a synchronised folder, even through a link', async () => {
    await using app = await startApp()
    const { page } = app
    const path = await closedDossier(app)
    mkdirSync(join(app.folder, 'Nextcloud'))
    const there = join(app.folder, 'Nextcloud', 'asso.jalon')
    copyFileSync(path, there)
    await app.application.session.open(there)
    await notes(page).getByText('espace synchronisé (Nextcloud)').waitFor()
    await notes(page).getByRole('button', { name: 'J’ai lu' }).first().click()
    await page.getByText('espace synchronisé').waitFor({ state: 'detached' })
  })

  test('the clock of this machine is behind its last change', async () => {
    await using app = await startApp({ today: day('2026-11-20') })
    const { page } = app
    const path = await closedDossier(app)
    writtenElsewhere(path, '2026-11-25T10:00:00', app.folder)
    await openFromWelcome(page)
    await notes(page).getByText('L’horloge de cet ordinateur').waitFor()
  })

  test('another file of the same dossier took another way: neither is touched', async () => {
    await using app = await startApp()
    const { page } = app
    const path = await closedDossier(app)
    const other = join(app.folder, 'dossiers', 'postes - copie.jalon')
    copyFileSync(path, other)
    await app.application.session.open(other)
    await call(app, 'write.save', structure('Ville de Test'))
    await call(app, 'file.close', {})
    writtenElsewhere(path, '2026-11-23T10:00:00', app.folder)
    const before = [readFileSync(path), readFileSync(other)]
    await page.reload()
    await openFromWelcome(page)
    await notes(page).getByText('modifiés chacun de leur côté').waitFor()
    expect(names(app)).toEqual(['Les Passerelles'])
    expect([readFileSync(path), readFileSync(other)].map((bytes, i) => before[i]?.equals(bytes))).toEqual([
      true,
      true,
    ])
  })
})

describe('An enciphered copy', { timeout: 90_000 }, () => {
  const PHRASE = 'cheval correct agrafe pile'

  /** Chosen on the welcome screen of a machine that never saw the dossier. */
  async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choisir un fichier de copie…' }).click(),
    ])
    await chooser.setFiles(file)
  }

  test('is read on another machine with its phrase only, whole or not at all, and brought back as a new file', async () => {
    let bytes = Buffer.alloc(0)
    {
      await using app = await startApp()
      await call(app, 'file.create', { name: 'postes' })
      await call(app, 'write.save', structure('Les Passerelles'))
      app.application.session.copyPlaces.setSecond(app.folder)
      await call(app, 'copies.protect', { passphrase: PHRASE })
      await call(app, 'file.backup', {})
      const answer = await app.application.dispatcher.call('copies.list', {})
      const list = answer.ok ? (answer.value as { copies: { place: string }[] }).copies : []
      expect(list.some((copy) => copy.place === 'second')).toBe(true)
      const away = join(app.folder, 'Sauvegardes Jalon')
      const name =
        readdirSync(away, { recursive: true, encoding: 'utf8' }).find((n) => n.endsWith('.chiffre')) ?? ''
      bytes = readFileSync(join(away, name))
    }
    await using app = await startApp()
    const { page } = app
    const file = {
      name: 'postes 2026-11-23 1200 manuelle.jalon.chiffre',
      mimeType: 'application/octet-stream',
    }
    await page.getByRole('button', { name: /Restaurer une sauvegarde/ }).click()

    // Altered: one byte in the middle.
    const altered = Buffer.from(bytes)
    altered[5000] = (altered[5000] ?? 0) ^ 1
    await choose(page, { ...file, buffer: altered })
    await page.getByLabel('Phrase secrète de la copie').fill(PHRASE)
    await page.getByRole('button', { name: 'Voir cette copie' }).click()
    await page.getByText('ou la copie a été modifiée').waitFor()
    await page.getByRole('button', { name: 'Revenir à la liste' }).click()

    // Cut short.
    await choose(page, { ...file, buffer: bytes.subarray(0, 30) })
    await page.getByLabel('Phrase secrète de la copie').fill(PHRASE)
    await page.getByRole('button', { name: 'Voir cette copie' }).click()
    await page.getByText('n’est pas une copie chiffrée de Jalon').waitFor()

    await choose(page, { ...file, buffer: bytes })
    await page.getByLabel('Phrase secrète de la copie').fill(` ${PHRASE} `)
    await page.getByRole('button', { name: 'Voir cette copie' }).click()
    await page.getByText('Copie relue').waitFor()
    await page.getByRole('button', { name: 'Restaurer', exact: true }).click()
    await page.getByText('Copie restaurée').first().waitFor()
    expect(names(app)).toEqual(['Les Passerelles'])
    expect(app.application.session.status().name).toBe('postes (copie du 2026-11-23)')
  })
})
