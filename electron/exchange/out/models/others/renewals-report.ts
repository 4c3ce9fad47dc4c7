/** "Échéancier de renouvellement": what ends, month by month, by when to act, and columns for the decision. */
import type { CellValue, Report } from '#shared/api/report.ts'
import type { Day } from '#shared/domain/day.ts'
import { limitOf } from '#shared/rules/engine/contracts/contract-limit.ts'
import { contractNotice, noticeStanding } from '#shared/rules/engine/contracts/contract-notice.ts'
import { regimeOfContract } from '#shared/rules/engine/contracts/regime.ts'
import { employerLabel } from '#shared/rules/engine/names.ts'
import { mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { frMonth } from '#shared/text/format.ts'
import { AID_AMOUNT } from '#shared/text/reports/aid.ts'
import { NOTICE } from '#shared/text/reports/notice.ts'
import { RENEWALS } from '#shared/text/reports/others.ts'
import { NOTICE_STATE_WORDS } from '#shared/text/rules/labels.ts'
import { AGREEMENT_STATE_WORDS, CONTRACT_KIND_WORDS, CONTRACT_STATE_WORDS } from '#shared/text/words.ts'
import { count, euros, ident, onDay, text } from '../cells.ts'
import { type ContractLine, contractLines, holderOf, postLabel } from '../contract-table.ts'
import { finishReport, subtitleOf } from '../finish.ts'
import { noticeSheet } from '../notice.ts'
import { fileSection, readingSection } from '../notices.ts'
import { type AgreementScope, type ReportInput, type Scope, scopeOf } from '../scope.ts'
import { buildTable, type Table, type TableGroup } from '../table.ts'

export function renewalsReport(input: ReportInput): Report {
  const scope = scopeOf(input)
  const subtitle = subtitleOf(scope)
  const r = RENEWALS
  return finishReport(scope, {
    kind: 'renewals',
    title: r.kind,
    stem: r.stem,
    subject: r.subject,
    mainSheet: r.sheets.contracts,
    sheets: [
      endingContracts(scope, subtitle).sheet,
      endingAgreements(scope, subtitle).sheet,
      noticeSheet(subtitle, [
        fileSection(scope, r.kind),
        {
          title: NOTICE.method,
          lines: [
            [r.scope, r.scopeText],
            [r.method, r.methodText],
            [r.limits, r.limitsText],
          ],
        },
        readingSection,
      ]),
    ],
    checks: { passed: 0, total: 0 },
  })
}

function endingContracts(scope: Scope, subtitle: string): Table<ContractLine> {
  const c = RENEWALS.columns
  const { derived } = scope
  const lines = contractLines(scope, (view) => {
    const isOpen = view.state === 'current' || view.state === 'upcoming' || view.state === 'expired-open'
    const isReturned = derived.positions.get(view.contract.positionId)?.state === 'returned'
    return (
      isOpen &&
      view.lastDay !== null &&
      view.contract.endedOn === null &&
      view.renewal === null &&
      !isReturned
    )
  }).flat()
  const noticeOf = (l: ContractLine) => contractNotice(l.view, derived)?.rule ?? null
  const limit = (l: ContractLine) => limitOf(l.view, regimeOfContract(l.view.contract, derived), derived)
  const share = (l: ContractLine) => mainShare(derived.sharesByPosition.get(l.position.position.id) ?? [])
  const noticeDay = (l: ContractLine, day: 'legalOn' | 'prudentOn') => {
    const rule = noticeOf(l)
    return rule === null ? text(RENEWALS.notApplicable) : onDay(rule[day])
  }
  return buildTable<ContractLine>({
    name: RENEWALS.sheets.contracts,
    title: RENEWALS.titles.contracts,
    subtitle,
    mark: 'post',
    frozenColumns: 3,
    withoutTotal: true,
    columns: [
      { key: 'endsOn', title: c.endsOn, kind: 'day', width: 11, cell: (l) => onDay(l.view.lastDay) },
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 16,
        cell: (l) => text(employerLabel(l.employer.employer)),
      },
      { key: 'post', title: c.post, kind: 'text', width: 24, cell: (l) => text(postLabel(l.position)) },
      {
        key: 'holder',
        title: c.holder,
        kind: 'text',
        width: 20,
        optional: true,
        cell: (l) => text(holderOf(scope, l.view.contract)),
      },
      {
        key: 'kind',
        title: c.kind,
        kind: 'text',
        width: 16,
        cell: (l) => text(CONTRACT_KIND_WORDS[l.view.contract.kind]),
      },
      {
        key: 'startsOn',
        title: c.startsOn,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(l.view.contract.startsOn),
      },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 13,
        cell: (l) => text(CONTRACT_STATE_WORDS[l.view.state]),
      },
      {
        key: 'noticeLegal',
        title: c.noticeLegal,
        kind: 'day',
        width: 12,
        cell: (l) => noticeDay(l, 'legalOn'),
      },
      {
        key: 'noticePrudent',
        title: c.noticePrudent,
        kind: 'day',
        width: 12,
        cell: (l) => noticeDay(l, 'prudentOn'),
      },
      {
        key: 'noticeState',
        title: c.noticeState,
        kind: 'text',
        width: 10,
        cell: (l) => text(NOTICE_STATE_WORDS[noticeStanding(l.view, derived).noticeState]),
      },
      {
        key: 'interview',
        title: c.interview,
        kind: 'text',
        width: 10,
        optional: true,
        cell: (l) => text(noticeOf(l)?.interview === true ? RENEWALS.yes : null),
      },
      {
        key: 'served',
        title: c.served,
        kind: 'integer',
        width: 10,
        cell: (l) => count(limit(l)?.servedMonths ?? null),
      },
      {
        key: 'maximum',
        title: c.maximum,
        kind: 'integer',
        width: 10,
        cell: (l) => count(limit(l)?.maximumMonths ?? null),
      },
      { key: 'latestEnd', title: c.latestEnd, kind: 'day', width: 16, cell: (l) => latestEnd(limit(l)) },
      {
        key: 'agreement',
        title: c.agreement,
        kind: 'id',
        width: 13,
        cell: (l) => ident(share(l)?.agreement.agreement.reference),
      },
      {
        key: 'fundedTo',
        title: c.fundedTo,
        kind: 'day',
        width: 11,
        cell: (l) => onDay(share(l)?.agreement.fundedTo),
      },
      ...blanks([c.decision, c.decidedOn, c.notifiedOn, c.remark]),
    ],
    groups: byMonth(lines, (l) => l.view.lastDay ?? scope.at, RENEWALS.heading),
  })
}

function latestEnd(limit: ReturnType<typeof limitOf>): CellValue {
  if (limit === null) return text(RENEWALS.notApplicable)
  if (limit.mustBePermanent) return text(RENEWALS.permanent)
  if (limit.reached) return text(RENEWALS.reached)
  return onDay(limit.maxEndsOn)
}

function endingAgreements(scope: Scope, subtitle: string): Table<AgreementScope> {
  const c = RENEWALS.columns
  const open = scope.agreements.filter((a) => a.view.state === 'current' || a.view.state === 'upcoming')
  return buildTable<AgreementScope>({
    name: RENEWALS.sheets.agreements,
    title: RENEWALS.titles.agreements,
    subtitle,
    mark: 'agreement',
    frozenColumns: 3,
    columns: [
      { key: 'endsOn', title: c.endsOn, kind: 'day', width: 11, cell: (a) => onDay(a.view.endsOn) },
      {
        key: 'employer',
        title: c.employer,
        kind: 'text',
        width: 18,
        cell: (a) => text(employerLabel(a.employer)),
      },
      {
        key: 'agreement',
        title: c.agreement,
        kind: 'id',
        width: 14,
        cell: (a) => ident(a.view.agreement.reference),
      },
      { key: 'funder', title: c.funder, kind: 'text', width: 18, cell: (a) => text(a.view.agreement.funder) },
      {
        key: 'state',
        title: c.state,
        kind: 'text',
        width: 10,
        cell: (a) => text(AGREEMENT_STATE_WORDS[a.view.state]),
      },
      { key: 'fundedTo', title: c.fundedTo, kind: 'day', width: 11, cell: (a) => onDay(a.view.fundedTo) },
      {
        key: 'posts',
        title: c.posts,
        kind: 'integer',
        width: 8,
        sum: true,
        cell: (a) => count(a.shares.filter((s) => s.positionId !== null).length),
      },
      {
        key: 'notified',
        title: AID_AMOUNT.notified,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (a) => euros(a.amounts.notifiedCents),
      },
      {
        key: 'received',
        title: AID_AMOUNT.received,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (a) => euros(a.amounts.receivedCents),
      },
      {
        key: 'outstanding',
        title: AID_AMOUNT.outstanding,
        kind: 'cents',
        width: 13,
        sum: true,
        cell: (a) => euros(a.amounts.outstandingCents),
      },
      ...blanks([c.claim, c.remark]),
    ],
    groups: byMonth(open, (a) => a.view.endsOn, RENEWALS.headingAgreements),
  })
}

/** Columns left empty for whoever decides. */
function blanks(titles: readonly string[]) {
  return titles.map((title) => ({ key: title, title, kind: 'text' as const, width: 18, cell: () => null }))
}

function byMonth<R>(
  rows: readonly R[],
  dayOf: (row: R) => Day,
  heading: (month: string, count: number) => string,
): TableGroup<R>[] {
  const months = new Map<string, R[]>()
  const sorted = [...rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  for (const row of sorted) {
    const month = dayOf(row).slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), row])
  }
  return [...months].map(([month, own]) => ({
    label: null,
    heading: heading(frMonth(month), own.length),
    rows: own,
  }))
}
