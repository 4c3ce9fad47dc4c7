import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FUSES } from '../../electron/desktop/fuses.ts'
import { LICENCES_FILE, licencesText, shippedPackages } from '../../electron/launch/licences.ts'
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

  test('says the licence of everything it carries, the list made again from the packages', () => {
    expect(readFileSync(join(root, LICENCES_FILE), 'utf8')).toBe(licencesText(root))
    const names = shippedPackages(root).map((each) => each.name)
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'electron']))
  })
})
