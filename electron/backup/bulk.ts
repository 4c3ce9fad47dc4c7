/**
 * From how many objects changed at once a checked copy comes first. Undo covers such an operation already: the copy is for whoever
 * notices a month later. Its time grows with the file (about 9 ms a megabyte, tests/bench), so a large one asks for more objects.
 */
const THRESHOLDS: readonly { readonly upToBytes: number; readonly objects: number }[] = [
  { upToBytes: 5_000_000, objects: 10 },
  { upToBytes: Number.POSITIVE_INFINITY, objects: 100 },
]

export function deservesCopy(objects: number, fileBytes: number): boolean {
  return objects >= (THRESHOLDS.find((t) => fileBytes <= t.upToBytes)?.objects ?? 0)
}
