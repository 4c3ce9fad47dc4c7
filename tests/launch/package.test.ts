import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FUSES } from '../../electron/desktop/fuses.ts'
import {
  LICENCES_FILE,
  licencesText,
  packagesWithoutText,
  shippedPackages,
} from '../../electron/launch/licences.ts'
import { packaging as config } from '../../electron/launch/packaging.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('The packaged program', () => {
  test('is installed for one person, without an administrator, and keeps the dossiers when it goes', () => {
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      deleteAppDataOnUninstall: false,
    })
    expect(config.win.target.map((t) => t.target)).toEqual(['nsis', 'portable'])
    expect(config.linux.target).toEqual(['AppImage', 'deb'])
  })

  test('opens .jalon files, looks for no update, and has its icons', () => {
    expect(config.fileAssociations.map((f) => f.ext)).toEqual(['jalon'])
    expect(config.publish).toBeNull()
    for (const icon of [config.win.icon, config.linux.icon])
      expect(existsSync(join(root, icon)), icon).toBe(true)
  })

  test('has every fuse decided, under the name the packager knows', () => {
    const fuses = config.electronFuses as Readonly<Record<string, boolean>>
    expect(fuses).toMatchObject({
      runAsNode: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    })
    for (const [name, on] of Object.entries(FUSES))
      expect(fuses[`${name[0]?.toLowerCase()}${name.slice(1)}`], name).toBe(on)
  })

  test('is made by a packager pinned with all it needs', () => {
    const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
    const { devDependencies } = read('packaging/package.json') as { devDependencies: Record<string, string> }
    const { packages } = read('packaging/package-lock.json') as {
      packages: Record<string, { version: string; integrity?: string; resolved?: string }>
    }
    for (const [name, version] of Object.entries(devDependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      expect(packages[`node_modules/${name}`]?.version).toBe(version)
    }
    const loose = Object.entries(packages).filter(([place, { integrity }]) => place !== '' && !integrity)
    expect(loose.map(([place]) => place)).toEqual([])
    expect(config.linux.executableArgs).toEqual([])
    expect(read('package.json').scripts.package).not.toContain('npx')
  })

  test('carries the text of every licence: in its package, or beside, with where it was found', () => {
    const beside = readdirSync(join(root, 'resources/licences')).map((name) => name.replace(/\.txt$/, ''))
    expect(beside.sort()).toEqual(packagesWithoutText(root))
    for (const { name, version } of shippedPackages(root)) {
      if (beside.includes(name))
        expect(readFileSync(join(root, 'resources/licences', `${name}.txt`), 'utf8')).toMatch(
          new RegExp(`^${name} ${version} \\(`),
        )
    }
    expect(config.files).toContain('resources/licences/**')
  })

  test('says the licence of everything it carries, the list made again from the packages', () => {
    expect(readFileSync(join(root, LICENCES_FILE), 'utf8')).toBe(licencesText(root))
    const names = shippedPackages(root).map((each) => each.name)
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'electron']))
  })
})
