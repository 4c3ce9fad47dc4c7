/**
 * Dialogs: one decision each. The title is a verb and its object; the body scrolls, head and foot stay; the primary button,
 * at the far right, names its effect; left of the foot, what happens next. Focus goes in, stays in, and returns.
 */
import { type CSSProperties, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { FR } from '../../text/fr.ts'
import { Button } from '../button.tsx'
import { Icon } from '../glyphs/icon.tsx'

export interface DialogFrameProps {
  readonly title: string
  /** The title or what stands beside it names a person: covered by the privacy veil. */
  readonly namesPerson?: boolean
  readonly subtitle?: ReactNode
  readonly children: ReactNode
  readonly onClose: () => void
  readonly width?: number
  /** Left of the foot; defaults to nothing. `FR.undoHint` where Ctrl+Z undoes it. */
  readonly hint?: ReactNode
  readonly primary?: {
    readonly label: string
    readonly onPress: () => void
    readonly isDisabled?: boolean
    readonly danger?: boolean
  }
  /** Buttons between the hint and the primary one. "Annuler" is always there unless `cancel` is null. */
  readonly actions?: ReactNode
  readonly cancel?: string | null
  readonly footless?: boolean
  readonly role?: 'dialog' | 'alertdialog'
}

let openFrames = 0

/** A dialog is open, whoever opened it. */
export function isDialogOpen(): boolean {
  return openFrames > 0
}

export function DialogFrame(props: DialogFrameProps) {
  useEffect(() => {
    openFrames += 1
    return () => {
      openFrames -= 1
    }
  }, [])
  const { primary } = props
  const veiled = props.namesPerson === true ? { 'data-private': '' } : {}
  const box = useRef<HTMLElement>(null)
  useKeptHeight(box)
  useKeptFocus(box)
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={false}
      onOpenChange={(open) => !open && props.onClose()}
    >
      <Modal className="dlg-box" style={{ '--dialog-width': `${props.width ?? 560}px` } as CSSProperties}>
        <AriaDialog ref={box} className="dlg" role={props.role ?? 'dialog'}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              if (primary === undefined || primary.isDisabled) return
              if (!focusUnread(event.currentTarget)) primary.onPress()
            }}
          >
            <header className="dlg-head">
              <Heading slot="title" level={2} {...veiled}>
                {props.title}
              </Heading>
              {props.subtitle !== undefined && (
                <span className="sm dim" {...veiled}>
                  {props.subtitle}
                </span>
              )}
              <span className="sp" />
              <Button variant="icon" label={FR.closeKey} onPress={props.onClose}>
                <Icon name="close" />
              </Button>
            </header>
            <DialogBody>{props.children}</DialogBody>
            {!props.footless && (
              <footer className="dlg-foot">
                <span className="hint">{props.hint}</span>
                {props.actions}
                {props.cancel !== null && (
                  <Button onPress={props.onClose}>{props.cancel ?? FR.cancel}</Button>
                )}
                {primary !== undefined && (
                  <Button
                    type="submit"
                    variant={primary.danger ? 'danger' : 'primary'}
                    isDisabled={primary.isDisabled ?? false}
                  >
                    {primary.label}
                  </Button>
                )}
              </footer>
            )}
          </form>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * A button disabled while it works, or gone with what it stood in, takes the focus with it: the dialog itself gets it, or Escape
 * and Tab would be heard by nobody.
 */
function useKeptFocus(box: RefObject<HTMLElement | null>): void {
  const opened = useRef(false)
  useEffect(() => {
    // Where the focus first goes is decided by the dialog and its fields.
    if (!opened.current) {
      opened.current = true
      return
    }
    // Once the focus has settled: on its way from one field to the next nobody has it, and what is drawn on leaving the first
    // would take it from the second.
    const frame = requestAnimationFrame(() => {
      const active = document.activeElement
      const isLost =
        active === document.body
          ? openFrames === 1
          : active?.matches(':disabled') && box.current?.contains(active)
      if (isLost) box.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  })
}

/**
 * A dialog that was tall stays so: a message that goes away as one presses the button below would move it from under the
 * finger, and the press would be lost.
 */
function useKeptHeight(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let tallest = 0
    const observer = new ResizeObserver(() => {
      if (element.offsetHeight <= tallest) return
      tallest = element.offsetHeight
      element.style.setProperty('--kept-height', `${tallest}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
}

/** A text that was not understood stands for no value: what is shown would not be what is written. */
function focusUnread(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('[data-unread] input')
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.focus()
  return field !== null
}

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]'

/** A body that scrolls and holds nothing to focus (a list of keys, a long sentence) takes the focus itself, to be scrolled by keys. */
function DialogBody({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = body.current
    if (element === null) return
    const scrolls = element.scrollHeight > element.clientHeight + 1
    if (scrolls && element.querySelector(FOCUSABLE) === null) element.tabIndex = 0
    else element.removeAttribute('tabindex')
  })
  return (
    <div ref={body} className="dlg-body">
      {children}
    </div>
  )
}
