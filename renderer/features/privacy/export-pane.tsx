/** Everything the dossier knows about one person, as one documented file: the export of one person, begun from here. */
import type { Id } from '#shared/domain/facts.ts'
import { openDialog } from '../../app/open-dialog.ts'
import { Button } from '../../ui/button.tsx'
import { PRIVACY_WORDS as W } from './text.ts'

export function ExportPane({ personId }: { readonly personId: Id | null }) {
  return (
    <>
      <p>{W.exportIntro}</p>
      <div>
        <Button
          variant="primary"
          onPress={() => openDialog({ kind: 'interchange', ...(personId === null ? {} : { personId }) })}
        >
          {W.exportAction}
        </Button>
      </div>
    </>
  )
}
