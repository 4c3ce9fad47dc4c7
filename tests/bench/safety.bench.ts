/** What safety costs on a national file: the change log beside the same rows without it, a checked copy beside a raw copy of the bytes. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCopy } from '../../electron/backup/check.ts'
import { makeCopy } from '../../electron/backup/copies.ts'
import { copyAtOnce } from '../../electron/backup/copy-at-once.ts'
import { connect } from '../../electron/store/connection.ts'
import { openDossier } from '../../electron/store/open.ts'
import { type Bench, type BenchRow, medianMs } from './bench.ts'
import { NATIONAL, NOW, nationalFile } from './support/national-file.ts'

export const bench: Bench = {
  title: `Cost of safety on ${NATIONAL} posts`,
  async run() {
    using file = nationalFile()
    return [
      await oneEdit(file.path, file.opening),
      await manyEdits(file.path, file.opening),
      ...(await copies(file)),
    ]
  },
}

type File = ReturnType<typeof nationalFile>

/** An edit with its log, its checks and its revision, beside one bare UPDATE of the same row in its own transaction. */
async function oneEdit(path: string, opening: File['opening']): Promise<BenchRow> {
  const dossier = openDossier(path, opening)
  let n = 0
  const ms = await medianMs(40, () => {
    n += 1
    dossier.act({ label: 'x', kind: 'edit' }, (db) => db.update('position', 1, { label: `Poste ${n}` }))
  })
  dossier.close()
  const referenceMs = await bareUpdate(path, 40, (db, turn) =>
    db.prepare('UPDATE position SET label = ? WHERE id = 1').run(`Poste ${turn}`),
  )
  return { name: 'one edit, saved with its log', ms, reference: 'the same row without a log', referenceMs }
}

async function manyEdits(path: string, opening: File['opening']): Promise<BenchRow> {
  const dossier = openDossier(path, opening)
  let n = 0
  const ms = await medianMs(5, () => {
    n += 1
    dossier.act({ label: 'x', kind: 'edit' }, (db) => db.run('UPDATE position SET label = ?', `Poste ${n}`))
  })
  dossier.close()
  const referenceMs = await bareUpdate(path, 5, (db, turn) =>
    db.prepare('UPDATE position SET label = ?').run(`Poste ${turn}`),
  )
  return {
    name: `${NATIONAL} rows in one act, with their log`,
    ms,
    reference: 'the same rows without a log',
    referenceMs,
  }
}

/** In a copy whose log triggers are gone. */
async function bareUpdate(
  path: string,
  times: number,
  write: (db: ReturnType<typeof connect>, turn: number) => unknown,
): Promise<number> {
  const bare = `${path}.bare`
  copyFileSync(path, bare)
  const db = connect(bare, { readOnly: false, mustExist: true })
  db.exec('DROP TRIGGER log_position_update')
  let turn = 0
  const ms = await medianMs(times, () => {
    turn += 1
    write(db, turn)
  })
  db.close()
  return ms
}

/** As an open dossier writes itself elsewhere. */
function vacuumedInto(path: string): (to: string) => void {
  return (to) => {
    const db = connect(path, { readOnly: true, mustExist: true })
    db.prepare('VACUUM INTO ?').run(to)
    db.close()
  }
}

async function copies({ path, folder }: File): Promise<readonly BenchRow[]> {
  const raw = join(folder, 'raw.jalon')
  const referenceMs = await medianMs(5, () => copyFileSync(path, raw))
  const reference = 'raw copy of the bytes'
  const request = {
    path,
    fileId: 'bench',
    folder: join(folder, 'copies'),
    reason: 'manuelle',
    now: NOW,
  } as const
  return [
    { name: 'checked copy', ms: await medianMs(3, () => makeCopy(request)), reference, referenceMs },
    {
      name: 'checked copy before a bulk operation',
      ms: await medianMs(3, () =>
        copyAtOnce({ ...request, reason: 'avant-lot', writeTo: vacuumedInto(path) }),
      ),
      reference,
      referenceMs,
    },
    { name: 'its check alone', ms: await medianMs(3, () => checkCopy(path)), reference, referenceMs },
  ]
}
