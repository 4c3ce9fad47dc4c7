/** Where a union must have been exhausted: a new member makes the compiler complain here. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
