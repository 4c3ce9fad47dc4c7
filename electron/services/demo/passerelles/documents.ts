/** Files attached in the demonstration: one post with most of its pieces, others with few, so that what is missing shows. */
import { day } from '#shared/domain/day.ts'
import type { Facts, Id } from '#shared/domain/facts.ts'
import type { OwnerKind } from '#shared/domain/words.ts'
import { DEMO_DOCUMENT_LINES, DEMO_DOCUMENT_TITLES } from '#shared/text/dossier/demo.ts'
import { pieceLabel } from '#shared/text/rules/checklists.ts'
import type { WritableDb } from '../../../store/dossier.ts'
import { insertEntity } from '../../../store/entities.ts'
import { keepContent } from '../../documents/content.ts'
import { onePagePdf } from '../one-page-pdf.ts'

type Row = readonly [name: string, piece: string | null, addedOn: string]
interface Owned {
  readonly kind: OwnerKind
  readonly id: (facts: Facts) => Id | undefined
  readonly files: readonly Row[]
}

const contractOf =
  (lastName: string) =>
  ({ persons, contracts }: Facts): Id | undefined => {
    const person = persons.find((p) => p.lastName === lastName)
    return contracts.find((c) => c.personId === person?.id)?.id
  }
const agreementOf =
  (reference: string) =>
  ({ agreements }: Facts): Id | undefined =>
    agreements.find((a) => a.reference === reference)?.id
const trancheOf =
  (reference: string, rank: number) =>
  (facts: Facts): Id | undefined => {
    const agreementId = agreementOf(reference)(facts)
    return facts.instalments.find((i) => i.agreementId === agreementId && i.rank === rank)?.id
  }

const OWNED: readonly Owned[] = [
  {
    kind: 'contract',
    id: contractOf('Charvin'),
    files: [
      ['contrat-lucie-charvin.pdf', 'signed-contract', '2024-01-29'],
      ['dpae-lucie-charvin.pdf', 'hiring-declaration', '2024-01-31'],
      ['depot-contrat-lucie-charvin.pdf', 'contract-filed', '2024-02-06'],
      ['controle-legalite-lucie-charvin.pdf', 'prefect-receipt', '2024-02-08'],
    ],
  },
  {
    kind: 'contract',
    id: contractOf('Cordier'),
    files: [
      ['contrat-yanis-cordier.pdf', 'signed-contract', '2022-07-12'],
      ['demission-yanis-cordier.pdf', 'departure-letter', '2023-10-02'],
      ['certificat-travail-yanis-cordier.pdf', 'employment-certificate', '2023-10-31'],
    ],
  },
  {
    kind: 'contract',
    id: contractOf('Maurel'),
    files: [
      ['contrat-theo-maurel.pdf', 'signed-contract', '2025-06-27'],
      ['dpae-theo-maurel.pdf', 'hiring-declaration', '2025-06-30'],
    ],
  },
  { kind: 'agreement', id: agreementOf('2024-P-0412'), files: [['convention-3310.pdf', null, '2024-07-02']] },
  {
    kind: 'instalment',
    id: trancheOf('2024-A-0361', 3),
    files: [
      ['compte-rendu-activite-2105.pdf', 'activity-report', '2026-11-02'],
      ['tranche-2-justifiee-2105.pdf', 'previous-instalment-justified', '2026-11-12'],
    ],
  },
]

export function attachDocuments(db: WritableDb, facts: Facts): void {
  for (const { kind, id, files } of OWNED) {
    const ownerId = id(facts)
    if (ownerId === undefined) continue
    for (const [name, piece, addedOn] of files) {
      const title = piece === null ? DEMO_DOCUMENT_TITLES[kind] : pieceLabel(piece)
      const bytes = onePagePdf(title ?? name, [...DEMO_DOCUMENT_LINES, name])
      insertEntity(db, 'document', {
        ownerKind: kind,
        ownerId,
        name,
        mime: 'application/pdf',
        size: bytes.length,
        sha256: keepContent(db, bytes),
        addedOn: day(addedOn),
        checklistItem: piece,
      })
    }
  }
}
