/** "Pourquoi cette date ?" as a dialog, from the lists that have no side panel. */
import type { DialogProps } from '../../app/open-dialog.ts'
import { useRead } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Reading } from '../../ui/blocks.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ExplanationBody, explainTitle, NothingToExplain } from '../../ui/explanation/explanation.tsx'

export function ExplainDialog({ target, close }: DialogProps<'explain'>) {
  const read = useRead('read.explain', target, { keep: false })
  return (
    <DialogFrame title={explainTitle(target)} onClose={close} width={460} cancel={FR.close}>
      <Reading read={read}>
        {(explanation) =>
          explanation === null ? <NothingToExplain /> : <ExplanationBody explanation={explanation} />
        }
      </Reading>
    </DialogFrame>
  )
}
