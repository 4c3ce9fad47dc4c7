/**
 * Points of a line moved apart until each is `gap` from its neighbours, as little as can be and in their order: those that
 * would touch stand round their common middle. (Isotonic regression of the points once the gaps are taken out.)
 */
export function spread(points: readonly number[], gap: number, from: number, to: number): readonly number[] {
  const room = points.length < 2 ? gap : Math.min(gap, (to - from) / (points.length - 1))
  const groups: { sum: number; count: number }[] = []
  points.forEach((point, rank) => {
    let group = { sum: point - rank * room, count: 1 }
    for (let last = groups.at(-1); last !== undefined && mean(last) > mean(group); last = groups.at(-1)) {
      group = { sum: last.sum + group.sum, count: last.count + group.count }
      groups.pop()
    }
    groups.push(group)
  })
  const highest = to - (points.length - 1) * room
  return groups
    .flatMap((group) => Array.from({ length: group.count }, () => mean(group)))
    .map((place, rank) => Math.min(Math.max(place, from), highest) + rank * room)
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count
}
