/** The command line as a script meets it: exit codes, French usage, one JSON value and nothing else. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { COMMAND_SUMMARIES } from '#shared/text/shells/cli.ts'
import { runCli } from '../../electron/cli/run.ts'
import { fixedClock } from '../../electron/clock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-cli-'))
  writeFileSync(join(folder, 'liste.csv'), LIST)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const LIST = `Raison sociale;Commune INSEE;Département;Région;Nombre de conseillers validés par le COSELEC;Date de validation en comité de sélection;Type;SIRET;Code département;Adresse;Code commune INSEE;Code postal;Investissement financier estimatif total de l’Etat;ZRR;QPV;France services
Les Passerelles;Ville;AIN;Auvergne-Rhône-Alpes;3;19/05/2021;privée;99000000000010;01;1 RUE X;01053;01000;150000;non;non;non
Sans numéro;Ville;AIN;Auvergne-Rhône-Alpes;1;19/05/2021;privée;;01;1 RUE X;01053;01000;50000;non;non;non
`

async function jalon(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(args, {
    out: async (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdin: Readable.from([]),
    env: { JALON_DATA: join(folder, 'data') },
    cwd: folder,
    clock: fixedClock(day('2026-11-23')),
  })
  return { code, out: plainSpaces(out.join('')), err: plainSpaces(err.join('')) }
}

/** No-break spaces are the typography's business, tested with it. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

const commands = Object.keys(COMMAND_SUMMARIES)

describe('usage', () => {
  test('--help tells every command in one line each', async () => {
    const { code, out, err } = await jalon('--help')
    expect(code).toBe(0)
    expect(err).toBe('')
    for (const name of commands) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  })

  test.each(commands)('jalon %s --help tells its usage in French, and does nothing', async (name) => {
    const { code, out, err } = await jalon(name, '--help')
    expect(code).toBe(0)
    expect(out).toMatch(/^Usage : jalon /)
    expect(err).toBe('')
    expect(readdirSync(folder)).toEqual(['liste.csv'])
  })

  test.each([
    [[], 'Il manque une commande'],
    [['toString'], 'Commande inconnue : « toString »'],
    [['check'], 'Il manque FICHIER'],
    [['check', 'a', 'b'], 'Argument en trop : « b »'],
    [['check', 'a', '--nope'], 'Option inconnue : --nope'],
    [['check', 'a', '--json=3'], '--json n’attend pas de valeur'],
    [['import', 'liste.csv'], 'Il manque l’option --into'],
    [['import', 'liste.csv', '--into'], '--into attend une valeur'],
    [['import', 'liste.csv', '--into', 'a', '--profile', 'liste'], 'Profil inconnu : « liste »'],
    [['deadlines', 'a', '--within', 'dix'], '--within attend un nombre entier'],
    [['aid', 'a', '--at', '2026-02-30'], '--at attend une date'],
    [['aid', 'a', '--today', '23/11/2026'], '--today attend une date'],
    [['aid', 'a', '--today'], '--today attend une valeur'],
    [['aid', 'a', '--today=2026-01-01', '--today', '2026-01-02'], '--today est donnée deux fois'],
    [['report', 'aid', 'a', '--out', 'x.doc'], 'Format non reconnu'],
    [['serve', '--port', '70000'], '--port attend un nombre entier'],
  ])('%j is bad usage: exit 2, the reason and the usage on the error output', async (args, reason) => {
    const { code, out, err } = await jalon(...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(reason)
    expect(err).toContain('Usage : jalon')
  })
})

describe('a refusal', () => {
  test('is exit 1, in French, and nothing was written', async () => {
    const { code, out, err } = await jalon('aid', 'absent.jalon')
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('introuvable')
    expect(readdirSync(folder)).toEqual(['liste.csv'])
  })

  test('under --json is one JSON value too', async () => {
    const { code, out, err } = await jalon('check', 'liste.csv', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'file.not-jalon' } })
    expect(err).toContain('n’est pas un dossier Jalon')
  })

  test('of an import leaves no dossier behind', async () => {
    writeFileSync(join(folder, 'image.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]))
    const { code } = await jalon('import', 'image.csv', '--into', 'a.jalon')
    expect(code).toBe(1)
    expect(existsSync(join(folder, 'a.jalon'))).toBe(false)
  })
})

describe('an import', () => {
  test.each([
    [['.', '--into', 'a.jalon'], 'import.folder'],
    [['liste.csv', '--into', '.'], 'file.is-folder'],
    [['liste.csv', '--into', 'a.jalon', '--mapping', 'liste.csv'], 'import.mapping-unreadable'],
  ])('%j is refused in words that name the fault', async (args, expected) => {
    const { code, out, err } = await jalon('import', ...args, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: expected } })
    // Logged only where nobody expected the error.
    expect(err).not.toContain('[jalon]')
  })

  test('beside a Jalon that has the dossier open says who, what was kept and why', async () => {
    await jalon('import', 'liste.csv', '--into', 'a.jalon')
    const { openDossier } = await import('../../electron/store/open.ts')
    const open = openDossier(join(folder, 'a.jalon'), {
      who: 'Léa',
      machine: 'accueil',
      now: () => '2026-11-20T10:00:00.000+00:00',
      copiesFolder: join(folder, 'data', 'sauvegardes'),
    })
    const { code, err } = await jalon('import', 'liste.csv', '--into', 'a.jalon')
    open.close()
    expect(code).toBe(1)
    expect(err).toContain('n’a pas été enregistrée')
    expect(err).toContain('ouvert par Léa sur accueil')
  })

  test('tried on nothing writes nothing, then makes the dossier, then changes nothing', async () => {
    const trial = await jalon('import', 'liste.csv', '--into', 'a.jalon', '--dry-run', '--json')
    expect(trial.code).toBe(0)
    expect(JSON.parse(trial.out)).toMatchObject({ dryRun: true, rows: { read: 2, created: 1, rejected: 1 } })
    expect(existsSync(join(folder, 'a.jalon'))).toBe(false)

    const first = JSON.parse((await jalon('import', 'liste.csv', '--into', 'a.jalon', '--json')).out)
    expect(first).toMatchObject({
      dryRun: false,
      objects: { employer: { created: 1 }, position: { created: 3 } },
    })
    const second = JSON.parse((await jalon('import', 'liste.csv', '--into', 'a.jalon', '--json')).out)
    expect(second).toMatchObject({ rows: { created: 0, modified: 0, unchanged: 1, rejected: 1 } })
  })

  test('of a demonstration makes a demonstration, and is refused beside real data', async () => {
    await jalon('demo', 'demo.jalon')
    await jalon('export', 'demo.jalon', '--out', 'demo.json')
    const copy = await jalon('import', 'demo.json', '--into', 'copie.jalon', '--json')
    expect(copy.code).toBe(0)
    await jalon('export', 'copie.jalon', '--out', 'copie.json')
    const text = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(text('copie.json')).toBe(text('demo.json'))
    await jalon('import', 'liste.csv', '--into', 'a.jalon')
    const { code, out, err } = await jalon('import', 'demo.json', '--into', 'a.jalon', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'interchange.demo-into-real' } })
    expect(err).toContain('ne se mélangent jamais à de vraies données')
  })

  test('says each rejected line to a person', async () => {
    const { code, out } = await jalon('import', 'liste.csv', '--into', 'a.jalon')
    expect(code).toBe(0)
    expect(out).toContain('postes : créations 3')
    expect(out).toMatch(/ligne 3.*SIRET manquant/)
  })

  test('into a dossier that exists keeps a copy of it first', async () => {
    await jalon('import', 'liste.csv', '--into', 'a.jalon')
    await jalon('import', 'liste.csv', '--into', 'a.jalon')
    const copies = readdirSync(join(folder, 'data', 'sauvegardes'), { recursive: true }).map(String)
    expect(copies.filter((name) => name.endsWith('avant-import.jalon'))).toHaveLength(1)
  })
})

describe('results', () => {
  beforeEach(() => jalon('import', 'liste.csv', '--into', 'a.jalon'))

  test.each([
    ['aid', 'a.jalon'],
    ['deadlines', 'a.jalon'],
    ['check', 'a.jalon'],
  ])('jalon %s --json is one JSON value, the same byte for byte for the same day', async (...args) => {
    const first = await jalon(...args, '--json', '--today', '2027-01-15')
    expect(first.code).toBe(0)
    expect(first.err).toBe('')
    expect(() => JSON.parse(first.out)).not.toThrow()
    expect((await jalon(...args, '--json', '--today', '2027-01-15')).out).toBe(first.out)
  })

  test('jalon backup makes a checked copy in the data folder, not beside the file', async () => {
    const { code, out } = await jalon('backup', 'a.jalon', '--json')
    expect(code).toBe(0)
    const { path } = JSON.parse(out)
    expect(path.startsWith(join(folder, 'data'))).toBe(true)
    expect((await jalon('check', path)).code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['a.jalon', 'data', 'liste.csv'])
  })

  test('jalon report writes the workbook whole, under the name given', async () => {
    const { code, err } = await jalon('report', 'aid', 'a.jalon', '--out', 'aides.xlsx')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(readFileSync(join(folder, 'aides.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('reading takes no lock: the dossier can be read while it is open elsewhere', async () => {
    const { createDossier } = await import('../../electron/store/open.ts')
    const open = createDossier(join(folder, 'b.jalon'), {
      who: 'essai',
      machine: 'essai',
      now: () => '2026-11-20T10:00:00.000+00:00',
      copiesFolder: join(folder, 'data', 'sauvegardes'),
    })
    expect((await jalon('check', 'b.jalon')).code).toBe(0)
    expect(open.readOnlyReason).toBeNull()
    open.close()
  })
})

test('a damaged dossier is said damaged, and is not touched', async () => {
  await jalon('import', 'liste.csv', '--into', 'a.jalon')
  const path = join(folder, 'a.jalon')
  const bytes = readFileSync(path)
  bytes.fill(0x55, 8192, 24_576)
  writeFileSync(path, bytes)
  const { code, err } = await jalon('check', 'a.jalon')
  expect(code).toBe(1)
  expect(err).toMatch(/endommagé/)
  expect(readFileSync(path).equals(bytes)).toBe(true)
})
