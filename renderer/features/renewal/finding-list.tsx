/** What the rules say of the choice: refused, attention, respected; the word first, the fact, then its text. */
import type { Finding } from '#shared/rules/explanation.ts'
import { contractFindingWords } from '#shared/text/contract-findings.ts'
import { findingSentence } from '#shared/text/findings.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { countFindings } from './renewal-view.ts'
import { RENEWAL_WORDS as W } from './text.ts'

const LOOKS = {
  refused: { tone: 'late', glyph: 'refused' },
  warning: { tone: 'warn', glyph: 'warning' },
  respected: { tone: 'ok', glyph: 'respected' },
} as const

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const counts = countFindings(findings)
  return (
    <>
      <h3>
        {W.limits}{' '}
        <span className="sm dim">{W.counts(counts.refused, counts.warning, counts.respected)}</span>
      </h3>
      <ul className="findings">
        {findings.map((finding) => (
          <Line
            key={`${finding.code}-${finding.field}-${JSON.stringify(finding.values)}`}
            finding={finding}
          />
        ))}
      </ul>
    </>
  )
}

function Line({ finding }: { readonly finding: Finding }) {
  const look = LOOKS[finding.severity]
  const words = contractFindingWords(finding) ?? { fact: findingSentence(finding), detail: '' }
  const texts = finding.basis.map((basis) => basis.text).join(', ')
  return (
    <li className="chk">
      <span className={look.tone}>
        <Glyph name={look.glyph} large />
      </span>
      <span>
        <b className={look.tone}>{W.severity[finding.severity]}</b> <b>{words.fact}</b>
        <span className="mut below">
          {words.detail} {texts}
        </span>
      </span>
    </li>
  )
}
