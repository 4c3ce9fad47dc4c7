/** A file dropped on the window: a dossier is opened, a workbook asks for the dossier that will receive it. */
import { opening } from '../../app/file-commands.ts'
import { handOver } from '../../app/handed-file.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { sendFile } from '../../app/send-file.ts'
import { showToast } from '../../ui/messages/toast.tsx'
import { WELCOME_WORDS as W } from './text.ts'

export async function takeDropped(file: File): Promise<void> {
  const name = file.name.toLowerCase()
  const isDossier = name.endsWith('.jalon')
  if (!isDossier && !/\.(xlsx|csv|txt|tsv|json)$/.test(name)) {
    showToast(W.notAFile, { tone: 'late' })
    return
  }
  const sent = await sendFile(file)
  if (sent === null) return
  if (!isDossier) {
    handOver(sent)
    openDialog({ kind: 'new-file', thenImport: true })
    return
  }
  await opening({ uploadId: sent.uploadId })
}
