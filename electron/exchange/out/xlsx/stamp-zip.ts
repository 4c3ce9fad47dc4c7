/**
 * Gives every entry of a finished zip file the same day, so that the same report gives the same bytes. The zip library
 * writes the present hour and cannot be told another. Works in place: only the two fixed-size fields are overwritten.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { type Day, dayOfMonth, monthOf, yearOf } from '#shared/domain/day.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_SIZE = 22

export async function stampZip(path: string, day: Day): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const end = await readAt(file, size - END_SIZE, END_SIZE)
    if (end.readUInt32LE(0) !== END_OF_DIRECTORY) throw new Error('not a zip file without comment')
    const directoryAt = end.readUInt32LE(16)
    const directory = await readAt(file, directoryAt, end.readUInt32LE(12))
    const stamp = dosStamp(day)
    let at = 0
    while (at < directory.length) {
      if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken zip directory')
      stamp.copy(directory, at + 12)
      const localAt = directory.readUInt32LE(at + 42)
      if ((await readAt(file, localAt, 4)).readUInt32LE(0) !== LOCAL_ENTRY)
        throw new Error('broken zip entry')
      await file.write(stamp, 0, 4, localAt + 10)
      at +=
        46 +
        directory.readUInt16LE(at + 28) +
        directory.readUInt16LE(at + 30) +
        directory.readUInt16LE(at + 32)
    }
    await file.write(directory, 0, directory.length, directoryAt)
  } finally {
    await file.close()
  }
}

/** Midnight of the day: hour on two bytes, then day on two bytes, as DOS counted them (from 1980). */
function dosStamp(day: Day): Buffer {
  const stamp = Buffer.alloc(4)
  const year = Math.max(1980, yearOf(day))
  stamp.writeUInt16LE(((year - 1980) << 9) | (monthOf(day) << 5) | dayOfMonth(day), 2)
  return stamp
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  await file.read(bytes, 0, length, position)
  return bytes
}
