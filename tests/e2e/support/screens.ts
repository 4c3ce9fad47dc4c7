/** Every screen and dialog of the demonstration dossier, and how to get there: the same list for axe and for the pictures. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const LIST = fileURLToPath(new URL('../../fixtures/import/structures.csv', import.meta.url))

export interface Sight {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  await settle(page)
}

/** Reads answered and drawn: the page says so itself by no longer asking. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** The id of a post by its State id, as the page itself reads it. */
async function postId(page: Page, stateId: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const answer = await fetch('/api/read.search', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-jalon-page': localStorage.getItem('jalon.page') ?? '',
      },
      body: JSON.stringify({ text: wanted, limit: 5 }),
    })
    const { value } = (await answer.json()) as { value: readonly { kind: string; id: number }[] }
    return value.find((each) => each.kind === 'position')?.id ?? 0
  }, stateId)
}

const screen = (name: string, hash: string): Sight => ({ name, show: (page) => go(page, hash) })
const post = (name: string, stateId: string, tab: string): Sight => ({
  name,
  show: async (page) => go(page, `#/position/${await postId(page, stateId)}/${tab}`),
})
const onPost = (name: string, stateId: string, tab: string, button: string | RegExp): Sight => ({
  name,
  show: async (page) => {
    await go(page, `#/position/${await postId(page, stateId)}/${tab}`)
    await page.getByRole('button', { name: button }).first().click()
    await page.getByRole('dialog').waitFor()
    await settle(page)
  },
})

export const SCREENS: readonly Sight[] = [
  screen('accueil', '#/home'),
  screen('postes', '#/positions'),
  screen('contrats', '#/contracts'),
  screen('tranches', '#/instalments/all'),
  screen('versements', '#/instalments/payments'),
  screen('conventions', '#/instalments/agreements'),
  screen('structures', '#/employers'),
  screen('personnes', '#/persons'),
  screen('planning', '#/planning'),
  screen('previsions', '#/forecasts'),
  screen('rapports', '#/reports'),
  screen('importer', '#/import'),
  {
    name: 'import',
    show: async (page) => {
      await go(page, '#/home')
      await go(page, '#/import')
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choisir un fichier…' }).click(),
      ])
      await chooser.setFiles(LIST)
      await page.getByRole('button', { name: /^Continuer avec/ }).waitFor()
      await settle(page)
    },
  },
  screen('journal', '#/journal'),
  screen('reglages-affichage', '#/settings/display'),
  screen('reglages-rappels', '#/settings/reminders'),
  screen('reglages-chiffres', '#/settings/figures'),
  screen('reglages-baremes', '#/settings/scales'),
  screen('reglages-structures', '#/settings/employers'),
  screen('reglages-sauvegardes', '#/settings/backups'),
  screen('calculateurs', '#/calculators/notice'),
  screen('aide', '#/help/home'),
  post('poste', '3310', 'contracts'),
  post('poste-aides', '3310', 'aid'),
  post('poste-echeances', '3310', 'deadlines'),
  post('poste-documents', '3310', 'documents'),
  post('poste-journal', '3310', 'journal'),
  post('poste-vacant', '2104', 'contracts'),
]

export const DIALOGS: readonly Sight[] = [
  onPost('dialogue-versement', '3310', 'aid', 'Enregistrer un versement…'),
  onPost('dialogue-renouveler', '3310', 'contracts', 'Renouveler…'),
  onPost('dialogue-contrat', '2104', 'contracts', 'Ajouter un contrat…'),
  onPost('dialogue-convention', '3310', 'aid', 'Ajouter une convention…'),
  onPost('dialogue-depart', '3310', 'contracts', 'Déclarer un départ…'),
  onPost('dialogue-echeance', '3310', 'deadlines', /^Ajouter une échéance/),
  {
    name: 'dialogue-structure',
    show: async (page) => {
      await go(page, '#/settings/employers')
      await page.getByRole('button', { name: 'Nouvelle structure…' }).click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
  {
    name: 'dialogue-bareme',
    show: async (page) => {
      await go(page, '#/settings/scales')
      await page.getByRole('button', { name: /^Copier pour corriger… V2 privé/ }).click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
  {
    name: 'dialogue-budget',
    show: async (page) => {
      await go(page, '#/reports')
      await page.getByRole('button', { name: 'Budget…' }).click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
  {
    name: 'dialogue-fonds-dedies',
    show: async (page) => {
      await go(page, `#/position/${await postId(page, '2101')}/aid`)
      await page
        .getByRole('button', { name: /^Actions : / })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Fonds dédiés…' }).click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
  {
    name: 'dialogue-reporter',
    show: async (page) => {
      await go(page, '#/home')
      await page
        .getByRole('button', { name: /Reporter…$/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
  {
    name: 'dialogue-palette',
    show: async (page) => {
      await go(page, '#/home')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
  {
    name: 'dialogue-raccourcis',
    show: async (page) => {
      await go(page, '#/home')
      await page.keyboard.press('F1')
      await page.getByRole('dialog').waitFor()
      await settle(page)
    },
  },
]
