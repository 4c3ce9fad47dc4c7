/** The sheet of one post: who holds it and why it is in this state, its timeline, its tabs, and the reason of any figure. */
import { useMemo, useState } from 'react'
import type { ExplainTarget } from '#shared/api/views/explain-target.ts'
import type { PositionSheet } from '#shared/api/views/position-sheet.ts'
import type { Id } from '#shared/domain/facts.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { openDialog } from '../../app/open-dialog.ts'
import type { ScreenProps } from '../../app/routes.ts'
import { navigate, POSITION_TABS, type PositionTab } from '../../app/routes.ts'
import { useFileStatus, useRead } from '../../data/queries.ts'
import { createStore, useStore } from '../../data/store.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { type Command, useCommands } from '../../ui/commands.ts'
import { ExplainPanel } from '../../ui/explanation/explanation.tsx'
import { LeftOut } from '../../ui/left-out.tsx'
import { useNarrow } from '../../ui/panel.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ContractsTab } from './contracts/tab-contracts.tsx'
import { DocumentsTab } from './documents/tab-documents.tsx'
import { explainedSource, type Source } from './explained-source.ts'
import { payOn, sheetActions } from './sheet-actions.ts'
import { SheetHeader } from './sheet-header.tsx'
import { AidTab } from './tab-aid.tsx'
import { DeadlinesTab } from './tab-deadlines.tsx'
import { JournalTab } from './tab-journal.tsx'
import { SHEET_WORDS as W } from './text.ts'
import { TimelineView } from './timeline/timeline-view.tsx'
import './sheet.css'

/** Whether the panel opens by itself on the notice: the person's choice, kept from one post to the next. */
const panelWanted = createStore(true)

export function SheetScreen({ route }: ScreenProps<'position'>) {
  const read = useRead('read.position', { positionId: route.id })
  return (
    <Reading read={read}>
      {(sheet) =>
        sheet === null ? (
          <EmptyState
            title={W.missing}
            action={<Button onPress={() => navigate({ screen: 'positions' })}>{W.missingAction}</Button>}
          />
        ) : (
          <Sheet key={sheet.row.id} sheet={sheet} tab={route.tab} />
        )
      }
    </Reading>
  )
}

function Sheet({ sheet, tab }: { readonly sheet: PositionSheet; readonly tab: PositionTab }) {
  const narrow = useNarrow()
  const wanted = useStore(panelWanted)
  const [chosen, setChosen] = useState<ExplainTarget | null>(null)
  const target = chosen ?? (wanted && !narrow ? noticeTarget(sheet) : null)
  const explain = (next: ExplainTarget) => {
    panelWanted.set(true)
    setChosen(next)
  }
  const close = () => {
    panelWanted.set(false)
    setChosen(null)
  }
  useSheetCommands(sheet, tab)
  const { row } = sheet
  const name = row.position.stateId ?? row.position.label
  return (
    <div className="sheet">
      <div className="sheet-main" data-area={W.crumb}>
        <SheetHeader sheet={sheet} onExplain={explain} />
        <LeftOut of={sheet.uncomputed} />
        <TimelineView sheet={sheet} />
        <Tabs
          label={W.tabs.label}
          className="sheet-tabs"
          value={tab}
          onChange={(next) => openTab(row.id, next)}
          items={[
            { id: 'contracts', label: W.tabs.contracts, count: sheet.contracts.length },
            { id: 'aid', label: W.tabs.aid, count: sheet.instalments.length },
            { id: 'deadlines', label: W.tabs.deadlines, count: sheet.deadlines.length },
            { id: 'documents', label: W.tabs.documents, count: sheet.documents },
            { id: 'journal', label: W.tabs.journal },
          ]}
        >
          <TabContent sheet={sheet} tab={tab} onExplain={explain} />
        </Tabs>
      </div>
      {target !== null && (
        <ExplainPanel
          target={target}
          onClose={close}
          actions={<CorrectButton source={explainedSource(target, sheet)} />}
        />
      )}
      <StatusSlot side="left">
        <span>{W.rank(name, sheet.rank, sheet.siblings, row.employerName)}</span>
      </StatusSlot>
      <StatusSlot side="right">
        <span className="hide-sm">{W.keys}</span>
      </StatusSlot>
    </div>
  )
}

function TabContent(props: {
  readonly sheet: PositionSheet
  readonly tab: PositionTab
  readonly onExplain: (target: ExplainTarget) => void
}) {
  switch (props.tab) {
    case 'contracts':
      return <ContractsTab {...props} />
    case 'aid':
      return <AidTab {...props} />
    case 'deadlines':
      return <DeadlinesTab {...props} />
    case 'documents':
      return <DocumentsTab {...props} />
    case 'journal':
      return <JournalTab positionId={props.sheet.row.id} />
  }
}

function CorrectButton({ source }: { readonly source: Source | null }) {
  const writable = !(useFileStatus()?.readOnly ?? true)
  if (source === null || !writable) return null
  return (
    <Button size="small" onPress={() => openDialog({ kind: 'entity', ...source })}>
      {W.correct[source.entity]}
    </Button>
  )
}

function openTab(id: Id, tab: PositionTab): void {
  navigate({ screen: 'position', id, tab }, { replace: true })
}

/** The date a person opens a sheet for: the notice, where there is one to give. */
function noticeTarget(sheet: PositionSheet): ExplainTarget | null {
  const { contractId, noticeOn, noticeState } = sheet.row
  if (contractId === null || noticeOn === null) return null
  return noticeState === 'upcoming' || noticeState === 'soon' || noticeState === 'missed'
    ? { kind: 'contract-notice', contractId }
    : null
}

function useSheetCommands(sheet: PositionSheet, tab: PositionTab): void {
  const { row, previousId, nextId } = sheet
  const writable = !(useFileStatus()?.readOnly ?? true)
  const commands = useMemo<readonly Command[]>(() => {
    const go = (id: string, label: string, keys: string, to: Id | null): Command => ({
      id,
      label,
      keys,
      group: W.group,
      isDisabled: to === null,
      run: () => to !== null && navigate({ screen: 'position', id: to, tab }),
    })
    return [
      go('sheet.previous', W.previous, 'Alt+ArrowUp', previousId),
      go('sheet.next', W.next, 'Alt+ArrowDown', nextId),
      // Where the frame records a payment, here it is one of this post.
      {
        id: 'payment',
        label: W.recordPayment,
        keys: 'Ctrl+Enter',
        group: W.group,
        isDisabled: !writable,
        run: () => payOn(sheet),
      },
      ...sheetActions(sheet)
        .flatMap((group) => group.items)
        .filter((item) => item.id !== 'payment')
        .map(
          (item): Command => ({
            id: `sheet.${item.id}`,
            label: item.label,
            group: W.group,
            isDisabled: !writable || (item.isDisabled ?? false),
            run: item.run,
          }),
        ),
      ...POSITION_TABS.map(
        (each, index): Command => ({
          id: `sheet.tab.${each}`,
          label: W.tabCommand(W.tabs[each]),
          keys: `Ctrl+${index + 1}`,
          group: W.group,
          run: () => openTab(row.id, each),
        }),
      ),
    ]
  }, [sheet, writable, row.id, previousId, nextId, tab])
  useCommands(commands)
}
