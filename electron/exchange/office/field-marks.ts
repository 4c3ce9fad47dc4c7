/** The elements a foreign field is made of, in a document read as a tree: what to take out so that only its last result stays. */
import type { Element } from '@xmldom/xmldom'
import { isForeignField } from './fields.ts'

interface OpenField {
  code: string
  inCode: boolean
  /** Marks and runs of its code; not those of its result. */
  readonly pieces: Element[]
}

/** `elements` in the order of the document. */
export function fieldMarks(elements: readonly Element[]): {
  readonly simple: readonly Element[]
  readonly pieces: readonly Element[]
} {
  const simple: Element[] = []
  const pieces: Element[] = []
  const open: OpenField[] = []
  for (const element of elements) {
    const name = element.localName
    if (name === 'fldSimple') {
      if (isForeignField(attributeOf(element, 'instr'))) simple.push(element)
      continue
    }
    if (name === 'fldChar') {
      const type = attributeOf(element, 'fldCharType')
      if (type === 'begin') open.push({ code: '', inCode: true, pieces: [] })
      for (const field of open) if (field.inCode || field === open.at(-1)) field.pieces.push(element)
      if (type === 'separate') endCode(open.at(-1))
      if (type === 'end') {
        const field = open.pop()
        if (field !== undefined && isForeignField(field.code)) pieces.push(...field.pieces)
      }
      continue
    }
    // Everything written inside a code is part of it, the result of a field it holds included.
    if (element.parentNode !== null && (element.parentNode as Element).localName === 'r')
      for (const field of open) if (field.inCode) field.pieces.push(element)
    const field = open.at(-1)
    if ((name === 'instrText' || name === 'delInstrText') && field?.inCode === true)
      field.code += element.textContent ?? ''
  }
  return { simple, pieces }
}

function endCode(field: OpenField | undefined): void {
  if (field !== undefined) field.inCode = false
}

function attributeOf(element: Element, localName: string): string {
  return [...element.attributes].find((a) => a.localName === localName)?.value ?? ''
}
