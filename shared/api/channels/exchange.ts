/** Files in and out. A file is named by an upload id given by the shell (dialog or upload), never by a path. */
import { z } from 'zod'
import { dayField, idField } from '../../schemas/values.ts'
import { channel, jobChannel } from '../channel.ts'
import type { ImportPlan, ImportProfile, ImportSummary } from '../import.ts'
import type { ReportKind, ReportPreview } from '../report.ts'

const reportRequest = z.strictObject({
  kind: z.string().max(40),
  employerId: idField.nullable(),
  fiscalYear: z.int().min(2015).max(2100).nullable(),
  at: dayField.nullable(),
  agreementId: idField.nullable().optional(),
  names: z.boolean(),
})
export type ReportRequest = z.infer<typeof reportRequest>

/** What is on the screen, as it is: its columns, its order, its groups. Cells are raw values; the column says their kind. */
const shownTable = z.strictObject({
  title: z.string().trim().min(1).max(80),
  subtitle: z.string().max(300),
  columns: z
    .array(
      z.strictObject({
        title: z.string().max(80),
        kind: z.enum(['text', 'id', 'day', 'cents', 'integer']),
        width: z.number().min(4).max(80),
        sum: z.boolean(),
      }),
    )
    .min(1)
    .max(60),
  groups: z
    .array(
      z.strictObject({
        label: z.string().max(200).nullable(),
        rows: z.array(z.array(z.union([z.string().max(5000), z.number(), z.null()])).max(60)).max(100_000),
      }),
    )
    .max(20_000),
})

export const exchangeChannels = {
  /** Desktop: native dialog, answers the id of the chosen file. Browser: the page uploads by itself. Null: gave up. */
  'import.choose': channel<{ readonly uploadId: string; readonly name: string } | null>()(z.strictObject({})),
  /** What a column may be, by profile: the choices of the mapping. */
  'import.fields': channel<readonly ImportProfile[]>()(z.strictObject({})),
  'import.plan': jobChannel<ImportPlan>()(
    z.strictObject({
      uploadId: z.string().max(100),
      profile: z.string().max(60).nullable(),
      mapping: z.string().max(100_000).nullable(),
    }),
  ),
  'import.apply': jobChannel<ImportSummary>()(
    z.strictObject({
      uploadId: z.string().max(100),
      profile: z.string().max(60).nullable(),
      mapping: z.string().max(100_000).nullable(),
      leaveOut: z.array(z.int()).max(100_000),
    }),
  ),
  /** Deadlines as a calendar file (.ics), saved by a dialog or offered as a download. */
  'agenda.export': channel<{ readonly savedTo: string | null; readonly downloadId: string | null }>()(
    z.strictObject({ employerId: idField.nullable(), names: z.boolean() }),
  ),
  /** The view of a grid as a workbook or a CSV: totals as live formulas, days and amounts as such. */
  'view.export': jobChannel<{
    readonly fileName: string
    readonly savedTo: string | null
    readonly downloadId: string | null
  }>()(shownTable.extend({ format: z.enum(['xlsx', 'csv']) })),
  'report.kinds': channel<readonly ReportKind[]>()(z.strictObject({})),
  'report.preview': channel<ReportPreview>()(reportRequest),
  /** Builds the file beside the main process; the shell then saves it (dialog) or offers it as a download. */
  'report.build': jobChannel<{
    readonly fileName: string
    readonly savedTo: string | null
    readonly downloadId: string | null
    /** In words, what the report is given without; absent as a rule. */
    readonly leftOut?: readonly string[]
  }>()(
    reportRequest.extend({
      format: z.enum(['xlsx', 'csv', 'csv-state', 'pdf']),
      /** Sheet a single-table file (CSV) holds; left out, the main one. */
      sheet: z.string().max(31).nullable().optional(),
    }),
  ),
} as const
