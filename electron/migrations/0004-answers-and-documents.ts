/** What people said, set and attached: deadline answers, free deadlines, settings, views, documents, scenarios, comparisons. */
import { day, factTable, filled, json, type Migration, oneOf } from './pieces.ts'

const OWNER_KINDS = ['employer', 'position', 'person', 'contract', 'agreement', 'instalment', 'payment']

/** An owner with documents is not deleted under them, and a document is only given to an owner that exists. */
function ownerTriggers(): readonly string[] {
  const exists = OWNER_KINDS.map(
    (kind) => `WHEN '${kind}' THEN (SELECT count(*) FROM ${kind} WHERE id = NEW.owner_id)`,
  ).join('\n    ')
  const check = (
    name: string,
    event: string,
  ) => `CREATE TRIGGER ${name} ${event} ON document WHEN (CASE NEW.owner_kind
    ${exists}
  END) IS NOT 1 BEGIN
  SELECT RAISE(ABORT, 'document owner missing');
END`
  return [
    check('document_owner_insert', 'BEFORE INSERT'),
    check('document_owner_update', 'BEFORE UPDATE OF owner_kind, owner_id'),
    ...OWNER_KINDS.map(
      (kind) => `CREATE TRIGGER keep_${kind}_documents BEFORE DELETE ON ${kind}
WHEN EXISTS (SELECT 1 FROM document WHERE owner_kind = '${kind}' AND owner_id = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'documents still attached');
END`,
    ),
  ]
}

export const migration0004: Migration = {
  version: 4,
  title: 'answers, settings, views, documents',
  statements: [
    ...factTable(`CREATE TABLE deadline_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL ${filled('deadline_answer', 'key')},
  answer TEXT NOT NULL ${oneOf('deadline_answer', 'answer', ['done', 'postponed', 'ignored'])},
  answered_on TEXT NOT NULL ${day('deadline_answer', 'answered_on')},
  for_day TEXT NOT NULL ${day('deadline_answer', 'for_day')},
  postponed_to TEXT ${day('deadline_answer', 'postponed_to')},
  reason TEXT,
  CONSTRAINT deadline_answer__postponed_to__missing CHECK (answer <> 'postponed' OR postponed_to IS NOT NULL)
) STRICT`),
    'CREATE UNIQUE INDEX deadline_answer_key ON deadline_answer (key)',

    ...factTable(`CREATE TABLE free_deadline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL ${filled('free_deadline', 'title')},
  due_on TEXT NOT NULL ${day('free_deadline', 'due_on')},
  employer_id INTEGER REFERENCES employer (id),
  position_id INTEGER REFERENCES position (id),
  note TEXT
) STRICT`),
    'CREATE INDEX free_deadline_employer ON free_deadline (employer_id)',
    'CREATE INDEX free_deadline_position ON free_deadline (position_id)',

    ...factTable(`CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL ${filled('setting', 'key')},
  value TEXT NOT NULL ${json('setting', 'value')}
) STRICT`),
    'CREATE UNIQUE INDEX setting_key ON setting (key)',

    ...factTable(`CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  grid TEXT NOT NULL ${filled('saved_view', 'grid')},
  name TEXT NOT NULL ${filled('saved_view', 'name')},
  rank INTEGER NOT NULL,
  definition TEXT NOT NULL ${json('saved_view', 'definition')}
) STRICT`),
    'CREATE UNIQUE INDEX saved_view_name ON saved_view (grid, name)',

    // Bytes are kept once per content, by their SHA-256, and never logged: a change of `document` names its content, and
    // undoing a deletion finds the bytes still there. They go only when neither a document nor the log names them.
    `CREATE TABLE document_content (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT`,
    'CREATE UNIQUE INDEX document_content_sha256 ON document_content (sha256)',
    `CREATE TRIGGER document_content_is_frozen BEFORE UPDATE ON document_content BEGIN
  SELECT RAISE(ABORT, 'a content never changes');
END`,
    `CREATE TRIGGER document_content_is_kept BEFORE DELETE ON document_content
WHEN (SELECT replaying FROM write_state) = 0 BEGIN
  SELECT RAISE(ABORT, 'a content is kept while the log may name it');
END`,

    ...factTable(`CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_kind TEXT NOT NULL ${oneOf('document', 'owner_kind', OWNER_KINDS)},
  owner_id INTEGER NOT NULL,
  name TEXT NOT NULL ${filled('document', 'name')},
  mime TEXT NOT NULL,
  size INTEGER NOT NULL CONSTRAINT document__size__range CHECK (size >= 0),
  sha256 TEXT NOT NULL REFERENCES document_content (sha256),
  added_on TEXT NOT NULL ${day('document', 'added_on')},
  checklist_item TEXT
) STRICT`),
    'CREATE INDEX document_owner ON document (owner_kind, owner_id)',
    'CREATE INDEX document_sha256 ON document (sha256)',
    ...ownerTriggers(),

    ...factTable(`CREATE TABLE scenario (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL ${filled('scenario', 'name')},
  created_on TEXT NOT NULL ${day('scenario', 'created_on')},
  definition TEXT NOT NULL ${json('scenario', 'definition')}
) STRICT`),

    ...factTable(`CREATE TABLE state_difference (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  field TEXT NOT NULL ${filled('state_difference', 'field')},
  state_value TEXT,
  own_value TEXT,
  seen_on TEXT NOT NULL ${day('state_difference', 'seen_on')},
  decision TEXT NOT NULL ${oneOf('state_difference', 'decision', ['open', 'accepted', 'kept', 'contested'])},
  note TEXT
) STRICT`),
    'CREATE INDEX state_difference_position ON state_difference (position_id, field)',

    ...factTable(`CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shape TEXT NOT NULL ${filled('import_mapping', 'shape')},
  name TEXT NOT NULL ${filled('import_mapping', 'name')},
  definition TEXT NOT NULL ${json('import_mapping', 'definition')}
) STRICT`),
    'CREATE UNIQUE INDEX import_mapping_shape ON import_mapping (shape)',
  ],
}
