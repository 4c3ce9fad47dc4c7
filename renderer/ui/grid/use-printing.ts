/** While the page is being printed: paper does not scroll, so every line is drawn, not only those on the screen. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Beyond this the paper says how many lines are missing: an export serves better. */
export const PRINTED_LINES = 3000

export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const media = window.matchMedia('print')
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    const onMedia = () => (media.matches ? before() : after())
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    media.addEventListener('change', onMedia)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      media.removeEventListener('change', onMedia)
    }
  }, [])
  return isPrinting
}
