/** axe-core in the page: what would keep someone out. Serious and critical findings only. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeNode {
  readonly html: string
  readonly failureSummary?: string
}
interface AxeResult {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly AxeNode[]
}

/** One line per finding: its rule, what it means, the first element concerned. Empty where nothing is serious. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const present = await page.evaluate(() => 'axe' in window)
  if (!present) await page.evaluate(source)
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      readonly axe: { run(): Promise<{ readonly violations: readonly AxeResult[] }> }
    }
    return (await axe.run()).violations
  })
  return results
    .filter((result) => result.impact === 'serious' || result.impact === 'critical')
    .map((result) => {
      const [first] = result.nodes
      return `${result.id} (${result.help}) × ${result.nodes.length} : ${first?.html.slice(0, 200)} ${first?.failureSummary?.slice(0, 200) ?? ''}`
    })
}
