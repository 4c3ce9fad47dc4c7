/**
 * `npm run licences`: what is shipped and under which licence, read from the packages themselves, into the file the application
 * shows. A test makes it again and compares: a dependency never arrives without its line.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  homepage: z.string().optional(),
})
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), optional: z.boolean().optional() })),
})

export interface ShippedPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** Every package of the lock file that is not for development, and the runtime itself. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const found = [...shippedPlaces(root), 'node_modules/electron'].map((place) => {
    const text = readFileSync(join(root, place, 'package.json'), 'utf8')
    const { name, version, license } = manifestSchema.parse(JSON.parse(text))
    const licence = typeof license === 'object' ? license.type : license
    return { name, version, licence: licence ?? 'voir le paquet' }
  })
  const unique = new Map(found.map((each) => [`${each.name}@${each.version}`, each]))
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Names of the shipped packages without the text of their licence; it is in `resources/licences/NAME.txt`, with where it was found. */
export function packagesWithoutText(root: string): readonly string[] {
  const without = shippedPlaces(root).filter(
    (place) => !readdirSync(join(root, place)).some((name) => /^(licen[cs]e|copying|notice)/i.test(name)),
  )
  return [...new Set(without.map((place) => place.slice(place.lastIndexOf('node_modules/') + 13)))].sort()
}

function shippedPlaces(root: string): readonly string[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  return Object.entries(lock.packages).flatMap(([place, { dev, optional }]) =>
    place === '' || dev === true || optional === true ? [] : [place],
  )
}

export const LICENCES_FILE = 'renderer/features/help/licences.ts'

const HEADER =
  '/** What is shipped and under which licence. Made by `npm run licences` from the packages themselves; not edited by hand. */\n'

export function licencesText(root: string): string {
  const lines = shippedPackages(root).map(
    ({ name, version, licence }) => `  ['${name}', '${version}', '${licence}'],\n`,
  )
  return `${HEADER}export const LICENCES: readonly (readonly [name: string, version: string, licence: string])[] = [\n${lines.join('')}]\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  writeFileSync(join(root, LICENCES_FILE), licencesText(root))
}
