/** Opening, creating and keeping the dossier. The page never sends a path: it names a recent file by id or asks for a dialog. */
import { z } from 'zod'
import { channel } from '../channel.ts'
import { type FileStatus, LONGEST_FILE_NAME } from '../views/file-status.ts'

export const fileChannels = {
  'file.status': channel<FileStatus>()(z.strictObject({})),
  /** New empty dossier; the shell asks where (desktop) or uses the data folder (browser). Null: the person gave up. */
  'file.create': channel<FileStatus | null>()(
    z.strictObject({ name: z.string().trim().min(1).max(LONGEST_FILE_NAME) }),
  ),
  'file.demo': channel<FileStatus>()(z.strictObject({})),
  /** Desktop: open dialog. Browser: `uploadId` of a file received through the upload route. */
  'file.open': channel<FileStatus | null>()(
    z.strictObject({ recentId: z.string().optional(), uploadId: z.string().optional() }),
  ),
  'file.close': channel<FileStatus>()(z.strictObject({})),
  'file.saveCopy': channel<{ readonly downloadId: string | null } | null>()(z.strictObject({})),
  'file.backup': channel<{ readonly name: string }>()(z.strictObject({})),
} as const
