/** Is a copy whole? Opened on its own and read from end to end, references included: a copy nobody opened is not a copy. */
import { connect } from '../store/connection.ts'
import { readHeader } from '../store/opening/header.ts'

export function checkCopy(path: string): boolean {
  if (readHeader(path).kind !== 'dossier') return false
  const db = connect(path, { readOnly: true, mustExist: true })
  try {
    const broken = db.pragma('foreign_key_check') as readonly unknown[]
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok' && broken.length === 0
  } catch {
    return false
  } finally {
    db.close()
  }
}
