/** The journey of one import: a file, a plan made again at each change of mapping, then the writing in one undoable act. */
import { useCallback, useEffect, useState } from 'react'
import type { ImportPlan, ImportSummary, SheetFound } from '#shared/api/import.ts'
import { DEFAULT_MAPPING, type ImportMappingDefinition } from '#shared/schemas/import.ts'
import { chooseUpload } from '../../app/file-commands.ts'
import { type HandedFile, takeHanded } from '../../app/handed-file.ts'
import { sendFile } from '../../app/send-file.ts'
import { client } from '../../data/client.ts'
import { type JobHandle, useJob } from '../../data/jobs.ts'
import { act } from '../../data/queries.ts'
import {
  allLinesToWrite,
  isReadAlso,
  type LeftOut,
  leftOutOf,
  mappingOf,
  mappingToWrite,
  partShown,
  toggled,
  withOther,
  withPart,
} from './sheets-view.ts'

export interface ImportState {
  readonly file: HandedFile | null
  readonly plan: ImportPlan | null
  readonly mapping: ImportMappingDefinition
  readonly leftOut: ReadonlySet<number>
  /** Lines to write, of every sheet read. */
  readonly count: number
  /** Of the file: the plan of every sheet read. */
  readonly whole: ImportPlan | null
  readonly confirming: boolean
  readonly planning: JobHandle<'import.plan'>
  readonly applying: JobHandle<'import.apply'>
  readonly summary: ImportSummary | null
  choose(): Promise<void>
  take(file: File): Promise<void>
  remap(mapping: ImportMappingDefinition): void
  toggleLeftOut(line: number): void
  /** Reads, or no longer reads, another sheet with this one. */
  readAlso(sheet: string, read: boolean): void
  /** Asked to be read with this one, or read by itself; said before the plan is made again. */
  isReadAlso(sheet: SheetFound): boolean
  show(sheet: string): void
  confirm(confirming: boolean): void
  apply(): void
  restart(): void
}

const ACCEPTED = '.xlsx,.csv,.txt,.tsv,.json'

export function useImport(): ImportState {
  const [file, setFile] = useState<HandedFile | null>(null)
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const [mapping, setMapping] = useState<ImportMappingDefinition>(DEFAULT_MAPPING)
  const [leftOut, setLeftOut] = useState<LeftOut>(new Map())
  const [sheet, setSheet] = useState<string | null>(null)
  const [confirming, setConfirming] = useState(false)
  const planning = useJob('import.plan')
  const applying = useJob('import.apply')
  const { start: startPlan, result: planned } = planning

  // The former plan stays on the screen while the next one is made: a correction does not blank the page.
  useEffect(() => {
    if (planned === null) return
    setPlan(planned)
    // Read as an earlier file of that shape was: a correction starts from there.
    if (planned.remembered) setMapping(planned.mapping)
  }, [planned])

  const read = useCallback(
    (next: HandedFile, definition: ImportMappingDefinition) => {
      void startPlan({ uploadId: next.uploadId, profile: null, mapping: JSON.stringify(definition) })
    },
    [startPlan],
  )
  const begin = useCallback(
    (next: HandedFile) => {
      setFile(next)
      setPlan(null)
      setMapping(DEFAULT_MAPPING)
      setLeftOut(new Map())
      setSheet(null)
      setConfirming(false)
      applying.reset()
      read(next, DEFAULT_MAPPING)
    },
    [read, applying.reset],
  )
  useEffect(() => {
    const handed = takeHanded()
    if (handed !== null) begin(handed)
  }, [begin])

  const remap = (next: ImportMappingDefinition) => {
    setMapping(next)
    if (file !== null) read(file, next)
  }
  // Each sheet is shown, mapped and corrected as if it were alone.
  const part = plan === null ? null : partShown(plan, sheet)
  return {
    file,
    whole: plan,
    plan: part,
    mapping: plan === null || part === null ? mapping : mappingOf(mapping, plan, part),
    leftOut: part === null ? new Set() : leftOutOf(leftOut, part),
    count: plan === null ? 0 : allLinesToWrite(plan, leftOut),
    confirming,
    planning,
    applying,
    summary: applying.result,
    async choose() {
      const chosen = client.upload === null ? await chooseOnDesktop() : await chooseUpload(ACCEPTED)
      if (chosen !== null) begin(chosen)
    },
    async take(dropped) {
      const sent = await sendFile(dropped)
      if (sent !== null) begin(sent)
    },
    remap(next) {
      remap(plan === null || part === null ? next : withPart(mapping, plan, part, next))
    },
    readAlso(name, wanted) {
      if (plan !== null) remap(withOther(mapping, plan, name, wanted))
    },
    isReadAlso: (found) => isReadAlso(mapping, found),
    show(name) {
      setSheet(name)
      if (plan === null || plan.sheet === name) return
      // A sheet that is not read, nor asked to be, becomes the one the file is read by.
      const found = plan.found.find((each) => each.name === name)
      if (found === undefined || !isReadAlso(mapping, found))
        remap({ ...mapping, sheet: name, profile: null, headerLine: null, others: null })
    },
    toggleLeftOut(line) {
      if (part !== null) setLeftOut((now) => toggled(now, part, line))
    },
    confirm: setConfirming,
    apply() {
      if (file === null || plan === null) return
      const written = mappingToWrite(mapping, plan, leftOut)
      void applying.start({
        uploadId: file.uploadId,
        profile: plan.profile,
        mapping: JSON.stringify(written.mapping),
        leaveOut: written.leaveOut,
      })
    },
    restart() {
      setFile(null)
      setPlan(null)
      setConfirming(false)
      planning.reset()
      applying.reset()
    },
  }
}

async function chooseOnDesktop(): Promise<HandedFile | null> {
  const answer = await act('import.choose', {})
  return answer.ok ? answer.value : null
}
