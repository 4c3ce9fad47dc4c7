/** The sheet "Notice": method, parameters, sources, scope. Words come from the text catalogue; here they only get their place. */
import type { ReportRow, ReportSheet } from '#shared/api/report.ts'
import { NOTICE_SHEET } from '#shared/text/reports/report.ts'

export interface NoticeSection {
  readonly title: string
  readonly lines: readonly (readonly [label: string, text: string])[]
}

export function noticeSheet(subtitle: string, sections: readonly NoticeSection[]): ReportSheet {
  return {
    name: NOTICE_SHEET.name,
    title: NOTICE_SHEET.title,
    subtitle,
    orientation: 'portrait',
    filter: false,
    columns: [
      { key: 'label', title: NOTICE_SHEET.label, kind: 'text', width: 30 },
      { key: 'text', title: NOTICE_SHEET.text, kind: 'text', width: 84 },
    ],
    rows: sections
      .filter((section) => section.lines.length > 0)
      .flatMap((section): ReportRow[] => [
        { role: 'group', cells: [{ kind: 'text', value: section.title }, null] },
        ...section.lines.map(
          ([label, text]): ReportRow => ({
            role: 'data',
            cells: [
              { kind: 'text', value: label },
              { kind: 'text', value: text },
            ],
          }),
        ),
      ]),
  }
}
