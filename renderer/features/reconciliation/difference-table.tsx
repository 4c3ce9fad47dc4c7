/** One line per difference: theirs, ours, whether they still differ, and what is decided of it. */
import type { DifferenceRow } from '#shared/api/channels/reconciliation.ts'
import { frDay } from '#shared/text/format.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { formatRoute, navigate, type PositionTab } from '../../app/routes.ts'
import { act } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { postName } from './differences.ts'
import { NoteDialog } from './note-dialog.tsx'
import { RECONCILIATION_WORDS as W } from './text.ts'

export function DifferenceTable(props: {
  readonly rows: readonly DifferenceRow[]
  readonly writable: boolean
}) {
  return (
    <table className="plain rec">
      <thead>
        <tr>
          <th scope="col">{W.post}</th>
          <th scope="col">{W.field}</th>
          <th scope="col">{W.theirs}</th>
          <th scope="col">{W.ours}</th>
          <th scope="col">{W.verdict}</th>
          <th scope="col" className="hide-sm">
            {W.seen}
          </th>
          <th scope="col">{W.decision}</th>
          <th scope="col">{W.actions}</th>
        </tr>
      </thead>
      {postsOf(props.rows).map((rows) => (
        <tbody key={rows[0]?.positionId}>
          {rows.map((row, at) => (
            <Line key={row.id} row={row} span={at === 0 ? rows.length : 0} writable={props.writable} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Lines of one post follow each other: its name is said once for all of them. */
function postsOf(rows: readonly DifferenceRow[]): readonly (readonly DifferenceRow[])[] {
  const posts = new Map<number, DifferenceRow[]>()
  for (const row of rows) {
    const list = posts.get(row.positionId)
    if (list === undefined) posts.set(row.positionId, [row])
    else list.push(row)
  }
  return [...posts.values()]
}

/** `span`: lines its post has; 0 where the post was said above. */
function Line(props: { readonly row: DifferenceRow; readonly span: number; readonly writable: boolean }) {
  const { row, span } = props
  const isAmount = row.field === 'notifiedCents' || row.field === 'receivedCents'
  const value = isAmount ? 'num' : ''
  return (
    <tr>
      {span > 0 && (
        <th scope="rowgroup" rowSpan={span}>
          <a href={formatRoute({ screen: 'position', id: row.positionId, tab: 'contracts' })}>
            {postName(row)}
          </a>
          <span className="dim rec-employer">{row.employerName}</span>
        </th>
      )}
      <td>{row.fieldLabel}</td>
      <td className={value}>
        <b>{row.stateShown}</b>
      </td>
      <td className={value}>{row.ownShown}</td>
      <td>
        <Verdict row={row} />
      </td>
      <td className="hide-sm">{frDay(row.seenOn)}</td>
      <td className="rec-decision">
        {W.decisions[row.decision]}
        {row.note !== null && <span className="dim">{row.note}</span>}
      </td>
      <td>
        <Actions {...props} />
      </td>
    </tr>
  )
}

function Verdict({ row }: { readonly row: DifferenceRow }) {
  if (row.same)
    return (
      <span className="st nb" title={W.sameTip}>
        <span className="ok">
          <Glyph name="respected" />
        </span>
        {W.same}
      </span>
    )
  return (
    <>
      <span className="nb" title={row.oneDay ? W.oneDayTip : undefined}>
        {row.oneDay ? W.oneDay : W.differ}
      </span>
      {row.changed && (
        <b className="warn rec-changed nb">
          <Glyph name="warning" /> {W.changedTag}
        </b>
      )}
    </>
  )
}

function Actions({ row, writable }: { readonly row: DifferenceRow; readonly writable: boolean }) {
  const what = W.what(postName(row), row.fieldLabel)
  const decide = (decision: 'kept' | 'contested') =>
    openDialog({
      kind: 'custom',
      render: (close) => <NoteDialog row={row} decision={decision} close={close} />,
    })
  if (row.decision !== 'open')
    return (
      <span className="rec-actions">
        <Button
          variant="link"
          label={W.reopenLabel(what)}
          isDisabled={!writable}
          onPress={() => void settle(row, 'open')}
        >
          {W.reopen}
        </Button>
      </span>
    )
  return (
    <span className="rec-actions">
      {row.canAccept ? (
        <Button
          size="small"
          label={W.acceptLabel(what)}
          isDisabled={!writable}
          onPress={() => void settle(row, 'accepted')}
        >
          {W.accept}
        </Button>
      ) : (
        <Button
          variant="link"
          label={W.correctLabel(what)}
          {...(row.byHand === null ? {} : { tip: row.byHand })}
          onPress={() => navigate({ screen: 'position', id: row.positionId, tab: tabOf(row) })}
        >
          {W.correct}
        </Button>
      )}
      <Button variant="link" label={W.keepLabel(what)} isDisabled={!writable} onPress={() => decide('kept')}>
        {W.keep}
      </Button>
      <Button
        variant="link"
        label={W.contestLabel(what)}
        isDisabled={!writable}
        onPress={() => decide('contested')}
      >
        {W.contest}
      </Button>
    </span>
  )
}

/** Where the value comes from: contracts, or the aid and its tranches. */
function tabOf(row: DifferenceRow): PositionTab {
  return row.field === 'state' || row.field === 'kind' || row.field === 'contractEndsOn' ? 'contracts' : 'aid'
}

async function settle(row: DifferenceRow, decision: 'accepted' | 'open'): Promise<void> {
  const answer = await act('reconciliation.decide', { id: row.id, decision, note: '' })
  if (!answer.ok) return
  showToast(W.done[decision])
  announce(W.done[decision])
}
