/** Beside the digest: how old the late money is, and which aids stop next. */
import type { HomeView } from '#shared/api/views/home.ts'
import { sumCents } from '#shared/domain/money.ts'
import { frDay, frEuros } from '#shared/text/format.ts'
import { formatRoute } from '../../app/routes.ts'
import { HOME_WORDS } from './text.ts'

export function AgeingTable({ view }: { readonly view: HomeView }) {
  const W = HOME_WORDS.ageing
  const count = view.ageing.reduce((sum, band) => sum + band.instalments, 0)
  return (
    <section>
      <div className="aside-h">
        <h2>{W.title}</h2>
        <span className="sp" />
        <a className="sm" href={formatRoute({ screen: 'instalments', tab: 'follow' })}>
          {W.see}
        </a>
      </div>
      {count === 0 ? (
        <p className="sm mut">{W.none}</p>
      ) : (
        <table className="mini">
          <tbody>
            {view.ageing.map((band) => (
              <tr key={band.fromDays}>
                <th scope="row">{W.band(band.fromDays, band.toDays)}</th>
                <td className="num">{W.instalments(band.instalments)}</td>
                <td className="num">{frEuros(band.cents)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{W.total}</td>
              <td className="num">{W.instalments(count)}</td>
              <td className="num">{frEuros(sumCents(view.ageing.map((band) => band.cents)))}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}

export function AidEnds({ view }: { readonly view: HomeView }) {
  const W = HOME_WORDS.ends
  return (
    <section>
      <div className="aside-h">
        <h2>{W.title}</h2>
        <span className="sp" />
        <span className="sm dim hide-sm">{W.hint}</span>
      </div>
      {view.nextAidEnds.length === 0 ? (
        <p className="sm mut">{W.none}</p>
      ) : (
        <table className="mini">
          <thead className="vh">
            <tr>
              <th scope="col">{W.post}</th>
              <th scope="col">{W.on}</th>
              <th scope="col">{W.monthly}</th>
            </tr>
          </thead>
          <tbody>
            {view.nextAidEnds.map((end) => (
              <tr key={`${end.positionId}-${end.endsOn}`}>
                <th scope="row">
                  <a href={formatRoute({ screen: 'position', id: end.positionId, tab: 'aid' })}>
                    {end.label}
                  </a>
                </th>
                <td className="num">{frDay(end.endsOn)}</td>
                <td className="num">{frEuros(end.monthlyCents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
