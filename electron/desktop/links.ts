/** Which addresses a click may open, in the system's own browser. */
import { LINKED_HOSTS } from '../page/linked-hosts.ts'

const ALLOWED_HOSTS: ReadonlySet<string> = new Set(LINKED_HOSTS)

/** The address to hand to the system, or null: another host, another scheme, a port or an account in it. */
export function allowedLink(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '' || url.port !== '') return null
  return ALLOWED_HOSTS.has(url.hostname) ? url.href : null
}
