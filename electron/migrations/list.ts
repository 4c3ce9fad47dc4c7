/** Every migration, in order. Shipped ones are frozen: a test holds their checksums; a change is a new migration. */
import { migration0001 } from './0001-change-log.ts'
import { migration0002 } from './0002-posts-and-contracts.ts'
import { migration0003 } from './0003-agreements-and-payments.ts'
import { migration0004 } from './0004-answers-and-documents.ts'
import { migration0005 } from './0005-accounts.ts'
import type { Migration } from './pieces.ts'

export type { Migration }
export const migrations: readonly Migration[] = inOrder([
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
])

/** Numbers are 1, 2, 3… without a hole: the file's version is the number of migrations it went through. */
export function inOrder(list: readonly Migration[]): readonly Migration[] {
  list.forEach((m, index) => {
    if (m.version !== index + 1) throw new Error(`migration ${m.version} stands at place ${index + 1}`)
    if (m.statements.length === 0) throw new Error(`migration ${m.version} is empty`)
  })
  return list
}
