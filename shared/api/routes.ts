/** Where the loopback server and its page meet. The desktop has no routes: its page goes through the preload's bridge. */

/** POST, JSON input → JSON `Answer`. Followed by the channel name. */
export const API_ROUTE = '/api/'
/** GET, server-sent events: each `data:` is one `ClientEvent` as JSON. */
export const EVENTS_ROUTE = '/events'
/** POST, raw bytes of one file, its name in `?name=` → `Answer<{ uploadId }>`. */
export const UPLOAD_ROUTE = '/upload'
/** GET, one time: the file behind a `downloadId`, as an attachment. Followed by the id. */
export const DOWNLOAD_ROUTE = '/download/'

/** Shown with each call, upload and stream of events, beside the cookie: a cookie is sent to every port of a machine, this is not. */
export const PAGE_TOKEN_HEADER = 'x-jalon-page'
/** A stream of events carries no header: it shows the token in its address. */
export const PAGE_TOKEN_QUERY = 'page'
/** How the entry page hands it to the page: a fragment is sent to nobody. */
export const PAGE_TOKEN_FRAGMENT = '#page='
/** Where the page keeps it, for this origin alone, port included. */
export const PAGE_TOKEN_STORE = 'jalon.page'

/** Code of the refusal of a page that was shut because its address was opened a second time. */
export const SHUT_CODE = 'shell.shut'

/** Largest file a page may hand over, and largest message of a channel. */
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024
