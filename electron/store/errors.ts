/** What SQLite and the file system answer, turned into refusals in words. Anything else is a bug and keeps its trace. */
import type { DoorError } from '#shared/api/envelope.ts'
import { type FileErrorCode, type FileErrorValues, fileError } from '#shared/text/errors/file-errors.ts'
import {
  checkError,
  duplicateError,
  missingError,
  missingReferenceError,
  stillUsedError,
} from '#shared/text/errors/row-errors.ts'
import { Refusal } from '../refusal.ts'
import { codeOf } from './causes.ts'
import { type Deed, faultOf } from './faults.ts'
import { camel } from './tables.ts'

export function fileRefusal(code: FileErrorCode, values: FileErrorValues): Refusal {
  return new Refusal(fileError(code, values))
}

/** The refusal that says this error, or the error itself where it is none of those a user can meet. */
export function asRefusal(error: unknown, name: string, deed: Deed = 'change'): unknown {
  if (error instanceof Refusal) return error
  const code = codeOf(error)
  if (code === null) return error
  const file = faultOf(code, deed)
  if (file !== null) return fileRefusal(file, { name, detail: code, deed })
  const row = constraint(code, error instanceof Error ? error.message : '')
  return row === null ? error : new Refusal(row)
}

/** What SQLite cannot make sense of while opening is damage: nothing of ours was asked of it yet. */
export function asOpeningRefusal(error: unknown, name: string, deed: Deed = 'open'): unknown {
  const refusal = asRefusal(error, name, deed)
  return codeOf(refusal) === 'SQLITE_ERROR' ? fileRefusal('file.damaged', { name }) : refusal
}

/** Constraint names read table__column__rule (electron/migrations/pieces.ts). */
function constraint(code: string, message: string): DoorError | null {
  const said = message.slice(message.indexOf(':') + 1).trim()
  switch (code) {
    case 'SQLITE_CONSTRAINT_CHECK': {
      const [, column = '', rule = ''] = said.split('__')
      return checkError(camel(column), rule)
    }
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return missingError(camel(said.split('.')[1] ?? ''))
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return duplicateError(camel(said.split(',')[0]?.split('.')[1] ?? ''))
    case 'SQLITE_CONSTRAINT_DATATYPE':
      return checkError(camel(said.split('.')[1] ?? ''), 'type')
    case 'SQLITE_CONSTRAINT_TRIGGER':
      if (message === 'documents still attached') return stillUsedError()
      if (message === 'document owner missing') return missingReferenceError()
      return null
    default:
      return null
  }
}
