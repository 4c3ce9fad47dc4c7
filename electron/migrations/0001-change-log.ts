/**
 * Identity of the dossier and its change log. `write_state` (one row) says which action is being written: triggers read it,
 * and a write while it names none aborts. `revision` grows with every committed change, undo and redo included.
 */
import { flag, type Migration, oneOf } from './pieces.ts'

export const migration0001: Migration = {
  version: 1,
  title: 'identity and change log',
  statements: [
    `CREATE TABLE dossier (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  file_id TEXT NOT NULL CHECK (length(file_id) = 36),
  created_at TEXT NOT NULL,
  created_with TEXT NOT NULL,
  demo INTEGER NOT NULL ${flag('dossier', 'demo')},
  readable_from INTEGER NOT NULL DEFAULT 1,
  last_visit_on TEXT CHECK (last_visit_on IS date(last_visit_on))
) STRICT`,
    `CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  state TEXT NOT NULL ${oneOf('action', 'state', ['done', 'undone', 'dropped'])}
) STRICT`,
    'CREATE INDEX action_by_state ON action (state, id)',
    `CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES action (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  op TEXT NOT NULL ${oneOf('change', 'op', ['insert', 'update', 'delete'])},
  before TEXT,
  after TEXT
) STRICT`,
    'CREATE INDEX change_by_action ON change (action_id)',
    'CREATE INDEX change_by_row ON change (row_id, table_name)',
    `CREATE TABLE write_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  action_id INTEGER,
  replaying INTEGER NOT NULL CHECK (replaying IN (0, 1)),
  revision INTEGER NOT NULL,
  saved_at TEXT
) STRICT`,
    'INSERT INTO write_state (id, action_id, replaying, revision, saved_at) VALUES (1, NULL, 0, 0, NULL)',
    // Only a replay lifts both guards: that is also the way the names of an anonymised person leave the log.
    `CREATE TRIGGER change_is_frozen BEFORE UPDATE ON change WHEN (SELECT replaying FROM write_state) = 0 BEGIN
  SELECT RAISE(ABORT, 'the change log is never rewritten');
END`,
    `CREATE TRIGGER change_is_kept BEFORE DELETE ON change WHEN (SELECT replaying FROM write_state) = 0 BEGIN
  SELECT RAISE(ABORT, 'the change log is never erased');
END`,
  ],
}
