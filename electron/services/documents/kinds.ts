/**
 * Which files may enter the dossier: by extension, then by their first bytes. Attachments come from strangers and are later
 * handed to the system's viewer: a program that calls itself a PDF must never get that far.
 */
interface Kind {
  readonly mime: string
  readonly starts: readonly (readonly number[])[]
}

const ZIP = [[0x50, 0x4b, 0x03, 0x04]]
const OLE = [[0xd0, 0xcf, 0x11, 0xe0]]
const office = (mime: string): Kind => ({
  mime: `application/vnd.openxmlformats-officedocument.${mime}`,
  starts: ZIP,
})
const openDocument = (mime: string): Kind => ({
  mime: `application/vnd.oasis.opendocument.${mime}`,
  starts: ZIP,
})

const KINDS: Readonly<Record<string, Kind>> = {
  pdf: { mime: 'application/pdf', starts: [[0x25, 0x50, 0x44, 0x46]] },
  png: { mime: 'image/png', starts: [[0x89, 0x50, 0x4e, 0x47]] },
  jpg: { mime: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  jpeg: { mime: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  docx: office('wordprocessingml.document'),
  xlsx: office('spreadsheetml.sheet'),
  odt: openDocument('text'),
  ods: openDocument('spreadsheet'),
  doc: { mime: 'application/msword', starts: OLE },
  xls: { mime: 'application/vnd.ms-excel', starts: OLE },
}

export type KindAnswer =
  | { readonly mime: string }
  | { readonly refused: 'document.kind' | 'document.not-what-it-says' }

export function kindOf(name: string, bytes: Uint8Array): KindAnswer {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined
  if (kind === undefined) return { refused: 'document.kind' }
  const matches = kind.starts.some((start) => start.every((byte, i) => bytes[i] === byte))
  return matches ? { mime: kind.mime } : { refused: 'document.not-what-it-says' }
}
