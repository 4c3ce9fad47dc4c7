/**
 * A copy under a passphrase, for a key or a network folder others can read. Layout of the file, all of it authenticated:
 *
 *   0  "JALONCPY"  8 bytes
 *   8  version 1, log2(N), r, p of scrypt: 1 byte each
 *  12  salt 16 bytes
 *  28  nonce 12 bytes
 *  40  the dossier, AES-256-GCM with the key scrypt(passphrase in NFKC, salt), the 40 bytes above as associated data
 *  end authentication tag 16 bytes
 *
 * Nothing deciphered takes its name before the tag was checked: a file that was altered gives nothing.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileRefusal } from '../store/errors.ts'
import { ENCIPHERED_MAGIC as MAGIC } from '../store/opening/file-kind.ts'
import { newFileMode } from '../store/opening/rights.ts'

const HEADER = 40
const TAG = 16
/** 128 MB and about half a second: slow to guess, bearable to use (OWASP asks for at least N = 2^17, r = 8, p = 1). */
const STRENGTH: Strength = { logN: 17, r: 8, p: 1 }
const MOST_MEMORY = 512 * 1024 * 1024

interface Strength {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** What a phrase became: enough to make and read copies of this salt, never to find the phrase again. */
export interface CopyKey {
  readonly salt: Uint8Array
  readonly key: Uint8Array
}
/** The phrase as typed, or the key made of it once so that copies are made without asking. */
export type Secret = string | CopyKey

export async function copyKeyOf(passphrase: string): Promise<CopyKey> {
  const salt = randomBytes(16)
  return { salt, key: await keyOf(passphrase, salt, STRENGTH) }
}

/**
 * Proof before promise: what this key hides is found again with the phrase alone, by way of real files in `scratch`. Throws a Refusal
 * where it is not, or where nothing can be written there.
 */
export async function proveKey(key: CopyKey, passphrase: string, scratch: string): Promise<void> {
  const name = 'essai.jalon.chiffre'
  let folder: string | null = null
  try {
    folder = await mkdtemp(join(scratch, '.jalon-'))
    const [plain, hidden, found] = [join(folder, 'essai'), join(folder, name), join(folder, 'relu')]
    const bytes = randomBytes(64)
    await writeFile(plain, bytes)
    await encryptFile(plain, hidden, key)
    await decryptFile(hidden, found, passphrase)
    if (!bytes.equals(await readFile(found))) throw fileRefusal('backup.not-proven', { name })
  } catch {
    throw fileRefusal('backup.not-proven', { name })
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}

export async function encryptFile(source: string, target: string, secret: Secret): Promise<void> {
  const { salt, key } = typeof secret === 'string' ? await copyKeyOf(secret) : secret
  const nonce = randomBytes(12)
  const header = Buffer.concat([MAGIC, Buffer.from([1, STRENGTH.logN, STRENGTH.r, STRENGTH.p]), salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header)
  const partial = `${target}.partial`
  try {
    const out = createWriteStream(partial, { flags: 'w', flush: true, mode: newFileMode(partial) })
    out.write(header)
    await pipeline(
      createReadStream(source),
      cipher,
      async function* (chunks) {
        yield* chunks
        yield cipher.getAuthTag()
      },
      out,
    )
    await rename(partial, target)
  } finally {
    await rm(partial, { force: true })
  }
}

export async function decryptFile(source: string, target: string, secret: Secret): Promise<void> {
  const name = basename(source)
  const { header, tag, size } = await readEnds(source, name)
  const strength = { logN: header[9] ?? 0, r: header[10] ?? 0, p: header[11] ?? 0 }
  if (header[8] !== 1 || !isBearable(strength)) throw fileRefusal('backup.not-encrypted', { name })
  const key = await keyFor(secret, header, strength, name)
  const decipher = createDecipheriv('aes-256-gcm', key, header.subarray(28, HEADER)).setAAD(header)
  decipher.setAuthTag(tag)
  const partial = `${target}.partial`
  try {
    const body = createReadStream(source, { start: HEADER, end: size - TAG - 1 })
    await pipeline(body, decipher, createWriteStream(partial, { flags: 'w', flush: true, mode: 0o600 }))
    await rename(partial, target)
  } catch (error) {
    if (error instanceof Error && /auth/i.test(error.message)) {
      throw fileRefusal('backup.wrong-passphrase', { name })
    }
    throw error
  } finally {
    await rm(partial, { force: true })
  }
}

export async function isEncryptedCopy(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return bytesRead === 8 && buffer.equals(MAGIC)
  } finally {
    await file.close()
  }
}

async function readEnds(path: string, name: string): Promise<{ header: Buffer; tag: Buffer; size: number }> {
  const { size } = await stat(path)
  if (size <= HEADER + TAG) throw fileRefusal('backup.not-encrypted', { name })
  const file = await open(path, 'r')
  try {
    const { buffer: header } = await file.read(Buffer.alloc(HEADER), 0, HEADER, 0)
    const { buffer: tag } = await file.read(Buffer.alloc(TAG), 0, TAG, size - TAG)
    if (!header.subarray(0, 8).equals(MAGIC)) throw fileRefusal('backup.not-encrypted', { name })
    return { header, tag, size }
  } finally {
    await file.close()
  }
}

/** What the header asks for is done before anything is known of its author: bounded, and within what scrypt accepts. */
function isBearable({ logN, r, p }: Strength): boolean {
  return logN >= 1 && r >= 1 && p >= 1 && p <= 4 && 128 * 2 ** logN * r <= MOST_MEMORY && logN < 16 * r
}

/** A kept key reads only the copies of its own salt: another copy needs its phrase. */
async function keyFor(secret: Secret, header: Buffer, strength: Strength, name: string): Promise<Uint8Array> {
  const salt = header.subarray(12, 28)
  if (typeof secret === 'string') return keyOf(secret, salt, strength)
  if (salt.equals(secret.salt)) return secret.key
  throw fileRefusal('backup.wrong-passphrase', { name })
}

/** The same phrase typed on two keyboards may be two sequences of code points: NFKC makes them one. */
function keyOf(passphrase: string, salt: Buffer, { logN, r, p }: Strength): Promise<Buffer> {
  const options = { N: 2 ** logN, r, p, maxmem: MOST_MEMORY * 2 }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
