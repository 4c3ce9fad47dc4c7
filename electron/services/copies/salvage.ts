/** A file that no longer opens: what can still be read of it goes to a new file, which is opened. The damaged one is only read. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SalvageView } from '#shared/api/channels/copies.ts'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { salvageDossier } from '../../backup/salvage/salvage-dossier.ts'
import { dossierStem } from '../../store/opening/companions.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { freePath, safeFileName } from '../session/names.ts'
import type { Session } from '../session/session.ts'
import { machineName } from '../session/user.ts'

const MAY_BE_SALVAGED: ReadonlySet<string> = new Set(['file.damaged', 'file.not-jalon'])

export async function salvageRefused(session: Session, context: ServiceContext): Promise<SalvageView> {
  const { refused } = session
  if (refused === null || !MAY_BE_SALVAGED.has(refused.code) || !existsSync(refused.path)) {
    throw new Refusal({ code: 'salvage.none', message: COPIES_TEXT.errors.nothingRefused })
  }
  const stem = safeFileName(COPIES_TEXT.salvagedName(dossierStem(refused.name)), 'dossier')
  // Beside the damaged file where a dialog chose it; a received file has no place of its own.
  const target =
    session.shell.dialogs === null
      ? session.freeDossierPath(stem)
      : freePath(dirname(refused.path), stem, '.jalon')
  const salvage = salvageDossier(refused.path, target, {
    who: context.who,
    machine: machineName(),
    now: () => context.now,
    copiesFolder: session.copyPlaces.folder,
  })
  await session.open(target)
  session.notes.tell(salvage.notices)
  return {
    status: session.status(),
    name: dossierStem(target),
    saved: salvage.saved,
    lost: salvage.lost,
    tables: salvage.tables
      .filter(({ saved, lost, incomplete }) => saved > 0 || lost > 0 || incomplete)
      .map(({ table, ...counts }) => ({ label: COPIES_TEXT.tables[table] ?? table, ...counts })),
  }
}
