/** What `npm start` says, one line each. */
import { french } from '../french.ts'

export const launchText = {
  building: french(`Préparation de Jalon (quelques secondes)…`),
  buildFailed: french(`Jalon n'a pas pu être préparé. Le détail suit ; rien d'autre n'a été modifié.`),
  fetching: (seconds: number) =>
    french(`Le moteur Electron n'est pas installé : essai de téléchargement (${seconds} s au plus)…`),
  noRuntime: french(
    `Le moteur Electron n'a pas pu être obtenu : Jalon s'ouvre dans votre navigateur. Pour la version fenêtrée, lancez « npx install-electron », puis « npm start ».`,
  ),
  runtimeFailed: french(`Le moteur Electron n'a pas démarré ici : Jalon s'ouvre dans votre navigateur.`),
  noDisplay: french(`Pas d'écran ici : Jalon s'ouvre à une adresse, sans fenêtre.`),
} as const
