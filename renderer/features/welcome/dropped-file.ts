/** A file dropped on the window: a dossier is opened, a workbook asks for the dossier that will receive it. */
import { opening } from '../../app/file-commands.ts'
import { handOver } from '../../app/handed-file.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { client } from '../../data/client.ts'
import { showError, showToast } from '../../ui/messages/toast.tsx'
import { WELCOME_WORDS as W } from './text.ts'

export async function takeDropped(file: File): Promise<void> {
  const name = file.name.toLowerCase()
  const isDossier = name.endsWith('.jalon')
  if (!isDossier && !/\.(xlsx|csv|txt|tsv|json)$/.test(name)) {
    showToast(W.notAFile, { tone: 'late' })
    return
  }
  if (client.upload === null) return
  const answer = await client.upload({ name: file.name, bytes: await file.arrayBuffer() })
  if (!answer.ok) {
    showError(answer.error)
    return
  }
  if (!isDossier) {
    handOver({ uploadId: answer.value.uploadId, name: file.name })
    openDialog({ kind: 'new-file', thenImport: true })
    return
  }
  await opening({ uploadId: answer.value.uploadId })
}
