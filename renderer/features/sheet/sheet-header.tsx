/** Top of a sheet: the post, its derived state with its reason, its identifiers, its five amounts, each with its "why". */
import type { AidFigures } from '#shared/api/views/aid-figures.ts'
import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import { frEuros } from '#shared/text/format.ts'
import { stepSentence } from '#shared/text/rules/explain.ts'
import { AMOUNT_WORDS } from '#shared/text/rules/labels.ts'
import { POSITION_KIND_WORDS } from '#shared/text/words.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { formatRoute } from '../../app/routes.ts'
import { useFileStatus } from '../../data/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'
import { StateGlyph } from '../../ui/glyphs/state-glyph.tsx'
import { NotComputed } from '../../ui/left-out.tsx'
import { Menu } from '../../ui/menu.tsx'
import { payOn, sheetActions } from './sheet-actions.ts'
import { SHEET_WORDS as W } from './text.ts'

type Explain = (target: ExplainTarget) => void

export function SheetHeader({
  sheet,
  onExplain,
}: {
  readonly sheet: PositionSheet
  readonly onExplain: Explain
}) {
  const { row } = sheet
  const { position } = row
  return (
    <header className="sheet-head">
      <div className="sheet-title">
        <div className="w">
          <h1>
            <a className="crumb" href={formatRoute({ screen: 'positions' })}>
              {W.crumb} /
            </a>{' '}
            {position.stateId !== null && `${position.stateId} · `}
            {position.label}
          </h1>
          <p>
            {row.uncomputed === undefined ? <State sheet={sheet} onExplain={onExplain} /> : <NotComputed />}
          </p>
        </div>
        <Actions sheet={sheet} />
      </div>
      <div className="kv">
        <Fact name={W.facts.employer}>{row.employerId === null ? W.facts.noEmployer : row.employerName}</Fact>
        {position.stateId !== null && <Fact name={W.facts.stateId}>{position.stateId}</Fact>}
        {position.kind === 'coordinator' && (
          <Fact name={W.facts.kind}>{POSITION_KIND_WORDS.coordinator}</Fact>
        )}
        <AgreementFacts sheet={sheet} />
        <Place sheet={sheet} />
      </div>
      {row.uncomputed === undefined && <Amounts sheet={sheet} onExplain={onExplain} />}
    </header>
  )
}

interface Explained {
  readonly sheet: PositionSheet
  readonly onExplain: Explain
}

function State({ sheet: { row }, onExplain }: Explained) {
  return (
    <>
      <b>
        <StateGlyph of="position" state={row.state} />
      </b>{' '}
      <button
        type="button"
        className="why-link mut"
        onClick={() => onExplain({ kind: 'position-state', positionId: row.id })}
      >
        <span data-private="">{stepSentence(row.stateReason)}</span>
        <span className="vh"> {W.whyState}</span>
      </button>
    </>
  )
}

function Amounts({ sheet, onExplain }: Explained) {
  const { row } = sheet
  return (
    <div className="kv">
      <Amount row={row.aid} name="notifiedCents" sheet={sheet} onExplain={onExplain} />
      <Amount row={row.aid} name="earnedCents" sheet={sheet} onExplain={onExplain} />
      <Amount row={row.aid} name="receivedCents" sheet={sheet} onExplain={onExplain} />
      <Amount row={row.aid} name="outstandingCents" sheet={sheet} onExplain={onExplain} />
      {row.aid.lateCents > 0 && <Amount row={row.aid} name="lateCents" sheet={sheet} onExplain={onExplain} />}
      {row.aid.overpaidCents > 0 && (
        <Amount row={row.aid} name="overpaidCents" sheet={sheet} onExplain={onExplain} />
      )}
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <span className="nb">
      {name} <b>{children}</b>
    </span>
  )
}

function AgreementFacts({ sheet }: { readonly sheet: PositionSheet }) {
  const current = sheet.agreements.find((a) => a.id === sheet.row.agreementId)?.agreement
  return (
    <>
      {current?.dsNumber && <Fact name={W.facts.ds}>{current.dsNumber}</Fact>}
      {current?.ejNumber && <Fact name={W.facts.ej}>{current.ejNumber}</Fact>}
    </>
  )
}

function Place({ sheet }: { readonly sheet: PositionSheet }) {
  const { position, agreementLabel } = sheet.row
  const place = W.place(
    position.workplace,
    position.inQpv,
    position.inFrr,
    agreementLabel?.includes('bonus') ?? false,
  )
  return place === '' ? null : <Fact name={W.facts.workplace}>{place}</Fact>
}

function Amount(props: {
  readonly row: AidFigures
  readonly name: keyof AidFigures
  readonly sheet: PositionSheet
  readonly onExplain: Explain
}) {
  const { name } = props
  const value = frEuros(props.row[name])
  const late = name === 'lateCents'
  return (
    <button
      type="button"
      className={late ? 'why-link nb late' : 'why-link nb'}
      onClick={() =>
        props.onExplain({ kind: 'position-amount', positionId: props.sheet.row.id, amount: name })
      }
    >
      {late ? (
        <>
          <Glyph name="late" /> {W.of} <b className="late amount">{value}</b> {W.late}
        </>
      ) : (
        <>
          {AMOUNT_WORDS[name]} <b className="amount">{value}</b>
        </>
      )}
      <span className="vh"> {W.whyAmount}</span>
    </button>
  )
}

function Actions({ sheet }: { readonly sheet: PositionSheet }) {
  const { row } = sheet
  const writable = !(useFileStatus()?.readOnly ?? true)
  const { contractId } = row
  return (
    <div className="sheet-actions">
      <Menu label={W.more} groups={sheetActions(sheet)}>
        <Button isDisabled={!writable}>
          {W.more}
          <Icon name="down" small />
        </Button>
      </Menu>
      <span className="hide-sm">
        <Button isDisabled={!writable} onPress={() => payOn(sheet)}>
          {W.recordPayment}
        </Button>
      </span>
      {contractId === null || row.state !== 'occupied' ? (
        <Button
          variant="primary"
          isDisabled={!writable || row.state === 'returned'}
          onPress={() => openDialog({ kind: 'new-contract', positionId: row.id })}
        >
          {W.newContract}
        </Button>
      ) : (
        <Button
          variant="primary"
          isDisabled={!writable || row.contractEndsOn === null}
          onPress={() => openDialog({ kind: 'renew-contract', contractId })}
        >
          {W.renew}
        </Button>
      )}
    </div>
  )
}
