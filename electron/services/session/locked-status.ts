/** What a locked page is told: that it is locked, and nothing of any dossier. */
import type { FileStatus } from '#shared/api/views/file-status.ts'

export function lockedStatus(
  today: FileStatus['today'],
  shell: FileStatus['shell'],
  version: string,
  revision: number,
): FileStatus {
  return {
    open: false,
    name: null,
    readOnly: false,
    readOnlyReason: null,
    demo: false,
    savedAt: null,
    undoLabel: null,
    redoLabel: null,
    lateCount: 0,
    today,
    lastBackupAt: null,
    shell,
    version,
    revision,
    recent: [],
    notes: [],
    locked: true,
  }
}
