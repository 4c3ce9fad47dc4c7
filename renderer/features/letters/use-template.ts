/** The person's own template: chosen, looked at before anything is filled, and what it holds that acts by itself. */
import { useState } from 'react'
import type { DoorError } from '#shared/api/envelope.ts'
import type { ForeignPart } from '#shared/domain/foreign-parts.ts'
import { chooseFile } from '../../app/file-commands.ts'
import { runToEnd } from '../../data/jobs.ts'

export interface Template {
  readonly uploadId: string
  readonly name: string
  /** Null while it is looked at, or where it could not be. */
  readonly foreign: readonly ForeignPart[] | null
  readonly error: DoorError | null
}

export function useTemplate(kind: 'docx' | 'xlsx') {
  const [template, setTemplate] = useState<Template | null>(null)
  return {
    template,
    /** False where the person gave up. */
    async choose(): Promise<boolean> {
      const file = await chooseFile(`.${kind}`)
      if (file === null) return false
      setTemplate({ ...file, foreign: null, error: null })
      const looked = await runToEnd('templates.look', { uploadId: file.uploadId, kind })
      const foreign = looked.ok ? looked.value.foreign : null
      const error = looked.ok ? null : looked.error
      setTemplate((now) => (now?.uploadId === file.uploadId ? { ...file, foreign, error } : now))
      return true
    },
  }
}
