/** A dossier file written as another program may: without the guards of the connections of Jalon. */
import Database from 'better-sqlite3'

export function tamper(path: string, work: (db: Database.Database) => void): void {
  const db = new Database(path)
  db.unsafeMode(true)
  work(db)
  db.close()
}
