/** The file of the design mock-ups ("passerelles.jalon", 23/11/2026), written out by hand from their tables. */
import type { Facts } from '#shared/domain/facts.ts'
import { FactsBuilder } from './facts-builder.ts'

export const PASSERELLES_TODAY = '2026-11-23'

type Tranche = readonly [
  euros: number,
  claimableOn: string,
  claimedOn: string | null,
  dueOn: string,
  ...payments: (readonly [receivedOn: string, euros: number])[],
]

export function passerelles(): { readonly facts: Facts; readonly ids: Readonly<Record<string, number>> } {
  const f = new FactsBuilder()
  const rpn = f.employer({ name: 'Réseau Passerelles Numériques', shortName: 'RPN', chargesRate: 4200 })
  const valombre = f.employer({
    name: 'Ville de Valombre',
    shortName: 'Valombre',
    sector: 'public',
    chargesRate: 3800,
  })
  const ids: Record<string, number> = { rpn, valombre }

  const post = (
    employerId: number,
    stateId: string,
    label: string,
    reference: string,
    period: readonly [string, string],
    base: readonly number[],
    bonus: readonly number[],
    tranches: readonly Tranche[],
    given: Parameters<FactsBuilder['position']>[1] = {},
  ) => {
    const id = f.position(employerId, { stateId, label, ...given })
    const agreement = f.agreement(employerId, period[0], period[1], { reference })
    f.grants(agreement, id, base, bonus)
    for (const [euros, claimableOn, claimedOn, dueOn, ...payments] of tranches) {
      const instalment = f.instalment(agreement, euros, { positionId: id, claimableOn, claimedOn, dueOn })
      for (const [receivedOn, amount] of payments)
        f.payment(employerId, receivedOn, amount, [[instalment, amount]])
      ids[`${stateId}-T${f.facts().instalments.length}`] = instalment
    }
    ids[stateId] = id
    ids[`agreement-${stateId}`] = agreement
    return id
  }
  const V2 = [20_000, 14_000, 10_000]
  const PUBLIC = [17_500, 12_500, 12_500]
  const BONUS = [2_500, 5_000, 0]

  const p2101 = post(
    rpn,
    '2101',
    'Itinérance Nord',
    '2024-A-0118',
    ['2024-02-01', '2027-01-31'],
    V2,
    [],
    [
      [20_000, '2024-02-01', '2024-02-05', '2024-03-31', ['2024-04-12', 20_000]],
      [14_000, '2025-02-01', '2025-02-10', '2025-03-31', ['2025-04-22', 14_000]],
      [10_000, '2026-02-01', '2026-02-10', '2026-03-31', ['2026-06-18', 6_000]],
    ],
  )
  const p2102 = post(
    rpn,
    '2102',
    'Espace Gare',
    '2024-A-0152',
    ['2024-03-01', '2027-02-28'],
    V2,
    [],
    [
      [20_000, '2024-03-01', '2024-03-04', '2024-04-30', ['2024-05-07', 20_000]],
      [14_000, '2025-03-01', '2025-03-11', '2025-04-30', ['2025-06-16', 14_000]],
      [10_000, '2026-03-01', '2026-03-12', '2026-04-30'],
    ],
  )
  const p2103 = post(
    rpn,
    '2103',
    'Les Tanneries',
    '2024-A-0307',
    ['2024-09-01', '2027-08-31'],
    V2,
    [],
    [
      [20_000, '2024-09-01', '2024-09-03', '2024-10-31', ['2024-11-14', 20_000]],
      [14_000, '2025-09-01', '2025-09-08', '2025-10-31', ['2025-12-09', 14_000]],
      [10_000, '2026-09-01', null, '2026-10-31'],
    ],
  )
  const p2104 = post(
    rpn,
    '2104',
    'Les Forges',
    '2024-A-0233',
    ['2024-06-01', '2027-05-31'],
    V2,
    [],
    [
      [20_000, '2024-06-01', '2024-06-04', '2024-07-31', ['2024-08-02', 20_000]],
      [14_000, '2025-06-01', '2025-06-10', '2025-07-31', ['2025-09-18', 14_000]],
      [10_000, '2026-06-01', null, '2026-07-31'],
    ],
  )
  const p2105 = post(
    rpn,
    '2105',
    'Coordination',
    '2024-A-0361',
    ['2024-11-01', '2027-10-31'],
    V2,
    [],
    [
      [20_000, '2024-11-01', '2024-11-06', '2024-12-31', ['2025-01-15', 20_000]],
      [14_000, '2025-11-01', '2025-11-12', '2025-12-31', ['2026-01-21', 14_000]],
      [10_000, '2026-11-01', null, '2026-12-31'],
    ],
  )
  const p2106 = post(
    rpn,
    '2106',
    'Vallée de l’Orbelle',
    '2024-A-0177',
    ['2024-04-01', '2026-04-30'],
    [20_000, 14_000],
    [],
    [
      [20_000, '2024-04-01', '2024-04-03', '2024-05-31', ['2024-05-28', 20_000]],
      [14_000, '2025-04-01', '2025-04-09', '2025-05-31', ['2025-07-11', 14_000]],
    ],
    { returnedOn: '2026-04-30', returnMotive: 'recruitment-difficulties' },
  )
  const p3310 = post(
    valombre,
    '3310',
    'Maison des services',
    '2024-P-0412',
    ['2024-07-01', '2027-06-30'],
    PUBLIC,
    BONUS,
    [
      [20_000, '2024-07-01', '2024-07-08', '2024-08-31', ['2024-09-24', 20_000]],
      [17_500, '2025-07-01', '2025-07-07', '2025-08-31', ['2025-09-30', 12_500], ['2025-11-25', 5_000]],
      [12_500, '2026-07-01', '2026-07-07', '2026-08-31'],
    ],
    { inQpv: true },
  )
  const p3311 = post(
    valombre,
    '3311',
    'Bibliothèque',
    '2024-P-0439',
    ['2024-08-01', '2027-07-31'],
    PUBLIC,
    BONUS,
    [
      [20_000, '2024-08-01', '2024-10-02', '2024-09-30', ['2024-10-22', 20_000]],
      [17_500, '2025-08-01', '2025-08-18', '2025-09-30', ['2025-11-04', 17_500]],
      [12_500, '2026-08-01', '2026-08-18', '2026-09-30'],
    ],
    { inQpv: true },
  )
  const p3312 = post(
    valombre,
    '3312',
    'Les Lavandières',
    '2024-P-0518',
    ['2025-01-01', '2027-12-31'],
    PUBLIC,
    [],
    [
      [17_500, '2025-01-01', '2025-01-07', '2025-02-28', ['2025-03-13', 17_500]],
      [12_500, '2026-01-01', '2026-01-08', '2026-02-28', ['2026-04-02', 12_500]],
      [12_500, '2027-01-01', null, '2027-02-28'],
    ],
  )

  const holder = (key: string, firstName: string, lastName: string) => {
    const id = f.person({ firstName, lastName })
    ids[key] = id
    return id
  }
  f.contract(p2101, '2023-02-01', null, { personId: holder('ferrand', 'Nadia', 'Ferrand') })
  f.contract(p2102, '2023-09-01', '2025-02-28', {
    personId: holder('ancien2102', 'Élise', 'Aubry'),
    endedOn: '2025-02-28',
    endMotive: 'fixed-term-not-renewed',
  })
  ids.cMaurel = f.contract(p2102, '2025-07-01', '2026-12-31', {
    personId: holder('maurel', 'Théo', 'Maurel'),
  })
  f.contract(p2103, '2024-09-01', '2026-02-28', {
    personId: holder('castagne', 'Lény', 'Castagne'),
    endedOn: '2026-02-28',
    endMotive: 'fixed-term-not-renewed',
  })
  f.contract(p2103, '2026-06-01', null, { personId: holder('brunel', 'Sofia', 'Brunel') })
  ids.cDessaint = f.contract(p2104, '2022-06-01', null, {
    personId: holder('dessaint', 'Karim', 'Dessaint'),
    endedOn: '2026-07-31',
    endMotive: 'resignation',
  })
  f.contract(p2105, '2022-11-01', null, { personId: holder('orcival', 'Mathilde', 'Orcival') })
  f.contract(p2106, '2024-09-01', '2026-02-28', {
    personId: holder('loubere', 'Anouk', 'Loubère'),
    endedOn: '2026-02-28',
    endMotive: 'fixed-term-not-renewed',
  })
  f.contract(p2106, '2024-01-15', '2024-08-31', {
    personId: holder('avant2106', 'Pierre', 'Vasseur'),
    endedOn: '2024-08-31',
    endMotive: 'fixed-term-not-renewed',
  })
  f.contract(p3310, '2022-07-18', '2024-07-17', {
    personId: holder('cordier', 'Yanis', 'Cordier'),
    kind: 'contrat-de-projet',
    endedOn: '2023-10-31',
    endMotive: 'resignation',
  })
  ids.cCharvin = f.contract(p3310, '2024-02-01', '2027-01-31', {
    personId: holder('charvin', 'Lucie', 'Charvin'),
    kind: 'contrat-de-projet',
    monthlyGrossCents: 218_000,
  })
  ids.cTessandier = f.contract(p3311, '2024-10-01', '2027-09-30', {
    personId: holder('tessandier', 'Hugo', 'Tessandier'),
    kind: 'cdd-public',
  })
  ids.cRivoire = f.contract(p3312, '2026-01-01', '2026-12-31', {
    personId: holder('rivoire', 'Amel', 'Rivoire'),
    kind: 'contrat-de-projet',
  })
  f.contract(p3312, '2024-01-01', '2025-12-31', {
    personId: holder('avant3312', 'Jeanne', 'Mallet'),
    kind: 'contrat-de-projet',
    endedOn: '2025-12-31',
    endMotive: 'fixed-term-not-renewed',
  })
  return { facts: f.facts(), ids }
}
