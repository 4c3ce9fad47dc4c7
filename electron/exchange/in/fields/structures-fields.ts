/** Columns of the public list of structures (data.gouv.fr). */
import { FIELD_LABELS } from '#shared/text/fields.ts'
import { SECTOR_WORDS } from '#shared/text/words.ts'
import type { Field } from '../columns/field.ts'
import { field } from './build-field.ts'

const E = FIELD_LABELS.employer

export const STRUCTURES_FIELDS: readonly Field[] = [
  field('employer.name', E.name, 'Raison sociale|Nom de la structure|Structure'),
  field('employer.communeName', E.communeName, 'Commune INSEE|Commune'),
  field(
    'positions.count',
    'Nombre de postes',
    'Nombre de conseillers validés par le COSELEC|Nombre de conseillers validés|Nombre de postes',
  ),
  field(
    'positions.grantedOn',
    FIELD_LABELS.position.grantedOn,
    'Date de validation en comité de sélection|Date de validation|Date COSELEC',
  ),
  field('employer.sector', E.sector, 'Type|Type de structure', { words: SECTOR_WORDS }),
  field('employer.siret', E.siret, 'SIRET|N° SIRET|Numéro SIRET'),
  field('employer.departmentCode', E.departmentCode, 'Code département|Code dept'),
  field('employer.address', E.address, 'Adresse'),
  field('employer.communeCode', E.communeCode, 'Code commune INSEE|Code INSEE'),
  field('employer.postcode', E.postcode, 'Code postal|CP'),
  field(
    'list.estimate',
    'Investissement estimatif de l’État (en note)',
    'Investissement financier estimatif total de l’Etat|Investissement financier estimatif total',
    { cents: true },
  ),
  field('employer.inFrr', E.inFrr, 'ZRR|FRR'),
  field('employer.inQpv', E.inQpv, 'QPV'),
  field('employer.franceServices', E.franceServices, 'France services'),
  field('list.departmentName', 'Nom du département (non repris)', 'Département'),
  field('list.regionName', 'Nom de la région (non repris)', 'Région'),
]
