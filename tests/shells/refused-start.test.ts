import { describe, expect, test } from 'vitest'
import { REFUSED_SWITCHES, REFUSED_VARIABLES, refusedAtStart } from '../../electron/desktop/refused-start.ts'

describe('The packaged program', () => {
  test.each([
    ['--remote-debugging-port=9222', '--remote-debugging-port'],
    ['--remote-debugging-pipe', '--remote-debugging-pipe'],
    ['-remote-debugging-port=9222', '--remote-debugging-port'],
    ['/remote-debugging-port=9222', '--remote-debugging-port'],
    ['--REMOTE-DEBUGGING-PORT=9222', '--remote-debugging-port'],
    ['--inspect', '--inspect'],
    ['--inspect-brk=0', '--inspect-brk'],
    ['--js-flags=--expose-gc', '--js-flags'],
    ['--load-extension=/tmp/x', '--load-extension'],
    ['--no-sandbox', '--no-sandbox'],
    ['--disable-web-security', '--disable-web-security'],
    ['--proxy-server=evil:1', '--proxy-server'],
    ['--host-rules=MAP * evil', '--host-rules'],
  ])('does not start with %s, and says which', (arg, said) => {
    expect(refusedAtStart(['postes.jalon', arg], {})).toBe(said)
  })

  test.each(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'ELECTRON_ENABLE_LOGGING'])(
    'does not start under %s',
    (name) => {
      expect(refusedAtStart([], { [name]: '1' })).toBe(name)
      expect(refusedAtStart([], { [name]: '' })).toBeNull()
    },
  )

  test('starts with a dossier, a day, and what a desktop usually gives', () => {
    const usual = [
      '/home/lea/inspect/postes.jalon',
      '--today=2026-11-23',
      '--ozone-platform=wayland',
      '--lang=fr',
    ]
    for (const arg of [
      ...usual,
      '--force-device-scale-factor=2',
      '--disable-gpu',
      '-psn_0_12345',
      '/import/a.jalon',
    ])
      expect(refusedAtStart([arg], { HOME: '/home/lea', NODE_EXTRA_CA_CERTS: '/etc/ca' }), arg).toBeNull()
  })

  test('names each refused thing once', () => {
    const all = [...REFUSED_SWITCHES, ...REFUSED_VARIABLES]
    expect(new Set(all).size).toBe(all.length)
    for (const name of REFUSED_SWITCHES) expect(refusedAtStart([`--${name}=x`], {}), name).toBe(`--${name}`)
  })
})
