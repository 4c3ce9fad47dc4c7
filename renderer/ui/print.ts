/** On paper: landscape A4 or A3, and every line, not only those in view. */
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The size of the page holds only while it prints. Set through a sheet of its own: the page allows no inline style. */
export function printPage(size: 'a4' | 'a3'): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${size} landscape; margin: 10mm }`)
  document.adoptedStyleSheets.push(sheet)
  const done = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
  window.addEventListener('afterprint', done, { once: true })
  window.print()
}

/** True from just before the browser prints until it has: a list drawn only where it shows is then drawn whole. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    // A preview that never announces itself still changes the medium.
    const medium = window.matchMedia('print')
    const onMedium = () => (medium.matches ? before() : after())
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    medium.addEventListener('change', onMedium)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      medium.removeEventListener('change', onMedium)
    }
  }, [])
  return printing
}
