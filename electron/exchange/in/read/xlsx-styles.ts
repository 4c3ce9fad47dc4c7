/** Which cell styles of a workbook show a day: Excel stores a date as a number, only its format tells. */
import { attribute, scanXml } from './xml.ts'

/** Formats Excel knows by number that show a day (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 in some languages). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

/** A format that shows a day or a year: quoted words, escapes, colours and locales left aside. Hours alone are no day. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '')
  return /[dyja]/i.test(bare.replace(/AM\/PM|A\/P/gi, '').replace(/General|Standard/gi, ''))
}

/** Indexes of the styles (attribute `s` of a cell) that show a day. */
export function dateStyles(xml: string): ReadonlySet<number> {
  /** Formats of the file: each judged once, however many styles name it. */
  const formats = new Map<number, boolean>()
  const styles = new Set<number>()
  let inCellXfs = false
  let index = 0
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt')
        formats.set(
          Number(attribute(attributes, 'numFmtId')),
          isDateFormat(attribute(attributes, 'formatCode') ?? ''),
        )
      else if (name === 'cellXfs') inCellXfs = true
      else if (name === 'xf' && inCellXfs) {
        const id = Number(attribute(attributes, 'numFmtId') ?? '0')
        if (formats.get(id) ?? isBuiltInDate(id)) styles.add(index)
        index++
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false
    },
    text() {},
  })
  return styles
}
