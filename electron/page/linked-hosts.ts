/** The only hosts a click may lead to, in every shell: the texts and the services the deadlines cite. */
export const LINKED_HOSTS = [
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
] as const
