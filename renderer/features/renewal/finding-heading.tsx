/** "Limites vérifiées", with how many are refused, to watch and respected. */
import type { Finding } from '#shared/rules/explanation.ts'
import { countFindings } from './renewal-view.ts'
import { RENEWAL_WORDS as W } from './text.ts'

export function FindingHeading({ findings }: { readonly findings: readonly Finding[] }) {
  const counts = countFindings(findings)
  return (
    <h3>
      {W.limits} <span className="sm dim">{W.counts(counts.refused, counts.warning, counts.respected)}</span>
    </h3>
  )
}
