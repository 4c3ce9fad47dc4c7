/** Acts on the dossier as a whole: open, create, copy, back up, close, undo, redo. Used by the menu, the keyboard, the palette. */
import type { FileStatus } from '#shared/api/views/file-status.ts'
import { client, takeDownload } from '../data/client.ts'
import { scope } from '../data/preferences.ts'
import { act } from '../data/queries.ts'
import { FR } from '../text/fr.ts'
import { forgetViews } from '../ui/grid/view/view-state.ts'
import { announce } from '../ui/messages/live.tsx'
import { showError, showToast } from '../ui/messages/toast.tsx'
import type { HandedFile } from './handed-file.ts'
import { openDialog } from './open-dialog.ts'
import { navigate } from './routes.ts'
import { sendFile } from './send-file.ts'

/** Another dossier: neither the structure shown nor what its grids were filtered by belongs to it. */
export function arrived(status: FileStatus | null): void {
  if (status === null) return
  forgetViews()
  scope.set(null)
  navigate({ screen: status.open ? 'home' : 'welcome' })
}

/**
 * Browser shell: asks for a file and hands its bytes over. Null where the person gave up. The field stays in the page until
 * then: one that nothing holds is collected as garbage, and the file chosen in the system's dialog goes nowhere, unsaid.
 */
export function chooseUpload(accept: string): Promise<HandedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.hidden = true
    document.body.append(input)
    input.addEventListener('cancel', () => {
      input.remove()
      resolve(null)
    })
    input.addEventListener('change', () => {
      input.remove()
      const file = input.files?.[0]
      resolve(file === undefined ? null : sendFile(file))
    })
    input.click()
  })
}

/** A file to read, whatever the shell: the system's dialog on the desktop, the browser's own elsewhere. */
export async function chooseFile(accept: string): Promise<HandedFile | null> {
  if (client.upload !== null) return chooseUpload(accept)
  const answer = await act('import.choose', {})
  return answer.ok ? answer.value : null
}

export async function openFile(): Promise<void> {
  if (client.upload === null) return opening({})
  const chosen = await chooseUpload('.jalon')
  if (chosen !== null) await opening({ uploadId: chosen.uploadId })
}

/** A damaged file leads to its copies and to what can still be read of it; one of a newer version, to reading only. */
export async function opening(what: {
  readonly recentId?: string
  readonly uploadId?: string
}): Promise<void> {
  const answer = await act('file.open', what, { quiet: true })
  if (answer.ok) return arrived(answer.value)
  const { code, message } = answer.error
  if (code === 'file.damaged' || code === 'file.not-jalon') openDialog({ kind: 'damaged-file', message })
  else if (code === 'file.newer') {
    openDialog({
      kind: 'confirm',
      title: FR.file.newer,
      message,
      action: FR.file.newer,
      onConfirm: () => insist('newer'),
    })
  } else showError(answer.error)
}

async function insist(how: 'newer' | 'take-over'): Promise<void> {
  const answer = await act('file.insist', { how })
  if (answer.ok) arrived(answer.value)
}

/** Where no phrase was set yet, this is the moment to set one. */
export async function lockNow(): Promise<void> {
  const answer = await act('lock.now', {})
  if (answer.ok && !answer.value.enabled) openDialog({ kind: 'screen-lock' })
}

/** The open dossier is marked as open elsewhere, on a machine the person knows to have stopped. */
export function askTakeOver(): void {
  openDialog({
    kind: 'confirm',
    title: FR.file.takeOverTitle,
    message: FR.file.takeOverMessage,
    action: FR.file.takeOverTitle,
    onConfirm: () => insist('take-over'),
  })
}

export async function openRecent(recentId: string): Promise<void> {
  await opening({ recentId })
}

export async function openDemo(): Promise<void> {
  const answer = await act('file.demo', {})
  if (answer.ok) arrived(answer.value)
}

export async function createFile(name: string): Promise<boolean> {
  const answer = await act('file.create', { name })
  if (answer.ok) arrived(answer.value)
  return answer.ok && answer.value !== null
}

export async function closeFile(): Promise<void> {
  const answer = await act('file.close', {})
  if (answer.ok) arrived(answer.value)
}

export async function saveCopy(): Promise<void> {
  const answer = await act('file.saveCopy', {})
  if (answer.ok && answer.value !== null) takeDownload(answer.value.downloadId)
}

export async function backUp(): Promise<void> {
  const answer = await act('file.backup', {})
  if (answer.ok) showToast(FR.file.backedUp(answer.value.name))
}

export async function undo(): Promise<void> {
  const answer = await act('write.undo', {})
  if (answer.ok && answer.value !== null) announce(FR.undone(answer.value.label))
}

export async function redo(): Promise<void> {
  const answer = await act('write.redo', {})
  if (answer.ok && answer.value !== null) announce(FR.redone(answer.value.label))
}
