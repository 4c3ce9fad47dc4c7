/**
 * The packaged program, for each system: a per-user installer and a portable file on Windows, an AppImage and a deb on Linux.
 * electron-builder is pinned with all it needs by packaging/package-lock.json, apart from the application's own.
 */
import { FUSES } from '../desktop/fuses.ts'

// biome-ignore lint/suspicious/noTemplateCurlyInString: the packager fills these in
const FILE_NAME = 'Jalon-${version}.${ext}'
const fileName = (kind: string) => FILE_NAME.replace('.$', `-${kind}.$`)
const camel = (name: string) => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`

export const packaging = {
  appId: 'fr.jalon.app',
  productName: 'Jalon',
  directories: { output: 'dist', buildResources: 'resources' },
  // Only what runs: the bundles, the packages they keep outside (the native one is taken out of the archive), and the text of each licence.
  files: [
    'out/**',
    'package.json',
    'resources/icon.png',
    // The texts their packages do not carry. Those of Electron and Chromium are put beside the program by the packager.
    'resources/licences/**',
    'node_modules/**/*',
    '!**/*.{map,md,ts,mts,cts}',
    'node_modules/**/{LICENSE,LICENCE,license,licence,COPYING,NOTICE}*',
  ],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/**'],
  // better-sqlite3 carries one Node-API binary for Node and for Electron: nothing to compile again.
  npmRebuild: false,
  electronFuses: {
    ...Object.fromEntries(Object.entries(FUSES).map(([name, on]) => [camel(name), on])),
  },
  // No update is looked for: nothing leaves the machine.
  publish: null,
  fileAssociations: [
    {
      ext: 'jalon',
      name: 'Dossier Jalon',
      description: 'Dossier Jalon',
      mimeType: 'application/vnd.jalon',
      role: 'Editor',
    },
  ],
  win: {
    icon: 'resources/icon.ico',
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ],
  },
  nsis: {
    // Per user: no administrator is asked for.
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    language: '1036',
    // The dossiers and their copies are the person's: removing the program keeps them.
    deleteAppDataOnUninstall: false,
    artifactName: fileName('installation'),
  },
  portable: { artifactName: fileName('portable') },
  linux: {
    icon: 'resources/icon.png',
    category: 'Office',
    // The packager would start an AppImage without the system's sandbox; Jalon refuses that.
    executableArgs: [],
    maintainer: 'Jalon',
    synopsis: 'Postes, contrats et aides des conseillers numériques',
    target: ['AppImage', 'deb'],
    artifactName: FILE_NAME,
  },
}
