/** A file a person chose or dropped is handed over, or it is said why not: nothing waits for ever. */
import { expect, it, vi } from 'vitest'
import { sendFile } from '../../renderer/app/send-file.ts'

const door = vi.hoisted(() => ({ names: [] as string[], said: [] as string[] }))
vi.mock('../../renderer/data/client.ts', () => ({
  client: {
    upload: async ({ name }: { name: string }) => {
      door.names.push(name)
      return name.endsWith('.exe')
        ? { ok: false, error: { code: 'upload.refused', message: 'refusé' } }
        : { ok: true, value: { uploadId: 'u1', name } }
    },
  },
}))
vi.mock('../../renderer/ui/messages/toast.tsx', () => ({
  showError: ({ message }: { message: string }) => door.said.push(message),
}))

/** As a browser answers for a folder that was dropped, or a file that is gone since it was chosen. */
class Unreadable extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('gone', 'NotReadableError'))
  }
}

it('what can be read is handed over under its name', async () => {
  expect(await sendFile(new File(['a'], 'structures.csv'))).toEqual({
    uploadId: 'u1',
    name: 'structures.csv',
  })
  expect(door.said).toEqual([])
})

it('what the browser cannot read is named, and nothing of it is sent', async () => {
  door.names.length = 0
  expect(await sendFile(new Unreadable([], 'pièces'))).toBeNull()
  expect(door.names).toEqual([])
  expect(door.said.splice(0)).toEqual([expect.stringMatching(/^« pièces » n’a pas pu être lu/)])
})

it('what the door refuses is said in its words', async () => {
  expect(await sendFile(new File(['a'], 'a.exe'))).toBeNull()
  expect(door.said.splice(0)).toEqual(['refusé'])
})
