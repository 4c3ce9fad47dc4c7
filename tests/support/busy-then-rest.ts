/**
 * A process that worked hard, then falls silent: says how much its heap holds of what it held at work, until it is below the part asked
 * for (`node busy-then-rest.ts PART rest|alone`), or gives up after a minute. Used by tests/memory/at-rest.test.ts.
 */
import { createRest, processRest } from '../../electron/memory/at-rest.ts'

const part = Number(process.argv[2])
const rest =
  process.argv[3] === 'rest' ? processRest() : createRest({ residentBytes: () => 0, collectYoung() {} })
const end = performance.now() + 60_000

/** Some 300 MB of what lives for a while, as a large answer does. */
function work(): number {
  const held: unknown[] = []
  for (let i = 0; i < 3_000_000; i += 1) held.push({ i, list: [i] })
  return held.length
}

work()
work()
rest.stirred()
const atWork = process.memoryUsage().heapTotal
const look = setInterval(() => {
  const left = process.memoryUsage().heapTotal / atWork
  const over = left < part
  if (!over && performance.now() < end) return
  clearInterval(look)
  process.stdout.write(JSON.stringify({ left, over }))
}, 500)
