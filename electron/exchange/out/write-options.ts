/** What every writer of a report accepts: how far it is, and when to stop. */
export interface WriteOptions {
  /** Rows written so far, of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}
