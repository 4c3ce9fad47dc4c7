/** The one shape of every answer that goes through the door. */
export interface DoorError {
  /** Stable code, for example "file.not-jalon" or "input.invalid". */
  readonly code: string
  /** French, complete: what happened, what was kept, what to do. */
  readonly message: string
  /** Where: field name, row, column… */
  readonly field?: string | undefined
  readonly details?:
    | readonly { readonly field: string; readonly code: string; readonly message: string }[]
    | undefined
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DoorError }

/** A long job: the call that starts one answers with its id at once; its state is read or pushed until it is over. */
export interface JobState {
  readonly id: string
  readonly kind: string
  readonly done: number
  readonly total: number | null
  readonly status: 'running' | 'done' | 'failed' | 'cancelled'
  /** Present when done: the job's own result. */
  readonly result?: unknown
  readonly error?: DoorError
}
