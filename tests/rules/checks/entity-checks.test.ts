import { describe, expect, it } from 'vitest'
import { BLANK } from '#shared/domain/blank-rows.ts'
import { day } from '#shared/domain/day.ts'
import type { Employer } from '#shared/domain/facts.ts'
import { checkEntity } from '#shared/rules/checks/entity-checks.ts'
import { FactsBuilder } from '../../support/facts-builder.ts'

const employer = (given: Partial<Employer>): Employer => ({
  ...BLANK.employer,
  id: 0,
  name: 'Commune d’Essai',
  sector: 'public',
  legalForm: 'commune',
  chart: 'm57',
  siret: '21010053300012',
  ...given,
})
const codes = (given: Partial<Employer>) =>
  checkEntity('employer', employer(given), new FactsBuilder().facts()).map((finding) => finding.code)

describe('an employer entered by hand', () => {
  it('is told of a commune or a department that does not exist, and kept', () => {
    expect(codes({ communeCode: '99999' })).toEqual(['employer.commune-unknown'])
    expect(codes({ departmentCode: '20' })).toEqual(['employer.department-unknown'])
    expect(codes({ communeCode: '2A004', departmentCode: '2A' })).toEqual([])
    expect(codes({ communeCode: '01053', departmentCode: '974' })).toEqual([])
  })
})

describe('an address that no letter could reach', () => {
  it('is said, and kept: a structure or a person may be known by what an old file holds', () => {
    expect(codes({ email: 'voir le standard' })).toEqual(['email.unusual'])
    expect(codes({ email: 'mairie@valombre.example' })).toEqual([])
    const person = { ...BLANK.person, id: 0, firstName: 'Ada', lastName: 'Essai', email: 'ada@essai' }
    expect(checkEntity('person', person, new FactsBuilder().facts())).toMatchObject([
      { severity: 'warning', code: 'email.unusual', field: 'email' },
    ])
  })
})

describe('an amendment that moves the end of a contract', () => {
  const codesOf = (kind: 'CDD' | 'CDI', newEndsOn: string | null) => {
    const facts = new FactsBuilder()
    const contractId = facts.contract(
      facts.position(facts.employer()),
      '2026-01-05',
      kind === 'CDI' ? null : '2026-12-31',
    )
    const amendment = {
      ...BLANK.contractAmendment,
      id: 0,
      contractId,
      effectiveOn: day('2026-06-01'),
      newEndsOn: newEndsOn === null ? null : day(newEndsOn),
    }
    return checkEntity('contractAmendment', amendment, facts.facts()).map((finding) => finding.code)
  }

  it('never puts it before its start, nor gives a term to a contract without one', () => {
    expect(codesOf('CDD', '2027-06-30')).toEqual([])
    expect(codesOf('CDD', null)).toEqual([])
    expect(codesOf('CDD', '2025-12-31')).toEqual(['period.end-before-start'])
    expect(codesOf('CDI', '2027-06-30')).toEqual(['contract.permanent-with-end'])
  })
})
