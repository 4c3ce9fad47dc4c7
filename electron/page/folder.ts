/** Where the built page is, from the sources (`electron/page/`) as from the bundle (`out/main/`): both two folders deep. */
import { fileURLToPath } from 'node:url'

export const PAGE_FOLDER = fileURLToPath(new URL('../../out/renderer', import.meta.url))
