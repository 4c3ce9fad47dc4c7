/** A template that may be a stranger's: what acts by itself in it is named, and taken out on request; what a letter needs stays. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { ForeignKind } from '#shared/domain/foreign-parts.ts'
import { LETTER_FIELDS } from '#shared/text/letters.ts'
import type { LetterValues } from '../../../../electron/exchange/out/letters/fields.ts'
import { fillTemplate } from '../../../../electron/exchange/out/letters/fill-template.ts'
import { openTemplate } from '../../../../electron/exchange/out/letters/open-template.ts'
import {
  field,
  inUtf16,
  type Parts,
  paragraph,
  type WordParts,
  wordFile,
} from '../../../support/files/strange-files.ts'

const PROGRAM = new Uint8Array(600).fill(7)
const values = Object.fromEntries(
  Object.keys(LETTER_FIELDS).map((name) => [name, `« ${name} »`]),
) as unknown as LetterValues
const LETTER = paragraph('Cher {titulaire},')

const drawing = (blip: string) =>
  `<w:p><w:r><w:drawing><a:graphic><a:graphicData>${blip}</a:graphicData></a:graphic></w:drawing></w:r></w:p>`
const embedded =
  '<w:p><w:r><w:object><v:shape><v:imagedata r:id="rId8"/></v:shape><o:OLEObject r:id="rId9"/></w:object></w:r></w:p>'

const STRANGE: readonly (readonly [kind: ForeignKind, what: string, given: WordParts])[] = [
  ['macros', 'vbaProject.bin', { more: { 'word/vbaProject.bin': PROGRAM } }],
  [
    'macros',
    'image.bin',
    {
      main: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      overrides: { 'word/image.bin': 'application/vnd.ms-office.vbaProject' },
      links: { rId3: ['vbaProject', 'image.bin'] },
      more: { 'word/image.bin': PROGRAM },
    },
  ],
  [
    'controls',
    'activeX1.xml',
    {
      body: `${LETTER}<w:p><w:r><w:object><w:control r:id="rId9"/></w:object></w:r></w:p>`,
      links: { rId9: ['control', 'activeX/activeX1.xml'] },
      more: {
        'word/activeX/activeX1.xml': '<ax:ocx xmlns:ax="urn:x"/>',
        'word/activeX/activeX1.bin': PROGRAM,
      },
    },
  ],
  [
    'objects',
    'oleObject1.bin',
    {
      body: LETTER + embedded,
      links: { rId8: ['image', 'media/image1.png'], rId9: ['oleObject', 'embeddings/oleObject1.bin'] },
      more: { 'word/embeddings/oleObject1.bin': PROGRAM, 'word/media/image1.png': PROGRAM },
    },
  ],
  [
    'chunks',
    'autre.html',
    {
      body: `${LETTER}<w:altChunk r:id="rId9"/>`,
      links: { rId9: ['aFChunk', 'autre.html'] },
      more: { 'word/autre.html': '<script>1</script>' },
    },
  ],
  [
    'remote-template',
    'https://exemple.invalid/m.dotm',
    {
      settings: '<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/>',
      settingsLinks: { rId1: ['attachedTemplate', 'https://exemple.invalid/m.dotm', true] },
    },
  ],
  [
    'remote-pictures',
    'https://exemple.invalid/vu.png',
    {
      body: LETTER + drawing('<a:blip r:link="rId9"/>'),
      links: { rId9: ['image', 'https://exemple.invalid/vu.png', true] },
    },
  ],
  [
    'remote-pictures',
    'https://exemple.invalid/vu.gif',
    {
      body: `${LETTER}<w:p><w:r><w:pict><v:shape><v:imagedata src="https://exemple.invalid/vu.gif"/></v:shape></w:pict></w:r></w:p>`,
    },
  ],
  [
    'remote-parts',
    'mhtml:https://exemple.invalid/x.html!x',
    {
      body: LETTER + embedded.replace('<v:shape><v:imagedata r:id="rId8"/></v:shape>', ''),
      links: { rId9: ['oleObject', 'mhtml:https://exemple.invalid/x.html!x', true] },
    },
  ],
  [
    'odd-links',
    'file://serveur/partage/lettre.exe',
    {
      body: `${LETTER}<w:p><w:hyperlink r:id="rId9"><w:r><w:t>notre site</w:t></w:r></w:hyperlink></w:p>`,
      links: { rId9: ['hyperlink', 'file://serveur/partage/lettre.exe', true] },
    },
  ],
  [
    'odd-links',
    'file://serveur/fdp.exe',
    {
      body: `${LETTER}<w:p><w:hyperlink r:id="rId9"><w:r><w:t>notre site</w:t></w:r></w:hyperlink></w:p>`,
      links: { rId9: ['hyperlink', 'file://serveur/\u202efdp.exe', true] },
    },
  ],
  [
    'fields',
    'INCLUDEPICTURE "https://exemple.invalid/a.png" \\d',
    { body: LETTER + field(['INCLUDE', 'PICTURE "https://exemple.invalid/a.png" ', '\\d'], 'logo') },
  ],
  [
    'fields',
    'DDEAUTO c:\\\\windows\\\\x "cmd"',
    { body: LETTER + field([' DDEAUTO c:\\\\windows\\\\x "cmd" '], 'tableau') },
  ],
  [
    'fields',
    'IMPORT "x"',
    {
      body: `${LETTER}<w:p><w:fldSimple w:instr=" IMPORT &quot;x&quot; "><w:r><w:t>cadre</w:t></w:r></w:fldSimple></w:p>`,
    },
  ],
  [
    'connections',
    'file:///C:\\base.mdb',
    {
      settings: '<w:mailMerge><w:dataSource r:id="rId1"/></w:mailMerge><w:zoom w:percent="100"/>',
      settingsLinks: { rId1: ['mailMergeSource', 'file:///C:\\base.mdb', true] },
    },
  ],
]

function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      /\.(xml|rels)$/.test(name) ? strFromU8(part) : part,
    ]),
  )
}
const textOf = (bytes: Uint8Array) => String(partsOf(bytes)['word/document.xml']).replace(/<[^>]+>/g, '')

describe('a template that holds what acts by itself', () => {
  test.each(STRANGE)('%s (%s): named, refused, and taken out on request', (kind, what, given) => {
    const template = wordFile(given)
    expect(openTemplate(template).foreign).toMatchObject([{ kind, named: expect.arrayContaining([what]) }])
    expect(fillTemplate(template, values)).toMatchObject({ ok: false, problem: { code: 'foreign' } })

    const filled = fillTemplate(template, values, { withoutForeign: true })
    if (!filled.ok) throw new Error(filled.problem.code)
    expect(filled.removed.map((part) => part.kind)).toEqual([kind])
    expect(openTemplate(filled.bytes).foreign).toEqual([])
    expect(textOf(filled.bytes)).toContain('Cher « titulaire »')
    for (const [name, part] of Object.entries(partsOf(filled.bytes))) {
      expect(String(part), name).not.toMatch(/exemple\.invalid|DDEAUTO|IMPORT|vbaProject|macroEnabled/)
      // No relationship is asked for that is no longer there.
      const rels = String(partsOf(filled.bytes)[`word/_rels/${name.slice(5)}.rels`] ?? '')
      for (const [, id] of String(part).matchAll(/ r:(?:id|link|embed)="([^"]+)"/g))
        expect(rels, `${name} asks for ${id}`).toContain(`"${id}"`)
    }
  })

  test('keeps what its fields last showed, the words of its links and the picture of its objects', () => {
    const texts = STRANGE.map(([, , given]) =>
      fillTemplate(wordFile(given), values, { withoutForeign: true }),
    )
      .map((filled) => (filled.ok ? textOf(filled.bytes) : ''))
      .join('|')
    for (const words of ['logo', 'tableau', 'cadre', 'notre site']) expect(texts).toContain(words)
    const object = STRANGE.find(([kind]) => kind === 'objects')?.[2] ?? {}
    const filled = fillTemplate(wordFile(object), values, { withoutForeign: true })
    if (!filled.ok) throw new Error('refused')
    expect(Object.keys(partsOf(filled.bytes))).toContain('word/media/image1.png')
  })

  test('all at once: one letter, none of it left', () => {
    const body = STRANGE.map(([, , given]) => given.body ?? '').join('')
    const given: WordParts = {
      body: body.replaceAll(LETTER, '') + LETTER,
      links: {
        rId8: ['image', 'media/image1.png'],
        rId9: ['oleObject', 'embeddings/oleObject1.bin'],
      },
      more: {
        'word/vbaProject.bin': PROGRAM,
        'word/embeddings/oleObject1.bin': PROGRAM,
        'word/media/image1.png': PROGRAM,
      },
    }
    const filled = fillTemplate(wordFile(given), values, { withoutForeign: true })
    if (!filled.ok) throw new Error(filled.problem.code)
    expect(openTemplate(filled.bytes).foreign).toEqual([])
  })
})

describe('a template whose parts are in letters Office alone would read', () => {
  const dde = field(['DDEAUTO c:\\\\x y'], 'tableau')
  const footer = `<?xml version="1.0" encoding="UTF-8"?><w:ftr xmlns:w="urn:x">${dde}</w:ftr>`
  test.each<[string, Uint8Array | string]>([
    ['UTF-16', inUtf16(footer)],
    ['UTF-16 without its mark', inUtf16(footer).subarray(2)],
    ['UTF-7', footer.replace('UTF-8', 'UTF-7').replaceAll('<w:', '+ADw-w:')],
    ['EBCDIC', Uint8Array.from([0x4c, 0x6f, 0xa7, 0x94, 0x93])],
  ])('is refused: %s', (_, part) => {
    const template = wordFile({ body: LETTER, more: { 'word/footer1.xml': part } })
    expect(fillTemplate(template, values, { withoutForeign: true })).toEqual({
      ok: false,
      problem: { code: 'not-docx' },
    })
  })

  test('or in older ones where a letter stays a letter is read', () => {
    const latin = Buffer.from(footer.replace('UTF-8', 'windows-1252'), 'latin1')
    const template = wordFile({ body: LETTER, more: { 'word/footer1.xml': latin } })
    expect(openTemplate(template).foreign.map((part) => part.kind)).toEqual(['fields'])
  })
})

describe('a template a person wrote', () => {
  test('keeps its links to pages and addresses, its page numbers and its dates, without a question', () => {
    const template = wordFile({
      body:
        LETTER +
        field([' PAGE '], '1') +
        field([' DATE \\@ "d MMMM yyyy" '], '1er décembre 2026') +
        field([' HYPERLINK "https://www.exemple.test/" '], 'le site') +
        field([' IF ', ' 1 = 1 "oui" "non" '], 'oui') +
        '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>nous écrire</w:t></w:r></w:hyperlink></w:p>',
      links: { rId9: ['hyperlink', 'mailto:contact@exemple.test', true] },
    })
    const filled = fillTemplate(template, values)
    if (!filled.ok) throw new Error(filled.problem.code)
    expect(filled.removed).toEqual([])
    expect(String(partsOf(filled.bytes)['word/document.xml'])).toContain(' PAGE ')
    expect(String(partsOf(filled.bytes)['word/_rels/document.xml.rels'])).toContain(
      'mailto:contact@exemple.test',
    )
  })

  test('whose field hides its name in another one is a stranger’s', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const hidden = `<w:p>${mark('begin')}${mark('begin')}${code('QUOTE "DDE"')}${mark('separate')}<w:r><w:t>DDE</w:t></w:r>${mark('end')}${code(' c:\\x y')}${mark('end')}</w:p>`
    const template = wordFile({ body: LETTER + hidden })
    expect(openTemplate(template).foreign.map((part) => part.kind)).toEqual(['fields'])
    const filled = fillTemplate(template, values, { withoutForeign: true })
    if (!filled.ok) throw new Error(filled.problem.code)
    expect(String(partsOf(filled.bytes)['word/document.xml'])).not.toMatch(/fldChar|DDE/)
  })
})
