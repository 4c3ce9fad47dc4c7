/** The table of faults: every cause has words for every deed, and each code of the system or of SQLite its cause. */
import { describe, expect, test } from 'vitest'
import { asCopyRefusal } from '../../electron/backup/copy-refusal.ts'
import { outputFault } from '../../electron/outputs/faults.ts'
import { Refusal } from '../../electron/refusal.ts'
import { asImportRefusal } from '../../electron/services/import/import-refusal.ts'
import { asRefusal } from '../../electron/store/errors.ts'
import type { Deed } from '../../electron/store/faults.ts'

const CODES = [
  ...['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'],
  ...[
    'ELOOP',
    'EBUSY',
    'ETXTBSY',
    'EMFILE',
    'ENFILE',
    'EIO',
    'EXDEV',
    'ESTALE',
    'SQLITE_FULL',
    'SQLITE_BUSY',
  ],
  ...['SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', 'SQLITE_IOERR_READ', 'SQLITE_CANTOPEN', 'SQLITE_PERM'],
]
const fault = (code: string) => Object.assign(new Error('disk'), { code })

function said(refusal: unknown): string {
  if (!(refusal instanceof Refusal)) throw new Error(`no words: ${String(refusal)}`)
  return refusal.error.message.replaceAll('\u00a0', ' ')
}

describe.each(CODES)('%s', (code) => {
  test.each(['open', 'change', 'create'] as const satisfies readonly Deed[])(
    'has words while one would %s',
    (deed) => {
      expect(said(asRefusal(fault(code), 'a.jalon', deed))).toContain('a.jalon')
    },
  )

  test('is a refusal of an output, of a copy and of a source, each in its words', () => {
    expect(said(outputFault(fault(code), 'a.csv'))).toMatch(/a\.csv/)
    expect(said(asCopyRefusal(fault(code), 'a'))).toContain('Le dossier lui-même est intact')
    expect(said(asImportRefusal(fault(code)))).toContain('Rien n’a été modifié')
  })
})

describe('the same fault', () => {
  test('never speaks of a lost operation to who only opens or makes a dossier', () => {
    for (const code of CODES)
      for (const deed of ['open', 'create'] as const)
        if (!(deed === 'open' && /FULL|ENOSPC|EDQUOT|EFBIG/.test(code)))
          expect([code, deed, said(asRefusal(fault(code), 'a.jalon', deed))]).not.toEqual([
            code,
            deed,
            expect.stringContaining('La dernière opération'),
          ])
  })

  test('that is no fault of a file stays a bug, with its trace', () => {
    const bug = fault('ERR_INVALID_ARG_TYPE')
    expect(asRefusal(bug, 'a', 'open')).toBe(bug)
    expect(asImportRefusal(bug)).toBe(bug)
    expect(outputFault(bug, 'a')).toBeNull()
  })
})
