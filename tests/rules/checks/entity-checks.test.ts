import { describe, expect, it } from 'vitest'
import { BLANK } from '#shared/domain/blank-rows.ts'
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
