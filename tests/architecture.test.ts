/** The house, held by a test: who may import whom, how long a file may be, who may ask what time it is. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  circles,
  type ImportRule,
  importsOf,
  sourceFiles,
  violations,
  withoutComments,
} from './support/imports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = sourceFiles(root, ['shared', 'electron', 'renderer'])

const SHELLS = /^electron\/(desktop|browser|cli)\//

const rules: readonly ImportRule[] = [
  {
    why: 'shared/ is common to both sides: it knows neither of them, nor Node',
    from: /^shared\//,
    forbids: /^(electron|renderer)\/|^node:|^(electron|better-sqlite3|exceljs|react)/,
  },
  {
    why: 'the domain imports nothing but itself (Temporal is wrapped in day.ts)',
    from: /^shared\/domain\//,
    forbids: /./,
    except: /^shared\/domain\/|^temporal-polyfill$/,
  },
  {
    why: 'rules import the domain and each other',
    from: /^shared\/rules\/(?!calc\/)/,
    forbids: /./,
    except: /^shared\/(domain|rules|schemas)\//,
  },
  {
    why: 'only calculators read inputs through schemas; another rule may name the type of one',
    from: /^shared\/rules\/(?!calc\/)/,
    forbids: /^shared\/schemas\//,
    typesAllowed: true,
  },
  {
    why: 'calculators import the domain, the rules and zod: words are put on their answers elsewhere',
    from: /^shared\/rules\/calc\//,
    forbids: /./,
    except: /^shared\/(domain|rules|schemas)\/|^zod$/,
  },
  {
    why: 'schemas check values of the domain: they import no rule and no word',
    from: /^shared\/schemas\//,
    forbids: /./,
    except: /^shared\/(domain|schemas)\/|^zod$/,
  },
  {
    why: 'the contract says what passes through the door, not in which words it is told',
    from: /^shared\/api\//,
    forbids: /^shared\/text\//,
  },
  {
    why: 'renderer → shared ← electron: the two sides meet only in shared/',
    from: /^renderer\//,
    forbids: /^electron(\/|$)|^node:/,
  },
  {
    why: 'renderer → shared ← electron: the two sides meet only in shared/',
    from: /^electron\//,
    forbids: /^renderer\//,
  },
  {
    why: 'services know nothing of windows, http or arguments: a shell calls them, never the reverse',
    from: /^electron\/(services|store|exchange|backup|jobs|api)\//,
    forbids: SHELLS,
  },
  {
    why: 'one shell does not lean on another (the command line starts the browser shell: jalon serve)',
    from: /^electron\/(desktop|browser)\//,
    forbids: SHELLS,
    except: /^electron\/(desktop|browser)\//,
  },
  {
    why: 'the desktop shell and the browser shell do not know each other',
    from: /^electron\/desktop\//,
    forbids: /^electron\/browser\//,
  },
  {
    why: 'the browser shell knows nothing of the desktop',
    from: /^electron\/browser\//,
    forbids: /^electron\/desktop\//,
  },
  {
    why: 'migrations are frozen: they import nothing of ours that may change',
    from: /^electron\/migrations\//,
    forbids: /./,
    except: /^electron\/migrations\/|^node:|^better-sqlite3$/,
  },
  {
    why: 'only main.ts and preload.ts load the Electron runtime; desktop/ has its types',
    from: /^electron\/(?!main\.ts$|preload\.ts$|desktop\/electron-port\.ts$)/,
    forbids: /^electron(\/(main|renderer|common))?$/,
  },
  {
    why: 'desktop/electron-port.ts takes only the types of Electron',
    from: /^electron\/desktop\/electron-port\.ts$/,
    forbids: /^electron$/,
    typesAllowed: true,
  },
  {
    why: 'SQLite is reached through electron/store, migrations and backup',
    from: /^electron\/(?!store\/|migrations\/|backup\/)/,
    forbids: /^better-sqlite3/,
  },
  {
    why: 'exceljs belongs to the writer of workbooks: a library meets no file before it was judged',
    from: /^(?!electron\/exchange\/out\/).*/,
    forbids: /^exceljs/,
  },
  {
    why: 'a feature of the page does not import another: what they share goes to ui/, app/ or data/',
    from: /^renderer\/features\/([^/]+)\//,
    forbids: /^renderer\/features\//,
  },
  {
    why: 'data/ reads and acts through the door: it draws nothing',
    from: /^renderer\/data\//,
    forbids: /^renderer\/(app|features|ui)\//,
  },
  {
    why: 'controls know no screen: what they need is handed to them',
    from: /^renderer\/ui\//,
    forbids: /^renderer\/(app|features)\//,
  },
  {
    why: 'TanStack Table and Virtual are dressed once, in renderer/ui',
    from: /^renderer\/(?!ui\/)/,
    forbids: /^@tanstack\/(react-table|table-core|react-virtual)/,
  },
]

/** A feature may import itself. */
function ownFeature(problem: string): boolean {
  const found = /^renderer\/features\/([^/]+)\/\S+ imports renderer\/features\/([^/]+)\//.exec(problem)
  return found !== null && found[1] === found[2]
}

describe('the import rule', () => {
  test('holds for every import of the three layers, static, dynamic or of a type', () => {
    expect(violations(files, rules).filter((problem) => !ownFeature(problem))).toEqual([])
  })

  test('is seen failing where a service opens a dialog by itself', () => {
    const planted = {
      path: 'electron/services/write/planted.ts',
      text: "/** import '../../cli/x.ts' in a comment is none. */\nimport { nativeDialogs } from '../../desktop/dialogs.ts'\n",
    }
    expect(violations([planted], rules)).toEqual([
      'electron/services/write/planted.ts:2 imports electron/desktop/dialogs.ts: services know nothing of windows, http or arguments: a shell calls them, never the reverse',
    ])
  })

  test.each([
    ['shared/domain/planted.ts', "export { z } from 'zod'"],
    ['shared/rules/planted.ts', "import { french } from '../text/french.ts'"],
    ['shared/text/planted.ts', "const fs = await import('node:fs')"],
    ['renderer/ui/planted.tsx', "import type { Dossier } from '../../electron/store/dossier.ts'"],
    ['renderer/data/planted.ts', "import { showError } from '../ui/messages/toast.tsx'"],
    ['renderer/ui/planted.tsx', "import { navigate } from '../app/routes.ts'"],
    ['electron/services/planted.ts', "import Database from 'better-sqlite3'"],
    ['electron/migrations/0099-planted.ts', "import { day } from '#shared/domain/day.ts'"],
    ['electron/browser/planted.ts', "import { app } from 'electron'"],
    ['electron/desktop/planted.ts', "import {\n  app,\n  BrowserWindow,\n} from 'electron'"],
    ['renderer/features/home/planted.tsx', "import { useTable } from '@tanstack/react-table'"],
    ['electron/cli/planted.ts', "import ExcelJS from 'exceljs'"],
    ['electron/exchange/in/planted.ts', "import ExcelJS from 'exceljs'"],
  ])('is seen failing in %s for %s', (path, text) => {
    expect(violations([{ path, text }], rules)).toHaveLength(1)
  })

  test('sees one feature reach into another, and lets a feature import itself', () => {
    const path = 'renderer/features/home/planted.tsx'
    const problems = violations(
      [{ path, text: "import { a } from '../sheet/a.tsx'\nimport { b } from './b.tsx'\n" }],
      rules,
    )
    expect(problems.filter((p) => !ownFeature(p))).toHaveLength(1)
  })

  test('finds each way of importing, and only those', () => {
    const text = [
      "import './a.ts'",
      "import b, { type c } from './b.ts'",
      "import type { d } from './d.ts'",
      "export * from './e.ts'",
      "const f = await import('./f.ts')",
      "// import './no.ts'",
      'const s = "import \'./neither.ts\'"',
      'type T = import("./g.ts").T',
    ].join('\n')
    expect(importsOf({ path: 'x/y.ts', text }).map((i) => [i.target, i.typeOnly])).toEqual([
      ['x/a.ts', false],
      ['x/b.ts', false],
      ['x/d.ts', true],
      ['x/e.ts', false],
      ['x/f.ts', false],
      ['x/g.ts', false],
    ])
  })
})

describe('no circle', () => {
  test('ties two files: each can be read before those that import it', () => {
    expect(circles(files)).toEqual([])
  })

  test('passes unseen, be it of types and through a third file; what is fetched later is none', () => {
    const planted = [
      { path: 'renderer/a.ts', text: "import type { B } from './b.ts'" },
      { path: 'renderer/b.ts', text: "export * from './c.ts'" },
      { path: 'renderer/c.ts', text: "import './a.ts'\nconst d = await import('./d.ts')" },
      { path: 'renderer/d.ts', text: "import { c } from './c.ts'" },
    ]
    expect(circles(planted)).toEqual([['renderer/a.ts', 'renderer/b.ts', 'renderer/c.ts']])
  })
})

describe('the house', () => {
  const MOST_LINES = 400

  test(`has no file over ${MOST_LINES} lines: it would hold two ideas`, () => {
    const long = [...files, ...sourceFiles(root, ['tests'])]
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES)
    expect(long).toEqual([])
  })

  /** The clock, and the edges of files that hold dates by nature. */
  const MAY_KNOW_DATE = /^electron\/clock\.ts$|^electron\/exchange\/(in|out)\/.*(xlsx|serial|pdf|workbook).*$/

  test('asks what time it is in one file, and knows Date only at the edges of workbooks', () => {
    const found = files
      .filter((file) => !MAY_KNOW_DATE.test(file.path))
      .filter((file) =>
        /\bnew Date\b|\bDate\.(now|parse)\b|\bTemporal\.Now\b/.test(withoutComments(file.text)),
      )
      .map((file) => file.path)
    expect(found).toEqual([])
  })

  test('leaves no work unsaid in the sources', () => {
    const found = files.filter((file) => /\b(TODO|FIXME|XXX)\b/.test(file.text)).map((file) => file.path)
    expect(found).toEqual([])
  })

  test('opens every file with what it decides', () => {
    const silent = files
      .filter((file) => !/^export \* from '[^']+'\n$/.test(file.text))
      .filter((file) => !/^(#![^\n]*\n)?\/(\*\*|\/)/.test(file.text))
      .map((file) => file.path)
    expect(silent).toEqual([])
  })
})

describe('files', () => {
  /** All that can create, replace or move a file. `openSync` is among them: it may be asked to create. */
  const WRITERS =
    /\b(appendFile|copyFile|cp|createWriteStream|link|open|rename|symlink|truncate|write|writeFile|writev)(Sync)?\b/
  /** Each writes only where no person says where: its own folder, a temporary path, a place the store knows to be free. */
  const MAY_WRITE: readonly (readonly [RegExp, string])[] = [
    [/^electron\/outputs\//, 'where an output may land is judged here, and it is placed in one step'],
    [/^electron\/store\/opening\//, 'a dossier, its lock and its header'],
    [/^electron\/backup\//, 'copies, in a folder of their own'],
    [/^electron\/launch\//, 'the sources of this house'],
    [/^electron\/exchange\/out\//, 'writers of a format, at the temporary path a job hands them'],
    [/^electron\/browser\/body\.ts$/, 'uploads, at the temporary path of the desk'],
    [/^electron\/browser\/entrance\.ts$/, 'the page that leads to Jalon, in a folder made for it alone'],
    [/^electron\/services\/session\/small-file\.ts$/, 'settings of the machine'],
    [
      /^electron\/services\/(agenda|documents|interchange|letters)\/|^electron\/cli\/commands\/deadlines\.ts$/,
      'finished files, at the temporary path of the desk, which then delivers them',
    ],
    [
      /^electron\/exchange\/in\/read\/bounded-file\.ts$|^electron\/services\/import\/import-jobs\.ts$/,
      'only read',
    ],
  ]
  const namesFrom = (text: string) =>
    [...text.matchAll(/import\s+(?:type\s+)?([^'";]*?)\s+from\s+'node:fs(?:\/promises)?'/g)].map(
      ([, names = '']) => names,
    )
  const writing = (all: typeof files) =>
    all
      .filter((file) => /^electron\//.test(file.path) && !MAY_WRITE.some(([place]) => place.test(file.path)))
      .filter((file) =>
        namesFrom(withoutComments(file.text)).some((names) => WRITERS.test(names) || !names.startsWith('{')),
      )
      .map((file) => file.path)

  test('are written where a person says only by electron/outputs: a dossier is never under an output', () => {
    expect(writing(files)).toEqual([])
  })

  test('of a dossier are named and moved in one place, which knows that a database and its journal are one thing', () => {
    const movers = files
      .filter((file) => /^electron\/(backup|store|cli|api|services\/(session|copies))\//.test(file.path))
      .filter((file) =>
        namesFrom(withoutComments(file.text)).some((names) => /\b(rename|link|unlink)(Sync)?\b/.test(names)),
      )
      .map((file) => file.path)
    expect(movers).toEqual([
      'electron/backup/encryption.ts', // what it deciphers, under a hidden name
      'electron/store/opening/dossier-files.ts',
      'electron/store/opening/files.ts',
      'electron/store/opening/lock.ts',
    ])
  })

  test.each([
    ['electron/cli/commands/planted.ts', "import { writeFileSync } from 'node:fs'"],
    ['electron/desktop/planted.ts', "import { existsSync, renameSync } from 'node:fs'"],
    ['electron/services/session/desk.ts', "import {\n  copyFileSync,\n} from 'node:fs'"],
    ['electron/services/planted.ts', "import * as fs from 'node:fs'"],
    ['electron/services/planted.ts', "import { writeFile } from 'node:fs/promises'"],
  ])('written by %s would be seen', (path, text) => {
    expect(writing([{ path, text }])).toEqual([path])
  })
})

describe('the documents', () => {
  test.each(['README.md', 'docs/reliability.md', 'docs/shell-safety.md', 'docs/decisions.md'])(
    '%s names only files that are there',
    (name) => {
      const text = readFileSync(join(root, name), 'utf8')
      const named = text.matchAll(
        /`((?:tests|electron|shared|renderer|docs)\/[\w./-]+\.(?:ts|tsx|md|json))`/g,
      )
      const gone = [...named].map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))
      expect(gone).toEqual([])
    },
  )
})
