/** Words of the lock of the screen, and what it does not protect. */
import { plural } from '../fill.ts'
import { frenchAll } from '../french.ts'

/** A wait that ends just now is still one second to whoever reads it. */
const inSeconds = (seconds: number) => plural(Math.max(1, seconds), 'seconde')

export const LOCK_TEXT = frenchAll({
  locked: `L'écran de Jalon est verrouillé. Rien n'a été lu ni modifié : saisissez la phrase de verrouillage.`,
  wrong: (seconds: number) =>
    `Ce n'est pas la bonne phrase. Rien n'a été modifié. Chaque essai manqué fait attendre un peu plus : prochain essai dans ${inSeconds(seconds)}.`,
  early: (seconds: number) =>
    `Encore ${inSeconds(seconds)} avant le prochain essai : celui-ci n'a pas été lu et ne compte pas. Rien n'a été modifié.`,
  unreadable: `Le verrouillage de l'écran est désactivé : son fichier (« verrouillage.json ») ne se lit plus. Les dossiers ne sont pas touchés. Activez-le de nouveau dans les réglages, ou supprimez ce fichier du dossier de données de Jalon.`,
  title: `Jalon est verrouillé`,
  phrase: `Phrase de verrouillage`,
  unlock: `Déverrouiller`,
  kept: `Tout ce qui était enregistré l'est toujours.`,
  forgotten: `Phrase oubliée : fermer Jalon, supprimer le fichier « verrouillage.json » de son dossier de données, puis rouvrir. Les dossiers ne sont pas touchés.`,
  honest: `Ce verrouillage empêche quelqu'un de passage de lire ou de modifier le dossier dans Jalon. Il ne chiffre pas le fichier : qui ouvre votre session ou copie le fichier .jalon peut le lire. Contre cela : une session protégée et un disque chiffré (BitLocker, FileVault, LUKS).`,
  settings: `Verrouiller l'écran`,
  off: `Le verrouillage n'est pas activé.`,
  on: `Phrase demandée à l'ouverture et après une absence.`,
  minutes: `Minutes d'absence avant le verrouillage`,
  minutesWrong: `Saisir un nombre de minutes, de 1 à 240.`,
  current: `Phrase actuelle`,
  next: `Nouvelle phrase`,
  nextHint: `6 caractères au moins.`,
  again: `La même, une seconde fois`,
  short: `Il faut au moins 6 caractères.`,
  differs: `Les deux phrases ne sont pas les mêmes.`,
  activate: `Activer le verrouillage`,
  change: `Enregistrer`,
  remove: `Ne plus verrouiller`,
  open: `Verrouillage de l'écran…`,
  now: `Verrouiller maintenant`,
} as const)
