/** Imports of a source file, and the rule that says which are allowed. Read from the text: types and dynamic ones included. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'

export interface SourceFile {
  /** From the root, with "/". */
  readonly path: string
  readonly text: string
}

export interface ImportRule {
  readonly why: string
  /** The files it binds. */
  readonly from: RegExp
  /** Targets (path from the root, or package name) it forbids… */
  readonly forbids: RegExp
  /** …but for these. */
  readonly except?: RegExp
  /** `import type` is let through: erased, it loads nothing. */
  readonly typesAllowed?: boolean
}

export interface Import {
  readonly target: string
  readonly typeOnly: boolean
  /** `import('…')`: fetched when it is needed. */
  readonly later: boolean
  readonly line: number
}

const STATEMENT =
  /(?:^|[\n;])[ \t]*(import|export)\b(\s+type\b)?(?:[^'";]*?\bfrom\s*|\s*)(['"])([^'"\n]+)\3|\bimport\s*\(\s*(['"])([^'"\n]+)\5/g

/** `./x.ts` and `#shared/x.ts` as paths from the root, packages by their name. */
export function importsOf(file: SourceFile): readonly Import[] {
  const code = withoutComments(file.text)
  return [...code.matchAll(STATEMENT)].map((match) => {
    const specifier = match[4] ?? match[6] ?? ''
    return {
      target: resolveSpecifier(file.path, specifier),
      typeOnly: match[2] !== undefined,
      later: match[6] !== undefined,
      line: code.slice(0, match.index).split('\n').length + (match[0].startsWith('\n') ? 1 : 0),
    }
  })
}

export function violations(files: readonly SourceFile[], rules: readonly ImportRule[]): readonly string[] {
  return files.flatMap((file) => {
    const bound = rules.filter((rule) => rule.from.test(file.path))
    return importsOf(file).flatMap(({ target, typeOnly, line }) =>
      bound
        .filter((rule) => rule.forbids.test(target) && rule.except?.test(target) !== true)
        .filter((rule) => !(typeOnly && rule.typesAllowed === true))
        .map((rule) => `${file.path}:${line} imports ${target}: ${rule.why}`),
    )
  })
}

/**
 * Files that import each other in a loop, types included: neither can be read first. What is fetched later is no tie: a
 * screen is named by the frame, and opens dialogs of the frame.
 */
export function circles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const ties = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((i) => !i.later)
        .map((i) => i.target),
    ]),
  )
  const reach = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const ahead = [...(ties.get(from) ?? [])]
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      ahead.push(...(ties.get(next) ?? []))
    }
    return seen
  }
  const looped = [...ties.keys()].filter((path) => reach(path).has(path))
  const found = new Map(
    looped.map((path) => [
      [...reach(path)]
        .filter((p) => reach(p).has(path))
        .sort()
        .join('\n'),
      path,
    ]),
  )
  return [...found.keys()].map((members) => members.split('\n'))
}

/** Every source of the layers given, as the repository holds them now. */
export function sourceFiles(root: string, layers: readonly string[]): readonly SourceFile[] {
  return layers.flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return { path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
      }),
  )
}

/** Comments blanked, lines kept; what stands in a string stays. */
export function withoutComments(text: string): string {
  return text.replace(/(['"`])(?:\\[\s\S]|(?!\1)[^\\])*?\1|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (found) =>
    found.startsWith('/*') || found.startsWith('//') ? found.replace(/[^\n]/g, ' ') : found,
  )
}

function resolveSpecifier(from: string, specifier: string): string {
  if (specifier.startsWith('#shared/')) return `shared/${specifier.slice('#shared/'.length)}`
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  return specifier
}
