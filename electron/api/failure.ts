/**
 * What the door says of an error nobody expected. The person gets a sentence and what was kept; the log gets the kind of error
 * and where it happened, never its message: a message may quote what was typed.
 */
import type { DoorError } from '#shared/api/envelope.ts'
import { Refusal } from '../services/service.ts'

export type FailureLog = (line: string) => void

export function doorError(error: unknown, where: string, log: FailureLog): DoorError {
  if (error instanceof Refusal) return error.error
  const system = systemRefusal(error)
  if (system !== null) return system
  log(`[jalon] ${where}: ${describeError(error)}`)
  return {
    code: 'internal',
    message:
      'Une erreur inattendue a interrompu cette opération. Rien n’a été enregistré à moitié : le dossier est resté tel qu’il était. Réessayez ; si l’erreur revient, fermez puis rouvrez Jalon.',
  }
}

/** Faults of the disk that can meet any operation: said in words, since the person can do something about them. */
function systemRefusal(error: unknown): DoorError | null {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return {
      code: 'disk.full',
      message:
        'Le disque est plein : rien n’a été enregistré et le dossier est resté tel qu’il était. Libérez de la place, puis recommencez.',
    }
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code?.startsWith('SQLITE_READONLY')) {
    return {
      code: 'disk.read-only',
      message:
        'L’écriture est refusée à cet endroit : rien n’a été enregistré. Vérifiez les droits du dossier Windows ou Linux qui contient le fichier, ou enregistrez une copie ailleurs.',
    }
  }
  if (code?.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return {
      code: 'disk.failing',
      message:
        'Le disque ou le réseau n’a pas répondu : rien n’a été enregistré à moitié. Vérifiez que le disque ou le partage est toujours branché, puis rouvrez le dossier.',
    }
  }
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
    return {
      code: 'file.busy',
      message:
        'Un autre programme occupe le fichier du dossier : rien n’a été enregistré. Fermez-le (ou attendez la fin de la synchronisation), puis recommencez.',
    }
  }
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') {
    return {
      code: 'file.damaged',
      message:
        'Le fichier du dossier est abîmé : rien n’y a été écrit. Fermez-le, puis restaurez la dernière sauvegarde depuis l’écran d’accueil.',
    }
  }
  return null
}

export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? code : null
}

/** Name, code and places of the code, without the message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  const code = codeOf(error)
  return [code === null ? error.name : `${error.name} ${code}`, ...frames].join(' | ')
}
