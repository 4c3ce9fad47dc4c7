/** Side panel at the right of a screen; the same as a drawer over it where the window is narrow (below 1 180 px). */
import { type ReactNode, useSyncExternalStore } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { FR } from '../text/fr.ts'
import { Button } from './button.tsx'
import { Icon } from './glyphs/icon.tsx'
import { ScrollRegion } from './lists/scroll-region.tsx'

const query = window.matchMedia('(max-width: 1180px)')
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}

export interface SidePanelProps {
  readonly title: string
  readonly glyph?: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly onClose: () => void
}

function Content(props: SidePanelProps) {
  return (
    <>
      <header>
        {props.glyph}
        <h2>{props.title}</h2>
        <span className="sp" />
        <Button variant="icon" label={FR.closeKey} onPress={props.onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <ScrollRegion className="body" label={props.title}>
        {props.children}
      </ScrollRegion>
      {props.footer !== undefined && <footer>{props.footer}</footer>}
    </>
  )
}

export function SidePanel(props: SidePanelProps) {
  const narrow = useNarrow()
  if (!narrow) {
    return (
      <aside
        className="panel"
        aria-label={props.title}
        data-area={props.title}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onClose()
        }}
      >
        <Content {...props} />
      </aside>
    )
  }
  return (
    <ModalOverlay
      className="drawer-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && props.onClose()}
    >
      <Modal className="drawer">
        <Dialog className="panel" aria-label={props.title}>
          <Content {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
