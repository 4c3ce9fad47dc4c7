/** The only addresses a click may open, in the system's own browser: the texts and the services the deadlines cite. */
const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'www.legifrance.gouv.fr',
  'www.service-public.fr',
  'entreprendre.service-public.fr',
  'code.travail.gouv.fr',
  'www.demarches-simplifiees.fr',
  'www.conseiller-numerique.gouv.fr',
  'inclusion-numerique.anct.gouv.fr',
  'www.banquedesterritoires.fr',
  'www.data.gouv.fr',
  'www.cnil.fr',
])

/** The address to hand to the system, or null: another host, another scheme, a port or an account in it. */
export function allowedLink(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '' || url.port !== '') return null
  return ALLOWED_HOSTS.has(url.hostname) ? url.href : null
}
