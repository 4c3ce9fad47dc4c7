/** Words of the planning. */
import type { PlanningBar, PlanningRow } from '#shared/rules/engine/planning.ts'
import { frDay, frEuros, frInteger } from '#shared/text/format.ts'
import { CONTRACT_KIND_WORDS, INSTALMENT_STATE_WORDS, POSITION_STATE_WORDS } from '#shared/text/words.ts'

const until = (bar: PlanningBar) =>
  bar.open ? `à partir du ${frDay(bar.from)}` : `du ${frDay(bar.from)} au ${frDay(bar.to)}`

export const PLANNING_WORDS = {
  title: 'Planning',
  chart: 'Graphique',
  table: 'Tableau',
  view: 'Affichage',
  earlier: 'Un mois plus tôt',
  later: 'Un mois plus tard',
  today: 'Aujourd’hui',
  zoom: 'Durée affichée',
  zooms: { 24: '24 mois', 12: '12 mois', 3: '3 mois' },
  print: 'Imprimer',
  paper: { a4: 'Imprimer (A4)', a3: 'Imprimer (A3)' },
  head: 'Poste et titulaire',
  span: (from: string, to: string) => `${from} à ${to}`,
  empty: 'Aucun poste dans ce périmètre.',
  emptyHelp:
    'Le planning montre les postes, leurs titulaires et leurs conventions. Les créer dans Postes, ou les importer.',
  scope: (posts: number, months: number) =>
    `${frInteger(posts)} ${posts > 1 ? 'postes' : 'poste'}, ${months} mois`,
  ends: (count: number) =>
    `${frInteger(count)} ${count > 1 ? 'fins' : 'fin'} de contrat ou de convention d’ici 6 mois`,
  keys: '← → un mois · Début aujourd’hui · T bascule en tableau',
  months: 'JFMAMJJASOND',
  columns: ['Poste', 'Titulaire', 'État', 'Élément', 'Du', 'Au', 'Détail'],
  agreement: 'Convention',
  instalment: 'Tranche',
  notice: 'Préavis au plus tard',
  /** Contract kinds as the line of a post names its holder. */
  holder: (row: PlanningRow) =>
    row.holderName === null || row.contractKind === null
      ? row.state === 'returned' && row.returnedOn !== null
        ? `Rendu le ${frDay(row.returnedOn)}`
        : row.vacantSince === null
          ? 'À recruter'
          : `Vacant depuis le ${frDay(row.vacantSince)}`
      : `${row.holderName} · ${CONTRACT_KIND_WORDS[row.contractKind]}`,
  bar: {
    funded: 'Contrat financé',
    unfunded: 'Contrat sans aide',
    vacancy: 'Vacance',
    unfilled: 'Financé, non pourvu',
  },
  barTitle: (bar: PlanningBar) =>
    `${bar.personName ?? PLANNING_WORDS.bar[bar.kind]}, ${PLANNING_WORDS.bar[bar.kind].toLowerCase()}, ${until(bar)}`,
  barNote: (bar: PlanningBar, row: PlanningRow) => {
    if (bar.kind === 'unfunded') return 'sans aide'
    if (bar.kind !== 'unfilled') return null
    return row.vacancyLimitOn === null
      ? `non pourvu dès le ${frDay(bar.from)}`
      : `à pourvoir avant le ${frDay(row.vacancyLimitOn)}`
  },
  mark: (
    label: string,
    on: string,
    cents: Parameters<typeof frEuros>[0],
    state: keyof typeof INSTALMENT_STATE_WORDS,
  ) => `${label}, ${INSTALMENT_STATE_WORDS[state].toLowerCase()}, ${on}, ${frEuros(cents)}`,
  state: (row: PlanningRow) => POSITION_STATE_WORDS[row.state],
  legend: 'Légende',
  legendNotice: 'Préavis légal',
  legendMissed: 'Préavis dépassé',
} as const
