/** The journey of one letter: which, about what, on which model, completed by what words; then its file or its text. */
import { useMemo, useState } from 'react'
import type { LetterPreview } from '#shared/api/channels/letters.ts'
import type { Id } from '#shared/domain/facts.ts'
import type { LetterKind, LetterOwner } from '#shared/domain/letters.ts'
import { takeDownload } from '../../data/client.ts'
import { runToEnd } from '../../data/jobs.ts'
import { act, readOnce, useRead } from '../../data/queries.ts'
import { announce } from '../../ui/messages/live.tsx'
import { showError, showToast } from '../../ui/messages/toast.tsx'
import { type Subject, subjectsOf } from './subjects.ts'
import { LETTERS_WORDS as W } from './text.ts'
import { useTemplate } from './use-template.ts'

export type Typed = Readonly<Record<string, string>>
export interface Asked {
  readonly letter: LetterKind
  readonly id: Id | null
  readonly positionId: Id | null
  readonly ids: readonly Id[] | null
  readonly values: Typed
}

export function useLetter(asked: Asked) {
  const [kind, setKind] = useState(asked.letter)
  const [chosen, setChosen] = useState<Id | null>(asked.id)
  const [typed, setTyped] = useState<Typed>(asked.values)
  /** The words the preview was asked with: those left, not those being typed. */
  const [settled, setSettled] = useState<Typed>(asked.values)
  const [ownModel, setOwnModel] = useState(false)
  const { template: model, choose: chooseTemplate } = useTemplate('docx')
  const [busy, setBusy] = useState(false)

  const kinds = useRead('letters.kinds', {}).data
  const about = kinds?.letters.find((each) => each.kind === kind)?.about ?? null
  const subjects = useSubjects(kind, about, asked)
  const found = subjects?.some((each) => each.value === chosen) ?? false
  const narrowed = asked.positionId !== null || asked.ids !== null
  const id = found || subjects === null ? chosen : narrowed ? (subjects[0]?.value ?? null) : null
  const read = useRead(
    'letters.preview',
    { kind, id: id ?? 1, values: settled },
    { enabled: id !== null && subjects !== null },
  )
  const clear = () => {
    setTyped({})
    setSettled({})
  }

  return {
    kind,
    about,
    kinds,
    subjects,
    id,
    typed,
    model,
    ownModel,
    busy,
    preview: id === null || subjects === null ? null : read,
    choose(next: LetterKind) {
      setKind(next)
      if (next !== kind) clear()
    },
    aboutThis(next: Id) {
      setChosen(next)
      if (next !== id) clear()
    },
    type(name: string, text: string) {
      setTyped((now) => ({ ...now, [name]: text }))
    },
    settle() {
      setSettled(typed)
    },
    takeOwnModel: setOwnModel,
    async chooseModel() {
      if (await chooseTemplate()) setOwnModel(true)
    },
    /** The letter with its fields in braces: a start for one's own model. */
    async blank() {
      const answer = await act('letters.build', { kind, id: null })
      if (answer.ok) say(answer.value)
    },
    async create(): Promise<boolean> {
      if (id === null) return false
      setBusy(true)
      const answer =
        ownModel && model !== null
          ? await runToEnd('letters.fill', {
              kind,
              id,
              templateUploadId: model.uploadId,
              values: typed,
              // The dialog lists what is taken out, and its button says so.
              withoutForeign: (model.foreign ?? []).length > 0,
            })
          : await act('letters.build', { kind, id, values: typed }, { quiet: true })
      setBusy(false)
      if (!answer.ok) {
        showError(answer.error)
        return false
      }
      return say(answer.value)
    },
    async copy(ids: readonly Id[]) {
      const texts = await Promise.all(
        ids.map(async (each) =>
          plainText(
            await readOnce('letters.preview', { kind, id: each, ...(each === id ? { values: typed } : {}) }),
          ),
        ),
      )
      try {
        await navigator.clipboard.writeText(texts.join('\n\n\n'))
        showToast(W.copied(ids.length))
        announce(W.copied(ids.length))
      } catch {
        showToast(W.copyRefused, { tone: 'late' })
      }
    },
  }
}

export type LetterState = ReturnType<typeof useLetter>

function useSubjects(kind: LetterKind, about: LetterOwner | null, asked: Asked): readonly Subject[] | null {
  const grid = (name: LetterOwner) => ({ enabled: about === name })
  const all = { employerId: null }
  const contracts = useRead('read.grid', { grid: 'contracts', ...all }, grid('contract')).data?.contracts
  const instalments = useRead('read.grid', { grid: 'instalments', ...all }, grid('instalment')).data
    ?.instalments
  const positions = useRead('read.grid', { grid: 'positions', ...all }, grid('position')).data?.positions
  const agreements = useRead('read.grid', { grid: 'agreements', ...all }, grid('agreement')).data?.agreements
  return useMemo(() => {
    if (about === null) return null
    const rows = {
      ...(contracts === undefined ? {} : { contracts }),
      ...(instalments === undefined ? {} : { instalments }),
      ...(positions === undefined ? {} : { positions }),
      ...(agreements === undefined ? {} : { agreements }),
    }
    if (rows[`${about}s`] === undefined) return null
    return subjectsOf(kind, about, rows, { positionId: asked.positionId, ids: asked.ids })
  }, [kind, about, contracts, instalments, positions, agreements, asked.positionId, asked.ids])
}

function say(file: {
  readonly fileName: string
  readonly savedTo: string | null
  readonly downloadId: string | null
}): boolean {
  if (file.downloadId === null && file.savedTo === null) return false
  takeDownload(file.downloadId)
  const words = file.savedTo === null ? W.made(file.fileName) : W.savedTo(file.savedTo)
  showToast(words)
  announce(words)
  return true
}

/** As a message is pasted: subject, then the paragraphs, a dash before the items of a list. */
function plainText(letter: LetterPreview): string {
  const lines: string[] = [W.subject(letter.subject), '']
  letter.paragraphs.forEach((paragraph, at) => {
    const isItem = paragraph.style === 'list'
    lines.push(isItem ? `- ${paragraph.text}` : paragraph.text)
    if (!isItem || letter.paragraphs[at + 1]?.style !== 'list') lines.push('')
  })
  lines.push(letter.signature)
  return lines.join('\n')
}
