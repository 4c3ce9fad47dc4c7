/** Documents kept inside the dossier for this post. */
import type { PositionSheet } from '#shared/api/rows.ts'
import { DOCUMENTS_WORDS as W } from './text.ts'

export function DocumentsTab({ sheet }: { readonly sheet: PositionSheet }) {
  return <p className="tab-note">{W.count(sheet.documents)}</p>
}
