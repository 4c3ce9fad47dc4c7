/** Names of files, people and machines come from elsewhere: what is said of them shows nothing that turns or hides. */
import { describe, expect, test } from 'vitest'
import { fileError, readOnlyReasons } from '#shared/text/errors/file-errors.ts'
import { Refusal } from '../../electron/refusal.ts'

const HIDDEN = /\p{Cc}|\p{Bidi_Control}|\u200b/u

describe('what is said of a file', () => {
  test('names who holds it and where without what nobody can see', () => {
    const said = readOnlyReasons.locked({ who: 'Cam\u202eille\u0007', machine: 'poste\u200b-3\n', since: '' })
    expect(said).not.toMatch(HIDDEN)
    expect(said).toContain('Camille')
  })

  test('refuses in words that show the name as it is', () => {
    const error = fileError('file.lock-lost', { name: 'dossier\u202efdp.jalon', who: '\u2066Camille\u2069' })
    const { message } = new Refusal(error).error
    expect(message).not.toMatch(HIDDEN)
    expect(message).toContain('dossierfdp.jalon')
  })
})
