/**
 * A message is plain JSON data of a bounded size, whatever brought it: structured clone (Electron) carries maps, dates and
 * cycles that no schema expects, and a deep or huge value would be walked many times before a schema refused it.
 */
export type DataProblem = 'not-plain' | 'too-large'

export interface DataBounds {
  readonly values: number
  readonly depth: number
  readonly characters: number
}

/** A paste of 50 000 changes of a dozen fields fits; nothing the page sends is deeper than six. */
const MESSAGE_BOUNDS: DataBounds = { values: 3_000_000, depth: 32, characters: 64 * 1024 * 1024 }

/** Null where the value may go on to its schema. */
export function dataProblem(root: unknown, bounds: DataBounds = MESSAGE_BOUNDS): DataProblem | null {
  let values = 0
  let characters = 0
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next
    values += 1
    if (values + stack.length > bounds.values || depth > bounds.depth) return 'too-large'
    switch (typeof value) {
      case 'string':
        characters += value.length
        if (characters > bounds.characters) return 'too-large'
        break
      case 'number':
        if (!Number.isFinite(value)) return 'not-plain'
        break
      case 'boolean':
      case 'undefined':
        break
      case 'object': {
        if (value === null) break
        // A sparse array costs nothing to send and minutes to walk.
        if (Array.isArray(value) && value.length > bounds.values) return 'too-large'
        const children = childrenOf(value)
        if (children === null) return 'not-plain'
        if (!Array.isArray(value)) for (const key of Object.keys(value)) characters += key.length
        for (const child of children) stack.push({ value: child, depth: depth + 1 })
        break
      }
      default:
        return 'not-plain'
    }
  }
  return null
}

/** Items of an array, values of a plain object; null for anything else. */
function childrenOf(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  // Plain in any realm: no prototype, or one that has none itself.
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return null
  if (Object.hasOwn(value, '__proto__')) return null
  // The schemas tell what they refuse by the name of its constructor, and take this key for one: no shell sends it this way.
  if (prototype !== Object.prototype && Object.hasOwn(value, 'constructor')) return null
  return Object.values(value)
}
