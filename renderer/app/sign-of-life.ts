/** Tells the application that a person is there, at most twice a minute: the lock of the screen counts from it. */
import { useEffect } from 'react'
import { client } from '../data/client.ts'

const EVERY_MS = 30_000

export function useSignOfLife(): void {
  useEffect(() => {
    let silent = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = () => {
      if (silent) return
      silent = true
      timer = setTimeout(() => {
        silent = false
      }, EVERY_MS)
      void client.call('lock.awake', {})
    }
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const each of events) window.addEventListener(each, tell, { passive: true })
    return () => {
      for (const each of events) window.removeEventListener(each, tell)
      if (timer !== null) clearTimeout(timer)
    }
  }, [])
}
