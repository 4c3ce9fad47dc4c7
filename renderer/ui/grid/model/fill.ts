/** Filling by hand: which lines the corner of a range is drawn over, and what each of them takes from the range. Pure. */
import type { Range } from './selection.ts'

/** The lines the corner was drawn over, below or above the range; null while it is still on the range. */
export function drawnOver(source: Range, line: number): Range | null {
  if (line > source.bottom) return { ...source, top: source.bottom + 1, bottom: line }
  if (line < source.top) return { ...source, top: line, bottom: source.top - 1 }
  return null
}

/** The source over and over, going away from it: three lines drawn from two are first, second, first. */
export function repeated<T>(source: readonly T[], count: number, upwards: boolean): readonly T[] {
  const taken = Array.from({ length: count }, (_, rank) =>
    source.at(upwards ? -1 - (rank % source.length) : rank % source.length),
  ).filter((each) => each !== undefined)
  return upwards ? taken.reverse() : taken
}
