/**
 * The file of a report being made: progress in the status bar, Annuler, then the download or where it was saved. Held by the
 * frame, not by the screen: a person who looks at another report or screen meanwhile still gets what was asked for.
 */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Input } from '#shared/api/contract.ts'
import { takeDownload } from '../data/client.ts'
import { type JobHandle, useJob } from '../data/jobs.ts'
import { FR } from '../text/fr.ts'
import { REPORT_FILE as W } from '../text/report-file.ts'
import { Button } from '../ui/button.tsx'
import { announce } from '../ui/messages/live.tsx'
import { showToast } from '../ui/messages/toast.tsx'
import { StatusSlot } from './frame/status-bar.tsx'

type BuildInput = Input<'report.build'>

export interface ReportFile {
  readonly job: JobHandle<'report.build'>
  readonly running: boolean
  /** The format asked last, for what is said of it. */
  readonly format: BuildInput['format'] | null
  start(input: BuildInput): void
}

const Shared = createContext<ReportFile | null>(null)

export function ReportFilePlace({ children }: { readonly children: ReactNode }) {
  const file = useBuiltFile()
  return (
    <Shared value={file}>
      {children}
      <BuildProgress file={file} />
    </Shared>
  )
}

export function useReportFile(): ReportFile {
  const file = useContext(Shared)
  if (file === null) throw new Error('a report is made outside the frame')
  return file
}

function useBuiltFile(): ReportFile {
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

function BuildProgress({ file }: { readonly file: ReportFile }) {
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
