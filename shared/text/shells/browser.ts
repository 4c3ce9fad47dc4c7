/** Words of the browser shell about its address: opened, opened twice, shut. */
import { french } from '../french.ts'

/** "14:03:12", from an instant. */
const hour = (instant: string) => instant.slice(11, 19)

export const browserText = {
  /** On the page of whoever comes second. */
  usedKey: (at: string) =>
    french(
      `Cette adresse a déjà ouvert Jalon, à ${hour(at)}, dans un autre navigateur ou par un autre programme. Par prudence, ce qu'elle avait ouvert est fermé : plus rien ne peut y être lu ni modifié. Vos dossiers sont gardés tels qu'ils étaient enregistrés. Si ce n'était pas vous, quelqu'un a pu lire vos dossiers entre-temps : le journal du dossier dit ce qui a été modifié. Une nouvelle adresse est affichée là où Jalon a été lancé.`,
    ),
  /** On the page that was shut. */
  shut: (at: string) =>
    french(
      `Cette page n'a plus accès à Jalon : à ${hour(at)}, son adresse a été ouverte une seconde fois, dans un autre navigateur ou par un autre programme. Tout ce qui était enregistré est gardé. Ouvrez la nouvelle adresse, affichée là où Jalon a été lancé.`,
    ),
  /** On the terminal. */
  opened: (at: string) => french(`Ouvert dans un navigateur à ${hour(at)}.`),
  openedTwice: (at: string, now: string) =>
    french(
      `ATTENTION : à ${hour(now)}, l'adresse a été ouverte une seconde fois, ailleurs que dans le navigateur qui l'avait ouverte à ${hour(at)}. Les deux sont refusés : plus rien ne peut être lu ni modifié par cette adresse. Si l'une des deux fois n'était pas vous, quelqu'un d'autre connaissait cette adresse : voyez le journal du dossier. Nouvelle adresse :`,
    ),
} as const
