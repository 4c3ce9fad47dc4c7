import { describe, expect, it } from 'vitest'
import { placeAdvice } from '#shared/text/file-errors.ts'
import { networkRootsOf, placeOf } from '../../electron/store/opening/place.ts'

const MOUNTS = `/dev/sda1 / ext4 rw 0 0
//serveur/rh /mnt/Partage\\040RH cifs rw 0 0
serveur:/data /srv/data nfs4 rw 0 0
tmpfs /tmp tmpfs rw 0 0`

describe('the place of a dossier', () => {
  it.each([
    ['C:\\Users\\lea\\OneDrive - Passerelles\\Jalon\\a.jalon', 'OneDrive'],
    ['C:\\Users\\lea\\Dropbox\\a.jalon', 'Dropbox'],
    ['/home/lea/Nextcloud/rh/a.jalon', 'Nextcloud'],
    ['/Users/lea/Library/CloudStorage/GoogleDrive-lea@exemple.fr/Mon Drive/a.jalon', 'Google Drive'],
  ])('is recognised as synchronised: %s', (path, service) => {
    expect(placeOf(path, [])).toEqual({ kind: 'synchronised', service })
    expect(placeAdvice(placeOf(path, []))).toContain(service)
  })

  it.each(['\\\\serveur\\rh\\a.jalon', '/mnt/Partage RH/a.jalon', '/srv/data/x/a.jalon'])(
    'is recognised as a network drive: %s',
    (path) => {
      expect(placeOf(path, networkRootsOf(MOUNTS))).toEqual({ kind: 'network' })
    },
  )

  it.each([
    'C:\\Users\\lea\\Documents\\a.jalon',
    '/home/lea/a.jalon',
    '/srv/database/a.jalon',
    '/home/lea/OneDrive.jalon',
    '\\\\?\\C:\\a.jalon',
  ])('is ordinary: %s', (path) => {
    expect(placeOf(path, networkRootsOf(MOUNTS))).toEqual({ kind: 'ordinary' })
    expect(placeAdvice(placeOf(path, []))).toBeNull()
  })
})
