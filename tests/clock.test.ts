import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { fixedClock, systemClock } from '../electron/clock.ts'

test('a fixed day is that day, at an instant that never changes', () => {
  const clock = fixedClock(day('2024-02-29'))
  expect(clock.today()).toBe('2024-02-29')
  expect(clock.now()).toBe('2024-02-29T12:00:00.000+00:00')
})

test('an act is dated by an instant with its offset, on the day of today', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/)
  expect(systemClock.now().slice(0, 10)).toBe(systemClock.today())
})

test.each([
  ['Europe/Paris', /\+0[12]:00$/],
  ['America/Martinique', /-04:00$/],
  ['Indian/Reunion', /\+04:00$/],
  ['Pacific/Marquesas', /-09:30$/],
])('today is the day of the place: %s', (zone, offset) => {
  const source = "import('./electron/clock.ts').then(({ systemClock: c }) => console.log(c.now(), c.today()))"
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', source], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  })
  const [now = '', today] = run.stdout.trim().split(' ')
  expect(now).toMatch(offset)
  expect(now.slice(0, 10)).toBe(today)
})
