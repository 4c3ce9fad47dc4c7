import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/domain/day.ts'
import { LETTER_KINDS, type LetterKind } from '#shared/domain/letters.ts'
import { cents } from '#shared/domain/money.ts'
import { derive } from '#shared/rules/engine/derive.ts'
import { LETTER_FIELDS, LETTERS } from '#shared/text/letters.ts'
import { builtInLetter } from '../../../../electron/exchange/out/letters/built-in.ts'
import { letterSubject } from '../../../../electron/exchange/out/letters/fields.ts'
import { fillTemplate } from '../../../../electron/exchange/out/letters/fill-template.ts'
import { passerelles } from '../../../../electron/services/demo/passerelles/passerelles.ts'
import { announcing, wordFile } from '../../../support/files/strange-files.ts'

const facts = passerelles()
const derived = derive(facts, day('2026-11-23'))
const COST = () => cents(86_478_00)

function textOf(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
}

function contractOf(lastName: string): number {
  const person = facts.persons.find((p) => p.lastName === lastName)
  return facts.contracts.find((c) => c.personId === person?.id && c.endedOn === null)?.id ?? 0
}

async function letter(kind: LetterKind, id: number): Promise<string> {
  const subject = letterSubject(derived, LETTERS[kind].about, id, COST)
  if (subject === null) throw new Error('no subject')
  return textOf(await builtInLetter(kind, subject.conditions, subject.values))
}

async function template(text: string): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function valuesOf(id: number) {
  const subject = letterSubject(derived, 'contract', id, COST)
  if (subject === null) throw new Error('no subject')
  return subject.values
}

describe('the built-in letters', () => {
  test('non-renewal of a public contract states the notice, its length and its text', async () => {
    const text = await letter('non-renewal', contractOf('Charvin'))
    expect(text).toContain('Lucie Charvin')
    expect(text).toContain('arrive à son terme le 31 janvier 2027')
    expect(text).toContain('délai de prévenance de 2 mois, qui s’achève le 30 novembre 2026')
    expect(text).toContain('R332-39')
    expect(text).toContain('Lettre recommandée')
    // A contrat de projet calls for no interview.
    expect(text).not.toContain('entretien préalable')
  })

  test('renewal gives the public agent eight days, the private one none', async () => {
    const open = await letter('renewal', contractOf('Charvin'))
    expect(open).toContain('Vous disposez de 8 jours')
    expect(open).toContain('à compter du 1er février 2027')
    const closed = await letter('renewal', contractOf('Maurel'))
    expect(closed).not.toContain('vaut refus')
    expect(closed).toContain('L1243-13-1')
  })

  test('a reminder says what was planned, received and is late', async () => {
    const post = facts.positions.find((p) => p.stateId === '2101')
    const late = facts.instalments.find((i) => i.positionId === post?.id && i.rank === 3)
    const text = await letter('instalment-reminder', late?.id ?? 0)
    expect(text).toContain('était attendu le 31 mars 2026')
    expect(text).toContain('montant prévu\u00a0: 10\u202f000,00\u00a0€')
    expect(text).toContain('reste dû\u00a0: 4\u202f000,00\u00a0€, en retard de 237 jours')
  })

  test('the attestation of use carries the amounts of the agreement', async () => {
    const agreement = facts.agreements.find((a) => a.reference === '2024-A-0152')
    const text = await letter('use-attestation', agreement?.id ?? 0)
    expect(text).toContain('du 1er mars 2024 au 28 février 2027')
    expect(text).toContain('coût salarial de la période\u00a0: 86\u202f478,00\u00a0€')
    expect(text).toContain('reçu\u00a0: 34\u202f000,00\u00a0€')
  })

  test('returning a post names its motive and its last day', async () => {
    const post = facts.positions.find((p) => p.stateId === '2106')
    const text = await letter('position-return', post?.id ?? 0)
    expect(text).toContain('à compter du 30 avril 2026')
    expect(text).toContain('Dernier jour occupé\u00a0: 28 février 2026')
  })

  test('what the dossier does not know is left to fill, never guessed', async () => {
    const text = await letter('renewal', contractOf('Charvin'))
    expect(text).toContain('durée\u00a0: [à compléter\u00a0: durée proposée]')
  })

  test.each(LETTER_KINDS)('%s names only fields that exist, and can be taken as a template', async (kind) => {
    const names = JSON.stringify(LETTERS[kind]).match(/\{([a-z_]+)\}/g) ?? []
    for (const name of names) expect(Object.keys(LETTER_FIELDS)).toContain(name.slice(1, -1))
    const raw = await builtInLetter(kind, null, null)
    const filled = fillTemplate(raw, valuesOf(contractOf('Charvin')))
    expect(filled.ok).toBe(true)
    if (filled.ok) expect(textOf(filled.bytes)).toContain('Ville de Valombre')
  })
})

describe('one’s own template', () => {
  test('keeps its layout and gets its fields', async () => {
    const filled = fillTemplate(
      await template('Cher {titulaire}, terme {Contrat_Terme}.'),
      valuesOf(contractOf('Charvin')),
    )
    if (!filled.ok) throw new Error('refused')
    expect(textOf(filled.bytes)).toContain('Cher Lucie Charvin, terme 31 janvier 2027.')
    const xml = strFromU8(unzipSync(filled.bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('w:val="center"')
    expect(xml).toContain('<w:b/>')
  })

  test('is refused with the names it should not hold', async () => {
    const filled = fillTemplate(
      await template('{titulaire} {salaire_net} {7*7}'),
      valuesOf(contractOf('Charvin')),
    )
    expect(filled).toEqual({ ok: false, problem: { code: 'unknown-fields', tags: ['salaire_net', '7*7'] } })
  })

  test('is refused where a field is left open', async () => {
    const filled = fillTemplate(await template('{titulaire'), valuesOf(contractOf('Charvin')))
    expect(filled).toMatchObject({ ok: false, problem: { code: 'broken-tags' } })
  })

  test('is refused where it is no Word document', () => {
    const values = valuesOf(contractOf('Charvin'))
    expect(fillTemplate(strToU8('bonjour'), values)).toMatchObject({ problem: { code: 'not-docx' } })
    const other = zipSync({ 'readme.txt': strToU8('x') })
    expect(fillTemplate(other, values)).toMatchObject({ problem: { code: 'not-docx' } })
  })

  test('is refused where it would unpack to more than memory holds', () => {
    const values = valuesOf(contractOf('Charvin'))
    const bomb = wordFile({ more: { 'word/header1.xml': new Uint8Array(70_000_000) } })
    expect(fillTemplate(bomb, values)).toMatchObject({ problem: { code: 'too-large' } })
    // The archive says a small size: what comes out is what counts.
    expect(fillTemplate(announcing(bomb, 'word/header1.xml', 1000), values)).toMatchObject({
      problem: { code: 'too-large' },
    })
  })

  test('a value with signs of XML or of a field stays a value', async () => {
    const values = { ...valuesOf(contractOf('Charvin')), titulaire: '<b>{structure}</b> & Cie' }
    const filled = fillTemplate(await template('{titulaire}'), values)
    if (!filled.ok) throw new Error('refused')
    const xml = strFromU8(unzipSync(filled.bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('&lt;b&gt;{structure}&lt;/b&gt; &amp; Cie')
  })
})
