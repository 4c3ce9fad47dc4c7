/**
 * What the fields of a letter are worth for one contract, tranche, post or agreement. A fact the dossier does not hold is
 * left as a visible "to fill", never guessed.
 */
import { addDays, type Day } from '#shared/domain/day.ts'
import type { Employer, Id } from '#shared/domain/facts.ts'
import type { LetterOwner } from '#shared/domain/letters.ts'
import { type Cents, cents } from '#shared/domain/money.ts'
import { type AidAmounts, sumAid } from '#shared/rules/engine/aid/amounts.ts'
import { contractNotice } from '#shared/rules/engine/contracts/contract-notice.ts'
import { aidOfAgreement, type Derived } from '#shared/rules/engine/derive.ts'
import { personName, positionName } from '#shared/rules/engine/names.ts'
import { mainShare } from '#shared/rules/engine/states/agreement-label.ts'
import { termsAt } from '#shared/rules/engine/states/contract-state.ts'
import { vacancyLimitOf } from '#shared/rules/engine/states/vacancy-limit.ts'
import type { Basis } from '#shared/rules/explanation.ts'
import { basisOf } from '#shared/rules/texts.ts'
import { frEuros, frInteger, frLongDay } from '#shared/text/format.ts'
import { LETTER_FIELDS, LETTER_WORDS, type LetterCondition, type LetterField } from '#shared/text/letters.ts'
import { CONTRACT_KIND_WORDS, RETURN_MOTIVE_WORDS } from '#shared/text/words.ts'

export type LetterValues = Readonly<Record<LetterField, string>>

export interface LetterSubject {
  readonly values: LetterValues
  /** Fields nothing is known of: their value is the visible "to fill". */
  readonly missing: ReadonlySet<LetterField>
  readonly employer: Employer | null
  /** Which conditional paragraphs of a letter apply. */
  readonly conditions: ReadonlySet<LetterCondition>
  /** Short name for the file: the post or the agreement. */
  readonly name: string
}

type Known = Partial<Record<LetterField, string | null>>

/** With the words a person typed for this letter: they take the place of what the dossier says or leaves open. */
export function withTyped(
  subject: LetterSubject,
  typed: Readonly<Record<string, string>> | undefined,
): LetterSubject {
  if (typed === undefined) return subject
  const given = Object.entries(typed).filter(
    ([field, text]) => Object.hasOwn(LETTER_FIELDS, field) && text !== '',
  )
  const names = new Set(given.map(([field]) => field))
  return {
    ...subject,
    values: { ...subject.values, ...Object.fromEntries(given) },
    missing: new Set([...subject.missing].filter((field) => !names.has(field))),
  }
}

/** Null where the object does not exist. `costOf` is asked only for an agreement. */
export function letterSubject(
  derived: Derived,
  owner: LetterOwner,
  id: Id,
  costOf: (agreementId: Id) => Cents | null,
): LetterSubject | null {
  switch (owner) {
    case 'contract':
      return ofContract(derived, id)
    case 'instalment':
      return ofInstalment(derived, id)
    case 'position':
      return ofPosition(derived, id)
    case 'agreement':
      return ofAgreement(derived, id, costOf)
  }
}

function ofContract(derived: Derived, id: Id): LetterSubject | null {
  const view = derived.contracts.get(id)
  if (view === undefined) return null
  const { contract, endsOn } = view
  const position = derived.positions.get(contract.positionId)
  const notice = contractNotice(view, derived)?.rule ?? null
  const terms = termsAt(contract, derived.index, derived.today)
  const share = mainShare(derived.sharesByPosition.get(contract.positionId) ?? [])
  const known: Known = {
    ...positionFields(derived, contract.positionId),
    ...(share === null ? {} : agreementFields(derived, share.agreement.agreement.id)),
    titulaire: personName(derived.index.persons.get(contract.personId)),
    contrat_type: CONTRACT_KIND_WORDS[contract.kind],
    contrat_debut: longDay(contract.startsOn),
    contrat_terme: longDay(endsOn),
    contrat_brut: money(terms.monthlyGrossCents),
    contrat_heures: LETTER_WORDS.hours(hours(terms.weeklyMinutes)),
    renouvellement_debut: longDay(endsOn === null ? null : addDays(endsOn, 1)),
    preavis_legal: longDay(notice?.legalOn ?? null),
    preavis_prudent: longDay(notice?.prudentOn ?? null),
    preavis_duree: notice === null ? null : lengthWords(notice),
    reponse_delai: days(derived.figures.value('notice.answer-days', derived.today)),
    textes: texts(notice === null ? basisOf('L1243-13-1', contract.startsOn) : notice.basis),
  }
  const name = positionName(position?.position)
  return subject(derived, position?.employerId ?? null, name, known, notice?.interview ?? false)
}

function ofInstalment(derived: Derived, id: Id): LetterSubject | null {
  const view = derived.instalments.get(id)
  if (view === undefined) return null
  const { instalment } = view
  const shares = derived.sharesByAgreement.get(instalment.agreementId) ?? []
  const positionId = instalment.positionId ?? (shares.length === 1 ? (shares[0]?.positionId ?? null) : null)
  const agreement = derived.index.agreements.get(instalment.agreementId)
  return subject(
    derived,
    agreement?.employerId ?? null,
    `${agreement?.reference ?? ''} ${instalment.label}`,
    {
      ...agreementFields(derived, instalment.agreementId),
      ...(positionId === null ? {} : positionFields(derived, positionId)),
      tranche: instalment.label,
      tranche_montant: money(instalment.amountCents),
      tranche_attendue: longDay(instalment.dueOn),
      tranche_demandee: longDay(instalment.claimedOn),
      tranche_recue: money(view.receivedCents),
      tranche_reste: money(view.outstandingCents),
      tranche_conditions: instalment.conditions,
      tranche_conditions_date: longDay(instalment.conditionsMetOn),
      jours_retard: days(view.daysLate),
    },
  )
}

function ofPosition(derived: Derived, id: Id): LetterSubject | null {
  const view = derived.positions.get(id)
  if (view === undefined) return null
  const shares = derived.sharesByPosition.get(id) ?? []
  const main = mainShare(shares)
  return subject(derived, view.employerId, positionName(view.position), {
    ...(main === null ? {} : agreementFields(derived, main.agreement.agreement.id)),
    ...positionFields(derived, id),
    ...(main === null ? {} : amountFields(sumAid([main.amounts]))),
    rendu_le: longDay(view.position.returnedOn),
    rendu_motif:
      view.position.returnMotive === null
        ? null
        : RETURN_MOTIVE_WORDS[view.position.returnMotive].toLowerCase(),
    dernier_jour: longDay(view.lastDayOccupied),
    vacant_depuis: longDay(view.vacantSince),
    limite_remplacement: longDay(vacancyLimitOf(view, derived)?.limitOn ?? null),
  })
}

function ofAgreement(
  derived: Derived,
  id: Id,
  costOf: (agreementId: Id) => Cents | null,
): LetterSubject | null {
  const agreement = derived.index.agreements.get(id)
  if (agreement === undefined) return null
  return subject(derived, agreement.employerId, agreement.reference, {
    ...agreementFields(derived, id),
    cout: money(costOf(id)),
  })
}

function subject(
  derived: Derived,
  employerId: Id | null,
  name: string,
  known: Known,
  interview = false,
): LetterSubject {
  const employer = employerId === null ? null : (derived.index.employers.get(employerId) ?? null)
  const all: Known = { date: frLongDay(derived.today), ...employerFields(employer), ...known }
  const values = Object.fromEntries(
    Object.entries(LETTER_FIELDS).map(([field, label]) => [
      field,
      all[field as LetterField] || LETTER_WORDS.toFill(label),
    ]),
  ) as Record<LetterField, string>
  const conditions = new Set<LetterCondition>([employer?.sector ?? 'private'])
  if (interview) conditions.add('interview')
  const missing = new Set((Object.keys(LETTER_FIELDS) as LetterField[]).filter((field) => !all[field]))
  return { values, missing, employer, conditions, name }
}

function employerFields(employer: Employer | null): Known {
  if (employer === null) return {}
  const place = [employer.postcode, employer.communeName].filter((part) => part !== null).join(' ')
  const address = [employer.address, place].filter((part) => part !== null && part !== '').join(', ')
  const contact = [employer.contactName, employer.phone, employer.email].filter((part) => part !== null)
  return {
    lieu: employer.communeName,
    structure: employer.name,
    structure_adresse: address,
    structure_siret: employer.siret ?? employer.ridet,
    signataire: employer.contactName,
    contact: contact.join(', '),
  }
}

function positionFields(derived: Derived, id: Id): Known {
  const position = derived.index.positions.get(id)
  return { poste: positionName(position), poste_id: position?.stateId ?? null }
}

function agreementFields(derived: Derived, id: Id): Known {
  const view = derived.agreements.get(id)
  if (view === undefined) return {}
  const { agreement } = view
  const posts = (derived.sharesByAgreement.get(id) ?? []).flatMap((share) =>
    share.positionId === null ? [] : positionName(derived.index.positions.get(share.positionId)),
  )
  return {
    convention: agreement.reference,
    financeur: agreement.funder,
    dossier_ds: agreement.dsNumber,
    engagement_juridique: agreement.ejNumber,
    convention_debut: longDay(agreement.startsOn),
    convention_fin: longDay(view.endsOn),
    postes: posts.join(', '),
    ...amountFields(aidOfAgreement(derived, id)),
  }
}

function amountFields(aid: AidAmounts): Known {
  return {
    notifie: money(aid.notifiedCents),
    acquis: money(aid.earnedCents),
    recu: money(aid.receivedCents),
    reste: money(aid.outstandingCents),
    trop_percu: money(aid.overpaidCents),
  }
}

function longDay(day: Day | null): string | null {
  return day === null ? null : frLongDay(day)
}

function money(amount: Cents | null): string | null {
  return amount === null ? null : frEuros(cents(amount))
}

/** "35 h", "31 h 30". */
function hours(minutes: number): string {
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}\u00a0h${rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`}`
}

function lengthWords(notice: { readonly months?: number; readonly days?: number }): string {
  if (notice.months !== undefined) return LETTER_WORDS.months(frInteger(notice.months))
  return days(notice.days ?? 0)
}

function days(count: number): string {
  return LETTER_WORDS.days(frInteger(count), count > 1)
}

function texts(basis: readonly Basis[]): string {
  return [...new Set(basis.map((b) => b.text))].join(', ')
}
