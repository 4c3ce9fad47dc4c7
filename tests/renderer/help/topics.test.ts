import { describe, expect, it } from 'vitest'
import { TOPICS, topicOf } from '../../../renderer/features/help/topics.ts'
import { FR } from '../../../renderer/text/fr.ts'

describe('the help', () => {
  it('has a page for every screen of the application', () => {
    const pages = new Set(TOPICS.map((topic) => topic.id))
    const screens = Object.keys(FR.screens).filter((screen) => screen !== 'help')
    expect(screens.filter((screen) => !pages.has(screen as never))).toEqual([])
  })

  it('has one page for each, under its own name', () => {
    expect(new Set(TOPICS.map((topic) => topic.id)).size).toBe(TOPICS.length)
    expect(new Set(TOPICS.map((topic) => topic.title)).size).toBe(TOPICS.length)
  })

  it('opens the page of the screen one comes from, the first steps otherwise', () => {
    expect(topicOf('reports').title).toBe('Rapports')
    expect(topicOf(undefined).id).toBe('start')
    expect(topicOf('nowhere').id).toBe('start')
  })

  it('keeps to sentences without an exclamation mark', () => {
    for (const topic of TOPICS) {
      const words = [topic.lead, ...topic.steps, ...topic.notes.flat()]
      for (const sentence of words) expect(sentence).not.toContain('!')
    }
  })
})
