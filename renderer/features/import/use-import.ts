/** The journey of one import: a file, a plan made again at each change of mapping, then the writing in one undoable act. */
import { useCallback, useEffect, useState } from 'react'
import type { ImportPlan, ImportSummary } from '#shared/api/import.ts'
import { DEFAULT_MAPPING, type ImportMappingDefinition } from '#shared/schemas/import.ts'
import { chooseUpload } from '../../app/file-commands.ts'
import { type HandedFile, takeHanded } from '../../app/handed-file.ts'
import { client } from '../../data/client.ts'
import { act, type JobHandle, useJob } from '../../data/queries.ts'
import { showError } from '../../ui/toast.tsx'

export interface ImportState {
  readonly file: HandedFile | null
  readonly plan: ImportPlan | null
  readonly mapping: ImportMappingDefinition
  readonly leftOut: ReadonlySet<number>
  readonly confirming: boolean
  readonly planning: JobHandle<'import.plan'>
  readonly applying: JobHandle<'import.apply'>
  readonly summary: ImportSummary | null
  choose(): Promise<void>
  take(file: File): Promise<void>
  remap(mapping: ImportMappingDefinition): void
  toggleLeftOut(line: number): void
  confirm(confirming: boolean): void
  apply(): void
  restart(): void
}

const ACCEPTED = '.xlsx,.csv,.txt,.tsv,.json'

export function useImport(): ImportState {
  const [file, setFile] = useState<HandedFile | null>(null)
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const [mapping, setMapping] = useState<ImportMappingDefinition>(DEFAULT_MAPPING)
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
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
      setLeftOut(new Set())
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

  return {
    file,
    plan,
    mapping,
    leftOut,
    confirming,
    planning,
    applying,
    summary: applying.result,
    async choose() {
      const chosen = client.upload === null ? await chooseOnDesktop() : await chooseUpload(ACCEPTED)
      if (chosen !== null) begin(chosen)
    },
    async take(dropped) {
      if (client.upload === null) return
      const answer = await client.upload({ name: dropped.name, bytes: await dropped.arrayBuffer() })
      if (answer.ok) begin({ uploadId: answer.value.uploadId, name: dropped.name })
      else showError(answer.error)
    },
    remap(next) {
      setMapping(next)
      if (file !== null) read(file, next)
    },
    toggleLeftOut(line) {
      setLeftOut((now) => {
        const next = new Set(now)
        if (!next.delete(line)) next.add(line)
        return next
      })
    },
    confirm: setConfirming,
    apply() {
      if (file === null) return
      void applying.start({
        uploadId: file.uploadId,
        profile: plan?.profile ?? null,
        mapping: JSON.stringify(mapping),
        leaveOut: [...leftOut],
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
