/** What the rules say of a choice: refused, attention, respected; the word first, the fact in bold, then its text. */
import type { Finding } from '#shared/rules/explanation.ts'
import { frReference } from '#shared/text/format.ts'
import { contractFindingWords } from '#shared/text/rules/contract-findings.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import { Glyph } from '../glyphs/glyph.tsx'

const LOOKS = {
  refused: { tone: 'late', glyph: 'refused', word: 'Refusé.' },
  warning: { tone: 'warn', glyph: 'warning', word: 'Attention.' },
  respected: { tone: 'ok', glyph: 'respected', word: 'Respecté.' },
} as const

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <Line key={`${finding.code}-${finding.field}-${JSON.stringify(finding.values)}`} finding={finding} />
      ))}
    </ul>
  )
}

function Line({ finding }: { readonly finding: Finding }) {
  const look = LOOKS[finding.severity]
  const words = contractFindingWords(finding) ?? { fact: findingSentence(finding), detail: '' }
  const texts = finding.basis.map((basis) => frReference(basis.text)).join(', ')
  return (
    <li className="chk">
      <span className={look.tone}>
        <Glyph name={look.glyph} large />
      </span>
      <span>
        <b className={look.tone}>{look.word}</b> <b>{words.fact}</b>
        <span className="mut below">
          {words.detail} {texts}
        </span>
      </span>
    </li>
  )
}
