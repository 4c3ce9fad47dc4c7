/** "association · SIRET 000 000 018 00010": what identifies a structure beside its name. */
import type { Employer } from '#shared/domain/facts.ts'
import { LEGAL_FORM_WORDS } from '#shared/text/words.ts'

export function frSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u202f$2\u202f$3\u202f$4')
}

export function employerLine(employer: Employer): string {
  const form = LEGAL_FORM_WORDS[employer.legalForm]
  const word = /^[A-Z]{3,}/.test(form) ? form : form.toLowerCase()
  const id =
    employer.siret !== null
      ? `SIRET ${frSiret(employer.siret)}`
      : employer.ridet === null
        ? null
        : `RIDET ${employer.ridet}`
  return id === null ? word : `${word} · ${id}`
}
