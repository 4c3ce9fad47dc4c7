/** What is said to screen readers without moving the focus: saved state, selection, remainder, refused cells. */
import { createStore, useStore } from '../../data/store.ts'

const polite = createStore<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 })

export function announce(text: string): void {
  polite.set((now) => ({ text, turn: now.turn + 1 }))
}

/** Mounted once by the application. Two regions in turn, so that the same sentence said twice is heard twice. */
export function LiveRegion() {
  const { text, turn } = useStore(polite)
  return (
    <>
      <div className="vh" aria-live="polite">
        {turn % 2 === 0 ? text : ''}
      </div>
      <div className="vh" aria-live="polite">
        {turn % 2 === 1 ? text : ''}
      </div>
    </>
  )
}
