/** Real data has no place among invented people: said before anything is written, with the way to a dossier of one's own. */
import type { ImportPlan } from '#shared/api/import.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { demoNotice } from './plan-view.ts'
import { IMPORT_WORDS as W } from './text.ts'

export function DemoNote({ plan }: { readonly plan: ImportPlan | null }) {
  const notice = plan === null ? undefined : demoNotice(plan)
  if (notice === undefined) return null
  return (
    <Note
      tone="warn"
      action={<Button onPress={() => openDialog({ kind: 'new-file', thenImport: true })}>{W.newFile}</Button>}
    >
      {notice.message}
    </Note>
  )
}
