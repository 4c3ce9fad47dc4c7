/** Every file of the corpus gives the plan written beside it, and brings nothing the second time. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CORPUS, digestOf, type ExpectedPlan } from '../../support/import/digest.ts'

const expectations = readdirSync(CORPUS).filter((name) => name.endsWith('.plan.json'))

describe('the corpus of files as people have them', () => {
  it('holds at least twenty-five files, each with its expected plan', () => {
    expect(expectations.length).toBeGreaterThanOrEqual(25)
    const files = readdirSync(CORPUS).filter((name) => !name.endsWith('.plan.json'))
    expect(files.map((name) => `${name}.plan.json`).filter((name) => !expectations.includes(name))).toEqual(
      [],
    )
  })

  it('is told quirk by quirk in its README, every file in it', () => {
    const told = readFileSync(new URL('../README.md', CORPUS), 'utf8').matchAll(
      /`([a-z0-9-]+\.(?!ts)[a-z]+)`/g,
    )
    const names = [...new Set([...told].map(([, name]) => `${name}.plan.json`))]
    expect(names.sort()).toEqual([...expectations].sort())
  })

  for (const name of expectations) {
    const file = name.replace('.plan.json', '')
    const { about, plan, ...request } = JSON.parse(
      readFileSync(new URL(name, CORPUS), 'utf8'),
    ) as ExpectedPlan
    it(`${file}: ${about}`, () => {
      const { digest, again } = digestOf(file, request)
      expect(digest).toEqual(plan)
      expect(again).toEqual([])
    })
  }
})
