/** Rapports: choose a report and its scope, see it as the workbook it will be, take the file. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReportRequest } from '#shared/api/channels/exchange.ts'
import type { ReportKind, ReportPreview } from '#shared/api/report.ts'
import { yearOf } from '#shared/domain/day.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { openDialog } from '../../app/open-dialog.ts'
import { useReportFile } from '../../app/report-file.tsx'
import type { ScreenProps } from '../../app/routes.ts'
import { navigate } from '../../app/routes.ts'
import { useScope } from '../../data/preferences.ts'
import { useFileStatus, useRead } from '../../data/queries.ts'
import { useToday } from '../../data/today.ts'
import { REPORT_FILE } from '../../text/report-file.ts'
import { EmptyState, Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { type Command, useCommands } from '../../ui/commands.ts'
import { Glyph } from '../../ui/glyphs/glyph.tsx'
import { SideLink, SideList } from '../../ui/lists/side-list.tsx'
import { needsAgreement, ReportParameters, type Scope } from './parameters.tsx'
import { REPORT_WORDS as W } from './text.ts'
import { WorkbookPreview } from './workbook-preview.tsx'
import './reports.css'

export function ReportsScreen({ route }: ScreenProps<'reports'>) {
  const kinds = useRead('report.kinds', {})
  return (
    <Reading read={kinds}>
      {(list) => {
        const chosen = list.find((each) => each.kind === route.topic) ?? list[0]
        if (chosen === undefined) return <EmptyState title={W.empty} />
        return (
          <SideList
            title={W.title}
            label={W.list}
            className="reports"
            links={
              <>
                {list.map((kind) => (
                  <SideLink
                    key={kind.kind}
                    title={kind.label}
                    detail={kind.description}
                    isCurrent={kind === chosen}
                    onPress={() => navigate({ screen: 'reports', topic: kind.kind })}
                  />
                ))}
                <SideLink
                  title={W.reconciliation}
                  detail={W.reconciliationDetail}
                  onPress={() => navigate({ screen: 'reconciliation' })}
                />
                <SideLink
                  title={W.ownWorkbook}
                  detail={W.ownWorkbookDetail}
                  onPress={() => openDialog({ kind: 'fill-workbook' })}
                />
              </>
            }
          >
            <ReportPane key={chosen.kind} kind={chosen} />
          </SideList>
        )
      }}
    </Reading>
  )
}

function ReportPane({ kind }: { readonly kind: ReportKind }) {
  const today = useToday()
  const scoped = useScope()
  const [scope, setScope] = useState<Scope>({
    employerId: scoped,
    fiscalYear: yearOf(today),
    at: null,
    agreementId: null,
    names: true,
  })
  const request = requestOf(kind, scope)
  const ready = !needsAgreement(kind) || scope.agreementId !== null
  const preview = useRead('report.preview', request, { enabled: ready })
  const file = useReportFile()
  const start = (format: ReportKind['formats'][number]) => file.start({ ...request, format })
  const first = kind.formats[0]
  useExport(first === undefined || !ready || file.running ? null : () => start(first))
  return (
    <div className="rep-pane" data-area={kind.label}>
      <header className="head rep-head">
        <div className="w">
          <h2>{preview.data?.title ?? kind.label}</h2>
          <p className="sub">{preview.data?.scope ?? kind.description}</p>
        </div>
        <div className="rep-formats">
          {kind.formats.map((format) => (
            <Button
              key={format}
              variant={format === first ? 'primary' : 'default'}
              isDisabled={!ready || file.running}
              onPress={() => start(format)}
            >
              {REPORT_FILE.formats[format]}
            </Button>
          ))}
        </div>
      </header>
      <div className="rep-params">
        <ReportParameters
          kind={kind}
          scope={scope}
          onChange={(next) => setScope((now) => ({ ...now, ...next }))}
        />
        <span className="sp" />
        {kind.kind === 'fiscal-year' && <YearEntries scope={scope} />}
        {preview.data !== undefined && <Checks preview={preview.data} />}
      </div>
      {ready ? (
        <Reading read={preview}>{(report) => <Preview report={report} names={scope.names} />}</Reading>
      ) : (
        <EmptyState title={W.chooseAgreement} />
      )}
    </div>
  )
}

/** What the fiscal-year file shows only once the accountant has typed it. */
function YearEntries({ scope }: { readonly scope: Scope }) {
  const open = useFileStatus()
  const isDisabled = open?.readOnly ?? true
  return (
    <>
      <Button
        size="small"
        isDisabled={isDisabled}
        onPress={() =>
          openDialog({
            kind: 'budget',
            ...(scope.employerId === null ? {} : { employerId: scope.employerId }),
            ...(scope.fiscalYear === null ? {} : { fiscalYear: scope.fiscalYear }),
          })
        }
      >
        {W.budget}
      </Button>
      <Button size="small" isDisabled={isDisabled} onPress={() => openDialog({ kind: 'dedicated-funds' })}>
        {W.dedicatedFunds}
      </Button>
    </>
  )
}

/** Only what the report asks for is sent: the rest would change its scope without being seen. */
function requestOf(kind: ReportKind, scope: Scope): ReportRequest {
  const asks = (parameter: ReportKind['parameters'][number]) => kind.parameters.includes(parameter)
  return {
    kind: kind.kind,
    employerId: asks('employer') ? scope.employerId : null,
    fiscalYear: asks('fiscal-year') ? scope.fiscalYear : null,
    at: asks('at') ? scope.at : null,
    ...(asks('agreement') ? { agreementId: scope.agreementId } : {}),
    names: asks('names') ? scope.names : true,
  }
}

function Checks({ preview }: { readonly preview: ReportPreview }) {
  const { passed, total } = preview.checks
  if (total === 0) return null
  const right = passed === total
  return (
    <span className={right ? 'sm st' : 'sm st warn'}>
      <span className={right ? 'ok' : 'warn'}>
        <Glyph name={right ? 'respected' : 'warning'} large />
      </span>
      {W.checks(passed, total)}
    </span>
  )
}

/** Ctrl+E, from the moment the report is chosen: its file does not wait for what is shown of it. */
function useExport(run: (() => void) | null): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const isDisabled = run === null
  useCommands(
    useMemo(
      () => [
        {
          id: 'report.export',
          label: W.export,
          group: W.title,
          keys: 'Ctrl+E',
          inFields: true,
          isDisabled,
          run: () => latest.current?.(),
        },
      ],
      [isDisabled],
    ),
  )
}

function Preview(props: { readonly report: ReportPreview; readonly names: boolean }) {
  const { report } = props
  const [name, setName] = useState(report.sheets[0]?.name ?? '')
  const index = Math.max(
    0,
    report.sheets.findIndex((sheet) => sheet.name === name),
  )
  const sheet = report.sheets[index]
  useEffect(() => {
    if (!report.sheets.some((each) => each.name === name)) setName(report.sheets[0]?.name ?? '')
  }, [report, name])
  const commands = useMemo<readonly Command[]>(() => {
    const move = (step: number) => {
      const next = report.sheets[(index + step + report.sheets.length) % report.sheets.length]
      if (next !== undefined) setName(next.name)
    }
    return [
      {
        id: 'report.next',
        label: W.nextSheet,
        group: W.title,
        keys: 'Ctrl+PageDown',
        inFields: true,
        run: () => move(1),
      },
      {
        id: 'report.previous',
        label: W.previousSheet,
        group: W.title,
        keys: 'Ctrl+PageUp',
        inFields: true,
        run: () => move(-1),
      },
    ]
  }, [report.sheets, index])
  useCommands(commands)
  if (sheet === undefined) return null
  return (
    <>
      <WorkbookPreview report={report} sheet={sheet} onSheet={setName} />
      <StatusSlot side="left">
        <span>{W.position(index + 1, report.sheets.length, sheet.rows.length)}</span>
        {props.names && <span className="hide-sm">{W.nominative}</span>}
      </StatusSlot>
      <StatusSlot side="right">
        <span className="hide-sm">{W.keys}</span>
      </StatusSlot>
    </>
  )
}
