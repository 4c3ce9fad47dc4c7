/**
 * Browser shell: the bytes of a file a person chose or dropped, handed over. One the browser cannot read (a folder dropped, a file gone
 * since, no right to it) is said like any other refusal: whoever waits for it goes on.
 */
import type { DoorError } from '#shared/api/envelope.ts'
import { client } from '../data/client.ts'
import { FR } from '../text/fr.ts'
import { showError } from '../ui/messages/toast.tsx'
import type { HandedFile } from './handed-file.ts'

/** Null where it was not taken: that is said. */
export async function sendFile(file: File): Promise<HandedFile | null> {
  if (client.upload === null) return null
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return refused({ code: 'shell.file-unread', message: FR.fileUnread(file.name) })
  const answer = await client.upload({ name: file.name, bytes })
  return answer.ok ? answer.value : refused(answer.error)
}

function refused(error: DoorError): null {
  showError(error)
  return null
}
