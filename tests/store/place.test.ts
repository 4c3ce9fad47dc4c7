import { describe, expect, it } from 'vitest'
import { placeAdvice } from '#shared/text/errors/file-errors.ts'
import { networkRootsOf, oneDriveRootsOf, placeOf } from '../../electron/store/opening/place.ts'

const MOUNTS = `/dev/sda1 / ext4 rw 0 0
//serveur/rh /mnt/Partage\\040RH cifs rw 0 0
serveur:/data /srv/data nfs4 rw 0 0
tmpfs /tmp tmpfs rw 0 0`

describe('the place of a dossier', () => {
  it.each([
    ['C:\\Users\\lea\\OneDrive - Passerelles\\Jalon\\a.jalon', 'OneDrive'],
    ['C:\\Users\\lea\\Dropbox\\a.jalon', 'Dropbox'],
    ['/home/lea/Nextcloud/rh/a.jalon', 'Nextcloud'],
    ['C:\\Users\\lea\\Nextcloud2\\a.jalon', 'Nextcloud'],
    ['C:\\Users\\lea\\iCloudDrive\\a.jalon', 'iCloud Drive'],
    ['C:\\Users\\lea\\kDrive\\RH\\a.jalon', 'kDrive'],
    ['G:\\Mon Drive\\a.jalon', 'Google Drive'],
    ['G:\\Drive partagés\\RH\\a.jalon', 'Google Drive'],
    ['/Users/lea/Library/CloudStorage/OneDrive-Passerelles/a.jalon', 'OneDrive'],
    ['/Users/lea/Library/Mobile Documents/com~apple~CloudDocs/a.jalon', 'iCloud Drive'],
    ['/Users/lea/Library/CloudStorage/GoogleDrive-lea@exemple.fr/Mon Drive/a.jalon', 'Google Drive'],
  ])('is recognised as synchronised: %s', (path, service) => {
    expect(placeOf([path], [])).toEqual({ kind: 'synchronised', service })
    expect(placeAdvice(placeOf([path], []))).toContain(service)
  })

  it.each(['\\\\serveur\\rh\\a.jalon', '/mnt/Partage RH/a.jalon', '/srv/data/x/a.jalon'])(
    'is recognised as a network drive: %s',
    (path) => {
      expect(placeOf([path], networkRootsOf(MOUNTS))).toEqual({ kind: 'network' })
    },
  )

  it.each([
    'C:\\Users\\lea\\Documents\\a.jalon',
    '/home/lea/a.jalon',
    '/srv/database/a.jalon',
    '/home/lea/OneDrive.jalon',
    '\\\\?\\C:\\a.jalon',
  ])('is ordinary: %s', (path) => {
    expect(placeOf([path], networkRootsOf(MOUNTS))).toEqual({ kind: 'ordinary' })
    expect(placeAdvice(placeOf([path], []))).toBeNull()
  })

  it('is that of the folder a link or a mapped drive leads to', () => {
    const mapped = ['Z:\\RH\\a.jalon', '\\\\serveur\\rh\\a.jalon']
    expect(placeOf(mapped, [])).toEqual({ kind: 'network' })
    const linked = ['/home/lea/Documents/a.jalon', '/home/lea/Nextcloud/Documents/a.jalon']
    expect(placeOf(linked, [])).toEqual({ kind: 'synchronised', service: 'Nextcloud' })
  })

  it('is told by OneDrive itself where its folder was renamed', () => {
    const roots = oneDriveRootsOf({ OneDriveCommercial: 'D:\\Partage asso', OneDrive: '' })
    expect(placeOf(['D:\\Partage asso\\a.jalon'], [], roots)).toEqual({
      kind: 'synchronised',
      service: 'OneDrive',
    })
    expect(placeOf(['D:\\Partage association\\a.jalon'], [], roots)).toEqual({ kind: 'ordinary' })
  })
})
