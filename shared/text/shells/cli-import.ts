/** The summary of an import, told to a person at the command line. */
import type { ImportSummary } from '../../api/import.ts'
import { frInteger } from '../format.ts'
import { french } from '../french.ts'

const OBJECTS: Readonly<Record<string, string>> = {
  employer: 'structures',
  position: 'postes',
  attachment: 'rattachements',
  person: 'personnes',
  contract: 'contrats',
  agreement: 'conventions',
  grant: 'montants annuels',
  instalment: 'tranches',
  payment: 'versements',
  allocation: 'affectations',
  contractAmendment: 'avenants aux contrats',
  agreementAmendment: 'avenants aux conventions',
  monthlyCost: 'coûts du mois',
  dedicatedFund: 'fonds dédiés',
  budgetLine: 'lignes de budget',
  freeDeadline: 'échéances libres',
  deadlineAnswer: 'réponses aux échéances',
  ruleFigure: 'chiffres de référence',
  aidScale: 'barèmes',
  aidScaleYear: 'années de barème',
  setting: 'réglages',
  savedView: 'vues',
  scenario: 'scénarios',
  importMapping: 'correspondances de colonnes',
  document: 'fichiers joints',
  stateDifference: 'écarts avec la liste de l’État',
}

const MAX_LINES = 20

export function importLines(summary: ImportSummary): readonly string[] {
  const counts = (c: ImportSummary['rows']) =>
    `créations ${frInteger(c.created)}, modifications ${frInteger(c.modified)}, sans changement ${frInteger(c.unchanged)}, rejets ${frInteger(c.rejected)}`
  const rejected = summary.rejects.flatMap((row) =>
    [
      ...row.messages.map((m) => ({ where: '', ...m })),
      ...row.cells.flatMap((cell) =>
        cell.problem === undefined
          ? []
          : [
              {
                where: `, ${cell.column}${cell.raw === '' ? ', vide' : `, « ${cell.raw} »`}`,
                ...cell.problem,
              },
            ],
      ),
    ]
      .filter((m) => m.severity === 'refused')
      .map((m) => french(`  ligne ${row.line}${m.where} : ${m.message}`)),
  )
  const notices = summary.notices.map((n) =>
    n.line === null ? `  ${n.message}` : french(`  ligne ${n.line} : ${n.message}`),
  )
  return [
    french(summary.dryRun ? `À blanc, rien n'a été écrit :` : `${summary.actionLabel} :`),
    french(`  lignes : lues ${frInteger(summary.rows.read)}, ${counts(summary.rows)}`),
    ...Object.entries(summary.objects).map(([name, c]) =>
      french(`  ${OBJECTS[name] ?? name} : ${counts(c)}`),
    ),
    ...shortened(rejected),
    ...shortened(notices),
  ]
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MAX_LINES) return lines
  return [
    ...lines.slice(0, MAX_LINES),
    `  … et ${frInteger(lines.length - MAX_LINES)} autres (--json les donne tous)`,
  ]
}
