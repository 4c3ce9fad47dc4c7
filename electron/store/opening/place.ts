/** Where a dossier lies: on a network drive or in a synchronised folder, some advice is due. Decided from paths alone. */

export type Place =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'network' }
  | { readonly kind: 'synchronised'; readonly service: string }

/** Folder names that synchronisation programs give, as their own documentation shows them; the second account gets a number. */
const SERVICES: readonly { readonly service: string; readonly folder: RegExp }[] = [
  { service: 'OneDrive', folder: /^OneDrive( - .+|-.+)?$/i },
  { service: 'SharePoint', folder: /^SharePoint$/i },
  { service: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i },
  {
    service: 'Google Drive',
    folder: /^(Google ?Drive|GoogleDrive-.+|Mon Drive|My Drive|Drive partagés|Shared drives)$/i,
  },
  { service: 'iCloud Drive', folder: /^(iCloud ?Drive|com~apple~CloudDocs)$/i },
  { service: 'Nextcloud', folder: /^Nextcloud ?\d*$/i },
  { service: 'ownCloud', folder: /^ownCloud ?\d*$/i },
  { service: 'kDrive', folder: /^kDrive ?\d*$/i },
  { service: 'Synology Drive', folder: /^SynologyDrive$/i },
  { service: 'pCloud', folder: /^pCloud ?Drive$/i },
  { service: 'Box', folder: /^(Box|Box-Box)$/i },
  { service: 'Proton Drive', folder: /^(Proton Drive|ProtonDrive-.+)$/i },
]

/**
 * `paths`: the path as it was opened and the one it leads to: a folder may be a link into a synchronised one, and Windows gives the
 * share behind a mapped drive. `networkRoots`: where network drives are mounted on this machine (see `networkRootsOf`).
 * `oneDriveRoots`: where OneDrive says it is, whatever its folder was renamed to.
 */
export function placeOf(
  paths: readonly string[],
  networkRoots: readonly string[],
  oneDriveRoots: readonly string[] = [],
): Place {
  for (const path of paths) {
    const service = serviceOf(path, oneDriveRoots)
    if (service !== null) return { kind: 'synchronised', service }
  }
  const isNetwork = paths.some(
    (path) => /^\\\\[^\\?.]/.test(path) || networkRoots.some((root) => path.startsWith(`${root}/`)),
  )
  return isNetwork ? { kind: 'network' } : { kind: 'ordinary' }
}

function serviceOf(path: string, oneDriveRoots: readonly string[]): string | null {
  const folders = path.split(/[\\/]+/).slice(0, -1)
  const found = SERVICES.find(({ folder }) => folders.some((part) => folder.test(part)))
  if (found !== undefined) return found.service
  const isInOneDrive = oneDriveRoots.some((root) => path.toLowerCase().startsWith(`${root.toLowerCase()}\\`))
  return isInOneDrive ? 'OneDrive' : null
}

/** The folders OneDrive names in the environment of Windows: personal and work accounts. */
export function oneDriveRootsOf(env: NodeJS.ProcessEnv): readonly string[] {
  return [env.OneDrive, env.OneDriveConsumer, env.OneDriveCommercial].filter((root): root is string =>
    Boolean(root),
  )
}

/** Mount points of network file systems, from the text of /proc/mounts (spaces are written \040 there). */
export function networkRootsOf(mounts: string): readonly string[] {
  return mounts.split('\n').flatMap((line) => {
    const [, root = '', type = ''] = line.split(' ')
    const network = /^(nfs4?|cifs|smb3?|smbfs|afpfs|fuse\.(sshfs|rclone|davfs|gvfsd-fuse))$/.test(type)
    return network && root !== '/' ? [root.replaceAll('\\040', ' ')] : []
  })
}
