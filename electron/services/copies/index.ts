/** Copies behind the door: list, look, restore with a way back, second place, passphrase. Paths stay on this side. */
import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type { CopiesView, CopyLook, CopyRow, copyChannels } from '#shared/api/channels/copies.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import { seenOnOneLine } from '#shared/domain/seen-text.ts'
import { COPIES_TEXT } from '#shared/text/dossier/copies.ts'
import { doorErrorOf } from '#shared/text/errors/door-errors.ts'
import { frDay } from '#shared/text/format.ts'
import { byPlace, type CopyInfo, listAllCopies, listCopies } from '../../backup/copies.ts'
import { isEncryptedCopy, type Secret } from '../../backup/encryption.ts'
import { parseCopyName } from '../../backup/names.ts'
import { type CopyPreview, previewCopy, restoreCopy } from '../../backup/restore.ts'
import { LAST_KEPT } from '../../backup/rotation.ts'
import { dayOfInstant } from '../../clock.ts'
import { asRefusal } from '../../store/errors.ts'
import { Refusal, type ServiceContext } from '../service.ts'
import { safeFileName } from '../session/names.ts'
import type { Session } from '../session/session.ts'
import { machineName } from '../session/user.ts'
import { foundPlaces } from './copy-places.ts'
import { lookAtBudget, roomTaken } from './room.ts'
import { salvageRefused } from './salvage.ts'

type CopyServices = {
  readonly [C in keyof typeof copyChannels]: (
    context: ServiceContext,
    input: Parsed<C>,
  ) => Output<C> | Promise<Output<C>>
}
interface Source {
  readonly copyId?: string | undefined
  readonly uploadId?: string | undefined
  readonly passphrase?: string | undefined
}

export function copyServices(session: Session): CopyServices {
  const { copyPlaces, desk, shell } = session
  const roots = () => {
    const second = copyPlaces.second()
    return [
      { place: 'here' as const, root: copyPlaces.folder },
      ...(second?.present ? [{ place: 'second' as const, root: second.folder }] : []),
    ]
  }
  const known = (): readonly (CopyInfo & { id: string; place: CopyRow['place']; root: string })[] =>
    roots().flatMap(({ place, root }) =>
      listAllCopies(root).map((copy) => ({ ...copy, id: idOf(copy.path), place, root })),
    )

  const view = (): CopiesView => {
    const open = openFileId(session)
    const own = new Set(
      open === null ? [] : roots().flatMap(({ root }) => listCopies(root, open).map((copy) => copy.path)),
    )
    const sorted = [...known()].sort(byPlace)
    const copies = sorted.map(({ id, name, path, at, reason, bytes, encrypted, place, inTime }) => ({
      id,
      dossier: seenOnOneLine(parseCopyName(name)?.stem ?? name),
      ofOpen: own.has(path),
      at,
      reason,
      bytes,
      encrypted,
      place,
      ...(inTime ? {} : { doubtful: true }),
    }))
    return {
      copies,
      folder: copyPlaces.folder,
      second: copyPlaces.second(),
      encrypted: copyPlaces.key() !== null,
      trouble: copyPlaces.trouble(),
      room: roomTaken(roots()),
      budget: copyPlaces.budget(),
      lastKept: LAST_KEPT,
      readableElsewhere: copies.filter((copy) => copy.place === 'second' && !copy.encrypted).length,
      asksByDialog: shell.dialogs?.chooseFolder !== undefined,
    }
  }

  /** A phrase that was typed counts; else the key of this machine, which reads the copies it made. */
  async function sourceOf(
    input: Source,
  ): Promise<{ path: string; name: string; secret: Secret | undefined }> {
    const chosen = input.uploadId === undefined ? null : desk.chosen(input.uploadId)
    const copy = chosen ?? known().find((each) => each.id === input.copyId)
    if (copy === undefined) throw refusal('copies.unknown', COPIES_TEXT.errors.unknown)
    const typed = input.passphrase === undefined || input.passphrase === '' ? undefined : input.passphrase
    const secret = (await isEnciphered(copy)) ? (typed ?? copyPlaces.key() ?? undefined) : undefined
    return { path: copy.path, name: copy.name, secret }
  }

  function lookOf({ fileId, ...preview }: CopyPreview): CopyLook {
    const open = openFileId(session)
    const openPath = open === null ? null : session.context().dossier.path
    const targets = session
      .recentFiles()
      .filter((file) => file.fileId === fileId)
      .map(({ id, name, path }) => ({
        recentId: id,
        name,
        folder: seenOnOneLine(dirname(path)),
        open: path === openPath,
      }))
    return { ...preview, name: seenOnOneLine(preview.name), targets }
  }

  return {
    'copies.list': view,
    'copies.places': () => foundPlaces(),

    async 'copies.preview'(_context, input) {
      const { path, secret } = await sourceOf(input)
      return lookOf(await previewCopy(path, scratch(session), secret))
    },

    async 'copies.choose'() {
      const path = (await shell.dialogs?.chooseCopy?.()) ?? null
      return path === null ? null : desk.adopt(path)
    },

    async 'copies.restore'(context, input) {
      const { path, name, secret } = await sourceOf(input)
      const preview = await previewCopy(path, scratch(session), secret)
      const target = await targetOf(session, context, input.into, name, preview)
      if (target === null) return null
      let wayBack: string | null = null
      let notices: readonly string[] = []
      await session.reopenAfter(target, async () => {
        const restored = await restoreCopy({
          copy: path,
          passphrase: secret,
          target,
          copiesFolder: copyPlaces.folder,
          now: context.now,
          who: context.who,
          machine: machineName(),
        })
        wayBack = restored.wayBack === null ? null : seenOnOneLine(basename(restored.wayBack))
        notices = restored.notices
      })
      session.notes.tell(notices)
      return { status: session.status(), wayBack }
    },

    async 'copies.setSecond'(_context, { placeId }) {
      const chosen =
        placeId === null
          ? await shell.dialogs?.chooseFolder?.()
          : foundPlaces().find((place) => place.id === placeId)?.folder
      if (chosen === undefined) throw refusal('copies.place', COPIES_TEXT.errors.placeUnknown)
      if (chosen === null) return null
      try {
        copyPlaces.setSecond(chosen)
      } catch (error) {
        if (error instanceof Refusal) throw error
        throw refusal('copies.place', COPIES_TEXT.errors.placeRefused)
      }
      return view()
    },

    'copies.forgetSecond'() {
      copyPlaces.setSecond(null)
      return view()
    },

    async 'copies.protect'(context, { passphrase }) {
      await copyPlaces.setPassphrase(passphrase)
      if (passphrase === null) return { sheet: null }
      const open = openFileId(session)
      return {
        sheet: COPIES_TEXT.sheet({
          dossier: open === null ? '' : context.dossier.name,
          folder: copyPlaces.second()?.folder ?? '',
          day: frDay(dayOfInstant(context.now)),
        }),
      }
    },

    'copies.budget': (_context, input) => lookAtBudget(copyPlaces, roots(), input),

    'file.salvage': (context) => salvageRefused(session, context),

    async 'file.insist'(context, { how }) {
      const path = how === 'take-over' ? context.dossier.path : (session.refused?.path ?? null)
      if (path === null) throw refusal('file.none', doorErrorOf('file.none').message)
      await session.open(path, how === 'take-over' ? { takeOver: true } : { acceptNewer: true })
      return session.status()
    },

    'file.noteRead'(_context, { id }) {
      session.notes.dismiss(id)
      return session.status()
    },
  }
}

/** Where the copy goes: a known file of the same dossier, or a place nothing has; null: the person gave up. */
async function targetOf(
  session: Session,
  context: ServiceContext,
  into: string | null,
  copyName: string,
  preview: CopyPreview,
): Promise<string | null> {
  if (into !== null) {
    const target = session.recentFiles().find((file) => file.id === into)
    if (target === undefined) throw refusal('copies.target', COPIES_TEXT.errors.targetUnknown)
    if (target.fileId !== preview.fileId) throw refusal('copies.other', COPIES_TEXT.errors.otherDossier)
    return target.path
  }
  const copy = parseCopyName(copyName)
  const stem = copy?.stem ?? copyName.replace(/\.jalon(\.chiffre)?$/i, '')
  const day = copy?.at.slice(0, 10) ?? dayOfInstant(context.now)
  const name = safeFileName(COPIES_TEXT.restoredName(stem, day), 'dossier')
  const { dialogs } = session.shell
  if (dialogs === null) return session.freeDossierPath(name)
  const path = await dialogs.createDossier(`${name}.jalon`)
  // A dialog may answer an existing file: it is another dossier's, or asked for by "Remplacer".
  if (path !== null && session.isTaken(path)) throw new Refusal(doorErrorOf('file.taken'))
  return path
}

function openFileId(session: Session): string | null {
  return session.status().open ? session.context().dossier.fileId : null
}

async function isEnciphered({
  path,
  name,
}: {
  readonly path: string
  readonly name: string
}): Promise<boolean> {
  try {
    return await isEncryptedCopy(path)
  } catch (error) {
    throw asRefusal(error, name, 'open')
  }
}

/** Deciphered copies pass through the private temporary folder, removed whatever happens. */
function scratch(session: Session): string {
  return dirname(session.desk.temporaryPath('tmp'))
}

function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24)
}

function refusal(code: string, message: string): Refusal {
  return new Refusal({ code, message })
}
