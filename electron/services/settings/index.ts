/** Settings, legal figures and the check of a change before it is written: read only, for the settings screen and the forms. */
import type { ChangeCheck, FiguresView, settingsChannels } from '#shared/api/channels/settings.ts'
import type { Output, Parsed } from '#shared/api/contract.ts'
import type { Setting } from '#shared/domain/facts.ts'
import { CHECK_FAILED } from '#shared/rules/checks/entity-checks.ts'
import { checkDraft } from '#shared/rules/engine/contracts/findings.ts'
import type { Finding } from '#shared/rules/explanation.ts'
import { figuresWith } from '#shared/rules/figures/figures.ts'
import { snapshotOf } from '../read/snapshot.ts'
import { Refusal, type Service, type ServiceContext } from '../service.ts'
import { planChange } from '../write/change.ts'

function readSettings({ dossier }: ServiceContext): readonly Setting[] {
  return dossier.readFacts().settings.map(({ key, value }) => ({ key, value }))
}

function readFigures({ dossier }: ServiceContext): FiguresView {
  const { ruleFigures } = dossier.readFacts()
  return { all: figuresWith(ruleFigures).all, own: ruleFigures }
}

/** The very plan of a write, thrown away: what a form warns of is what the write would say. */
function checkChange({ dossier }: ServiceContext, input: Parsed<'read.check'>): ChangeCheck {
  try {
    const { warnings } = dossier.read((db) =>
      planChange(db, dossier.readFacts(), input.entity, input.id, input.values),
    )
    return { refusals: [], warnings }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { details, field, code, message } = error.error
    return { refusals: details ?? [{ field: field ?? '', code, message }], warnings: [] }
  }
}

/** What is respected goes without saying in a form; the renewal assistant lists it. */
function checkContract(context: ServiceContext, input: Parsed<'read.contractCheck'>): readonly Finding[] {
  const { derived } = snapshotOf(context)
  const draft = { ...input, id: input.id ?? 0, personId: input.personId ?? 0 }
  const findings = derived.containment.attempt('position', input.positionId, () => checkDraft(draft, derived))
  return (findings ?? [CHECK_FAILED]).filter((finding) => finding.severity !== 'respected')
}

export const settingsServices: {
  readonly [C in keyof typeof settingsChannels]: Service<Parsed<C>, Output<C>>
} = {
  'read.settings': readSettings,
  'read.figures': readFigures,
  'read.contractCheck': checkContract,
  'read.check': checkChange,
}
