/** Which files a dossier keeps, by extension: the type they are recorded under, and what their content is held against. */
export interface PieceKind {
  readonly extension: string
  readonly mime: string
  readonly content: PieceContent
}

export type PieceContent =
  | { readonly form: 'pdf' | 'png' | 'jpeg' }
  /** `main`: content type of its main part. */
  | { readonly form: 'office'; readonly main: string }
  | { readonly form: 'opendocument' }
  /** `streams`: one of them holds the text or the sheets. */
  | { readonly form: 'compound'; readonly streams: readonly string[] }

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const office = (extension: string, type: string): PieceKind => ({
  extension,
  mime: `${OFFICE}${type}`,
  content: { form: 'office', main: `${OFFICE}${type}.main+xml` },
})
const openDocument = (extension: string, type: string): PieceKind => ({
  extension,
  mime: `application/vnd.oasis.opendocument.${type}`,
  content: { form: 'opendocument' },
})
const plain = (extension: string, mime: string, form: 'pdf' | 'png' | 'jpeg'): PieceKind => ({
  extension,
  mime,
  content: { form },
})

const KINDS: readonly PieceKind[] = [
  plain('pdf', 'application/pdf', 'pdf'),
  plain('png', 'image/png', 'png'),
  plain('jpg', 'image/jpeg', 'jpeg'),
  plain('jpeg', 'image/jpeg', 'jpeg'),
  office('docx', 'wordprocessingml.document'),
  office('xlsx', 'spreadsheetml.sheet'),
  openDocument('odt', 'text'),
  openDocument('ods', 'spreadsheet'),
  {
    extension: 'doc',
    mime: 'application/msword',
    content: { form: 'compound', streams: ['WordDocument'] },
  },
  {
    extension: 'xls',
    mime: 'application/vnd.ms-excel',
    content: { form: 'compound', streams: ['Workbook', 'Book'] },
  },
]
const byExtension = new Map(KINDS.map((kind) => [kind.extension, kind]))

/** By the extension the name truly ends with; null where it is none of ours. */
export function kindOfName(name: string): PieceKind | null {
  return byExtension.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? null
}
