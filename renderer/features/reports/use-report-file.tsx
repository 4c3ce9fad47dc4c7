/** Building the file beside the page: progress in the status bar, Annuler, then the download or where it was saved. */
import { useEffect, useRef, useState } from 'react'
import type { Input } from '#shared/api/contract.ts'
import { StatusSlot } from '../../app/frame/status-bar.tsx'
import { takeDownload } from '../../data/client.ts'
import { type JobHandle, useJob } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/messages/live.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { REPORT_WORDS as W } from './text.ts'

type BuildInput = Input<'report.build'>

export interface ReportFile {
  readonly job: JobHandle<'report.build'>
  readonly running: boolean
  /** The format asked last, for what is said of it. */
  readonly format: BuildInput['format'] | null
  start(input: BuildInput): void
}

export function useReportFile(): ReportFile {
  const job = useJob('report.build')
  const [format, setFormat] = useState<BuildInput['format'] | null>(null)
  const taken = useRef<string | null>(null)
  const { state, result } = job
  useEffect(() => {
    if (state === null || state.status === 'running' || taken.current === state.id) return
    taken.current = state.id
    if (state.status === 'cancelled') {
      showToast(W.cancelled)
      return
    }
    if (result === null) return
    takeDownload(result.downloadId)
    const said = result.savedTo === null ? W.saved(result.fileName) : W.savedAs(result.savedTo)
    if (result.downloadId !== null || result.savedTo !== null) {
      showToast(said)
      announce(said)
    }
  }, [state, result])
  return {
    job,
    format,
    running: state?.status === 'running',
    start(input) {
      setFormat(input.format)
      void job.start(input)
    },
  }
}

export function BuildProgress({ file }: { readonly file: ReportFile }) {
  const { state } = file.job
  if (!file.running || state === null || file.format === null) return null
  const part = state.total === null || state.total === 0 ? null : state.done / state.total
  return (
    <StatusSlot side="right">
      <span>
        {W.building(W.formats[file.format])} {FR.job.progress(state.done, state.total)}
      </span>
      {part !== null && (
        <span className="progress" aria-hidden="true">
          <span style={{ width: `${Math.round(part * 100)}%` }} />
        </span>
      )}
      <Button variant="link" onPress={() => file.job.cancel()}>
        {W.cancel}
      </Button>
    </StatusSlot>
  )
}
