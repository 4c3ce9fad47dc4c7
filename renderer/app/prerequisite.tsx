/** What a dialog cannot do without: a post needs a structure, a contract needs a post. Said instead of a form nobody can send. */
import type { ReactNode } from 'react'
import { useRead } from '../data/queries.ts'
import { FR } from '../text/fr.ts'
import { Button } from '../ui/button.tsx'
import { DialogFrame } from '../ui/dialogs/dialog.tsx'
import { type DialogKind, type DialogRequest, openDialog } from './open-dialog.ts'
import { navigate } from './routes.ts'

type Need = 'employers' | 'positions'

export const NEED_OF: { readonly [K in DialogKind]?: Need } = {
  'new-position': 'employers',
  'new-agreement': 'employers',
  payment: 'employers',
  'new-contract': 'positions',
}

const FIRST: Readonly<Record<Need, DialogRequest>> = {
  employers: { kind: 'entity', entity: 'employer', id: null },
  positions: { kind: 'new-position' },
}

export function Prerequisite(props: {
  readonly need: Need
  readonly close: () => void
  readonly children: ReactNode
}) {
  const { need, close } = props
  const rows = useRead('read.grid', { grid: need, employerId: null }).data?.[need]
  if (rows === undefined) return null
  if (rows.length > 0) return props.children
  const words = FR.prerequisite[need]
  return (
    <DialogFrame
      title={words.title}
      width={560}
      onClose={close}
      actions={
        <Button
          onPress={() => {
            close()
            navigate({ screen: 'import' })
          }}
        >
          {FR.prerequisite.import}
        </Button>
      }
      primary={{ label: words.action, onPress: () => openDialog(FIRST[need]) }}
    >
      <p>{words.message}</p>
    </DialogFrame>
  )
}
