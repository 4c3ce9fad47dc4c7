/** The line of key figures: posts by state, then the amounts under their fixed names, late in red. */
import type { ReactNode } from 'react'
import type { HomeView } from '#shared/api/views/home.ts'
import { frEuros, frInteger } from '#shared/text/format.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { HOME_WORDS } from './text.ts'

const W = HOME_WORDS.figures

export function KeyFigures({ view }: { readonly view: HomeView }) {
  const { counts, aid } = view
  const part = (aid.receivedCents / aid.notifiedCents) * 100
  return (
    <section className="figs" aria-label={W.label}>
      <dl className="grp">
        <Figure
          name={W.occupied(counts.occupied)}
          glyph={<Glyph name="occupied" />}
          value={frInteger(counts.occupied)}
          note={W.ofPositions(counts.positions)}
        />
        <Figure
          name={W.vacant(counts.vacant)}
          glyph={<Glyph name="vacant" />}
          value={frInteger(counts.vacant)}
          note={W.vacantHint}
        />
        <Figure
          name={W.returned(counts.returned)}
          glyph={<Glyph name="returned" />}
          value={frInteger(counts.returned)}
          note={W.returnedHint}
        />
      </dl>
      <dl className="grp gf">
        <Figure name={W.notified} value={frEuros(aid.notifiedCents)} note={W.agreements(counts.agreements)} />
        <Figure name={W.earned} value={frEuros(aid.earnedCents)} note={W.earnedHint(view.today)} />
        <Figure
          name={W.received}
          glyph={<Glyph name="received" />}
          value={frEuros(aid.receivedCents)}
          note={aid.notifiedCents === 0 ? '' : W.receivedHint(`${part.toFixed(1).replace('.', ',')}\u00a0%`)}
        />
        <Figure
          name={W.outstanding}
          glyph={<Glyph name="planned" />}
          value={frEuros(aid.outstandingCents)}
          note={W.outstandingHint(counts.openInstalments)}
        />
        {aid.lateCents > 0 && (
          <Figure
            late
            name={W.late}
            glyph={<Glyph name="late" />}
            value={frEuros(aid.lateCents)}
            note={W.lateHint(counts.lateInstalments, counts.latestDays)}
          />
        )}
        {aid.overpaidCents > 0 && (
          <Figure name={W.overpaid} value={frEuros(aid.overpaidCents)} note={W.overpaidHint} />
        )}
      </dl>
    </section>
  )
}

function Figure(props: {
  readonly name: string
  readonly value: string
  readonly note: string
  readonly glyph?: ReactNode
  readonly late?: boolean
}) {
  return (
    <div className={props.late ? 'fig late' : 'fig'}>
      <dt className="k">
        {props.glyph}
        <span>{props.name}</span>
      </dt>
      <dd className="v amount">{props.value}</dd>
      <dd className="n">{props.note}</dd>
    </div>
  )
}
