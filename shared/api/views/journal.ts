/** What was done to a dossier, action by action, with the fields before and after. */
import type { Id } from '../../domain/facts.ts'

export interface JournalEntry {
  readonly actionId: Id
  readonly at: string
  readonly who: string
  readonly label: string
  readonly kind: string
  readonly undone: boolean
  /** Why it cannot be undone or done again, in words; null: nothing is known against it. */
  readonly problem: string | null
  /** Its detail was taken out of the log since: what it changed is no longer known. */
  readonly lightened: boolean
  /** All of them; `changes` holds the first ones of a large action. */
  readonly changeCount: number
  readonly changes: readonly {
    readonly table: string
    readonly rowId: Id
    readonly op: 'insert' | 'update' | 'delete'
    readonly subject: string
    readonly fields: readonly {
      readonly field: string
      readonly before: string | number | null
      readonly after: string | number | null
    }[]
  }[]
}
