/** A built-in letter as a .docx: sender, addressee, subject, paragraphs, signature. Made by the library, ready to be read over. */
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import type { LetterKind } from '#shared/domain/letters.ts'
import { LETTER_WORDS, LETTERS, type LetterCondition, type LetterParagraph } from '#shared/text/letters.ts'
import { CREATOR } from '#shared/text/reports/report.ts'
import type { LetterValues } from './fields.ts'
import { filled, paragraphsOf } from './letter-words.ts'

const FONT = 'Calibri'
const POINT = 20

/** Both null: the letter with its fields in braces, a starting point for one's own template. */
export async function builtInLetter(
  kind: LetterKind,
  conditions: ReadonlySet<LetterCondition> | null,
  values: LetterValues | null,
): Promise<Uint8Array> {
  const letter = LETTERS[kind]
  const fill = (text: string) => (values === null ? text : filled(text, values))
  const sender = ['{structure}', '{structure_adresse}', 'SIRET {structure_siret}', '{contact}']
  const document = new Document({
    title: fill(letter.subject),
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    description: letter.description,
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1200, bottom: 1200, left: 1300, right: 1300 } } },
        children: [
          ...sender.map((words, i) => line(fill(words), i === 0)),
          space(),
          ...letter.to.map((words) => line(fill(words), false, AlignmentType.RIGHT)),
          line(fill(LETTER_WORDS.placeAndDate), false, AlignmentType.RIGHT),
          space(),
          ...(letter.registered ? [line(LETTER_WORDS.registered, false)] : []),
          line(`${LETTER_WORDS.subject}\u00a0: ${fill(letter.subject)}`, true),
          space(),
          ...paragraphsOf(kind, conditions).map((p) => paragraph(p, fill)),
          space(),
          line(fill('{signataire}'), false, AlignmentType.RIGHT),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function line(
  text: string,
  bold: boolean,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
) {
  return new Paragraph({ alignment, children: [new TextRun({ text, bold })] })
}

function space() {
  return new Paragraph({ children: [] })
}

function paragraph({ style, text }: LetterParagraph, fill: (text: string) => string) {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing: { after: (style === 'list' ? 3 : 8) * POINT },
    ...(style === 'list' ? { bullet: { level: 0 } } : {}),
    children: [new TextRun({ text: fill(text), bold: style === 'strong' })],
  })
}
