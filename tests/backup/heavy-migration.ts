/** A version that does not exist: it rewrites every person, so that a kill has time to fall inside. */
import { migrations } from '../../electron/migrations/list.ts'
import type { Migration } from '../../electron/migrations/pieces.ts'

export const heavyMigration: Migration = {
  version: migrations.length + 1,
  title: 'test: rewrites every person',
  statements: [
    'UPDATE write_state SET replaying = 1',
    "UPDATE person SET note = 'neuf ' || hex(randomblob(200))",
    'UPDATE write_state SET replaying = 0',
  ],
}
