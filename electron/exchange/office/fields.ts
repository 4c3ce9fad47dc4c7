/**
 * Fields of a Word document: {PAGE}, {DATE}, and those that fetch or run something (INCLUDEPICTURE, DDE…). A field may be cut
 * in runs and hold others; its first word says what it does. Those not known to be ordinary are taken as foreign: what is
 * hidden in a field inside its own name is one of them.
 * Names: ECMA-376 part 1, 17.16.5.
 */
import { attribute, type XmlHandler } from '../in/read/xml.ts'

export interface FieldCode {
  readonly code: string
  readonly foreign: boolean
}

const ORDINARY = new Set(
  `= ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE BIBLIOGRAPHY BIDIOUTLINE CITATION
  COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX
  FORMDROPDOWN FORMTEXT GOTOBUTTON GREETINGLINE IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD MERGEREC
  MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES
  SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE`.split(
    /\s+/,
  ),
)
const LINK =
  /^HYPERLINK\s+(?:\\[a-z]\s+)*"?\s*(https?:|mailto:|tel:|#)|^HYPERLINK\s+(?:\\[lo]\s|"?\s*"?\s*\\l\s)/i

export function isForeignField(code: string): boolean {
  const text = code.trim()
  const word = /^(=|[A-Za-z]+)/.exec(text)?.[1]?.toUpperCase() ?? ''
  if (word === 'HYPERLINK') return !LINK.test(text)
  return !ORDINARY.has(word)
}

export interface FieldReader {
  readonly handler: XmlHandler
  /** Every field met, the outer ones after those they hold. */
  fields(): readonly FieldCode[]
}

export function fieldReader(): FieldReader {
  const found: FieldCode[] = []
  /** Fields begun and not ended, the innermost last: their code so far, null once its result began. */
  const open: { code: string; inCode: boolean }[] = []
  let inInstruction = false
  const add = (code: string) => {
    const text = code.replace(/\s+/g, ' ').trim()
    found.push({ code: text, foreign: isForeignField(text) })
  }
  return {
    fields: () => found,
    handler: {
      open(name, attributes) {
        if (name === 'fldSimple') add(attribute(attributes, 'instr') ?? '')
        else if (name === 'instrText' || name === 'delInstrText') inInstruction = true
        else if (name === 'fldChar') {
          const type = attribute(attributes, 'fldCharType')
          if (type === 'begin') open.push({ code: '', inCode: true })
          else if (type === 'separate') {
            const field = open.at(-1)
            if (field !== undefined) field.inCode = false
          } else if (type === 'end') {
            const field = open.pop()
            if (field !== undefined) add(field.code)
          }
        }
      },
      close(name) {
        if (name === 'instrText' || name === 'delInstrText') inInstruction = false
      },
      text(text) {
        const field = open.at(-1)
        if (inInstruction && field?.inCode === true) field.code += text
      },
    },
  }
}
