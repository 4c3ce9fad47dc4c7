/** Who acts and on which machine: written in the change log and in the lock. */
import { hostname, userInfo } from 'node:os'

/** The name the system knows the person by; some locked-down machines give none. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'inconnu'
  }
}

export function machineName(): string {
  return hostname() || 'inconnu'
}
