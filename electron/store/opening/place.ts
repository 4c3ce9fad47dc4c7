/** Where a dossier lies: on a network drive or in a synchronised folder, some advice is due. Decided from the path alone. */

export type Place =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'network' }
  | { readonly kind: 'synchronised'; readonly service: string }

/** Folder names that synchronisation programs give, as their own documentation shows them. */
const SERVICES: readonly { readonly service: string; readonly folder: RegExp }[] = [
  { service: 'OneDrive', folder: /^OneDrive( - .+)?$/i },
  { service: 'SharePoint', folder: /^SharePoint$/i },
  { service: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i },
  { service: 'Google Drive', folder: /^(Google ?Drive|GoogleDrive-.+|Mon Drive|My Drive)$/i },
  { service: 'iCloud Drive', folder: /^(iCloud ?Drive|com~apple~CloudDocs)$/i },
  { service: 'Nextcloud', folder: /^Nextcloud$/i },
  { service: 'ownCloud', folder: /^ownCloud$/i },
  { service: 'kDrive', folder: /^kDrive$/i },
  { service: 'Synology Drive', folder: /^SynologyDrive$/i },
  { service: 'pCloud', folder: /^pCloud ?Drive$/i },
]

/** `networkRoots`: where network drives are mounted on this machine (see `networkRootsOf`). */
export function placeOf(path: string, networkRoots: readonly string[]): Place {
  const parts = path.split(/[\\/]+/)
  for (const { service, folder } of SERVICES) {
    if (parts.slice(0, -1).some((part) => folder.test(part))) return { kind: 'synchronised', service }
  }
  const isNetwork = /^\\\\[^\\?.]/.test(path) || networkRoots.some((root) => path.startsWith(`${root}/`))
  return isNetwork ? { kind: 'network' } : { kind: 'ordinary' }
}

/** Mount points of network file systems, from the text of /proc/mounts (spaces are written \040 there). */
export function networkRootsOf(mounts: string): readonly string[] {
  return mounts.split('\n').flatMap((line) => {
    const [, root = '', type = ''] = line.split(' ')
    const network = /^(nfs4?|cifs|smb3?|smbfs|afpfs|fuse\.(sshfs|rclone|davfs|gvfsd-fuse))$/.test(type)
    return network && root !== '/' ? [root.replaceAll('\\040', ' ')] : []
  })
}
