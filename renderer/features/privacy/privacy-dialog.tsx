/** Données personnelles: what may go, everything about one person, the history, a copy without names. */
import { useState } from 'react'
import type { Id } from '#shared/domain/facts.ts'
import type { DialogProps } from '../../app/open-dialog.ts'
import { takeDownload } from '../../data/client.ts'
import { act } from '../../data/queries.ts'
import { Note } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { showToast } from '../../ui/messages/toast.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ErasePane } from './erase-pane.tsx'
import { ExportPane } from './export-pane.tsx'
import type { Question } from './question.ts'
import { RetentionPane } from './retention-pane.tsx'
import { PRIVACY_WORDS as W } from './text.ts'
import './privacy.css'

const TABS = [
  { id: 'retention', label: W.retention },
  { id: 'export', label: W.export },
  { id: 'erase', label: W.erase },
  { id: 'support', label: W.support },
] as const
type TabId = (typeof TABS)[number]['id']

export function PersonalDataDialog({ personId, close }: DialogProps<'personal-data'>) {
  const [tab, setTab] = useState<TabId>(personId === undefined ? 'retention' : 'export')
  const [question, setQuestion] = useState<Question | null>(null)
  const [busy, setBusy] = useState(false)
  if (question !== null) {
    const run = async () => {
      setBusy(true)
      await question.run()
      setBusy(false)
      setQuestion(null)
    }
    return (
      <DialogFrame
        role="alertdialog"
        title={question.title}
        width={560}
        onClose={() => setQuestion(null)}
        cancel={W.back}
        primary={{ label: question.action, onPress: () => void run(), isDisabled: busy, danger: true }}
      >
        <Note tone="warn">{question.message}</Note>
      </DialogFrame>
    )
  }
  return (
    <DialogFrame title={W.title} width={760} onClose={close} cancel={W.close}>
      <Tabs label={W.tabs} items={TABS} value={tab} onChange={setTab} className="privacy-tabs">
        <Pane tab={tab} personId={personId ?? null} ask={setQuestion} />
      </Tabs>
    </DialogFrame>
  )
}

function Pane(props: {
  readonly tab: TabId
  readonly personId: Id | null
  readonly ask: (question: Question) => void
}) {
  switch (props.tab) {
    case 'retention':
      return <RetentionPane ask={props.ask} />
    case 'export':
      return <ExportPane personId={props.personId} />
    case 'erase':
      return <ErasePane ask={props.ask} />
    case 'support':
      return <SupportPane />
  }
}

function SupportPane() {
  const make = async () => {
    const answer = await act('privacy.supportCopy', {})
    if (!answer.ok) return
    takeDownload(answer.value.downloadId)
    if (answer.value.downloadId !== null || answer.value.savedTo !== null) showToast(W.done)
  }
  return (
    <>
      <p>{W.supportIntro}</p>
      <div>
        <Button variant="primary" onPress={() => void make()}>
          {W.supportAction}
        </Button>
      </div>
    </>
  )
}
