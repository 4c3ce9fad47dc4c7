/** The form of one object, new or existing. What it writes is one action, one step of undo. */
import type { EntityName, Id } from '#shared/domain/facts.ts'
import { findingSentence } from '#shared/text/rules/findings.ts'
import type { DialogProps, PresetValue } from '../../app/open-dialog.ts'
import { act, useRead } from '../../data/queries.ts'
import { EmptyState, Note, RefusalNote } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { DialogFrame } from '../../ui/dialogs/dialog.tsx'
import { ContractFindings } from './contract/contract-findings.tsx'
import { FormFields } from './form-fields.tsx'
import { changedValues, filledValues, firstValues, validate } from './form-model.ts'
import { allFields, type FormSpec, type Values } from './specs/form-spec.ts'
import { FORM_SPECS } from './specs/specs.ts'
import { FORM_WORDS as W } from './text.ts'
import { useForm } from './use-form.ts'

export function EntityDialog({ entity, id, preset, focusOn, close }: DialogProps<'entity'>) {
  const spec = FORM_SPECS[entity]
  const row = useRead(
    'read.entity',
    { entity, id: id ?? 1 },
    { enabled: id !== null, keep: false, fresh: true },
  )
  if (spec === undefined) return null
  if (id !== null && row.data === undefined) return null
  if (id !== null && row.data === null) {
    return (
      <DialogFrame title={spec.editTitle} onClose={close} width={spec.width}>
        <EmptyState title={W.gone} />
      </DialogFrame>
    )
  }
  return (
    <EntityForm
      key={`${entity}-${id ?? 'new'}`}
      spec={spec}
      id={id}
      row={id === null ? null : (row.data as unknown as Readonly<Record<string, PresetValue>>)}
      preset={preset ?? {}}
      focusOn={focusOn}
      close={close}
    />
  )
}

function EntityForm(props: {
  readonly spec: FormSpec
  readonly id: Id | null
  readonly row: Readonly<Record<string, PresetValue>> | null
  readonly preset: Values
  readonly focusOn: string | undefined
  readonly close: () => void
}) {
  const { spec, id, close } = props
  const first = firstValues(spec, props.row, props.preset)
  const form = useForm(spec.entity, first)
  const before = firstValues(spec, props.row, {})

  const save = async () => {
    const values = id === null ? filledValues(form.values) : changedValues(before, form.values)
    if (id !== null && Object.keys(values).length === 0 && form.check()) return close()
    const written = await form.send(() =>
      act('write.save', { entity: spec.entity, id, values }, { quiet: true }),
    )
    if (written !== null) close()
  }

  return (
    <DialogFrame
      title={id === null ? spec.createTitle : spec.editTitle}
      onClose={close}
      width={spec.width}
      hint={W.undoable}
      primary={{
        label: id === null ? spec.createAction : spec.editAction,
        onPress: () => void save(),
        isDisabled: form.busy,
      }}
      actions={id === null ? undefined : <DeleteButton entity={spec.entity} id={id} close={close} />}
    >
      {spec.sections.map((section, index) => (
        <section key={section.title ?? index} className="form-section">
          {section.title !== undefined && <h3>{section.title}</h3>}
          <FormFields
            entity={spec.entity}
            fields={section.fields}
            values={form.values}
            errors={form.errors}
            onChange={form.set}
            onLeave={form.leave}
            locked={lockedFields(spec, props.preset)}
            focusFirst={index === 0}
            focusOn={props.focusOn}
          />
        </section>
      ))}
      {spec.entity === 'contract' ? (
        <ContractFindings
          id={id}
          positionId={form.values.positionId as Id | null}
          personId={form.values.personId as Id | null}
          values={form.values}
        />
      ) : (
        <Warnings entity={spec.entity} id={id} values={form.values} before={before} />
      )}
      {form.general !== null && <RefusalNote>{form.general}</RefusalNote>}
    </DialogFrame>
  )
}

/** What the write would only warn of, said before it. */
function Warnings(props: {
  readonly entity: EntityName
  readonly id: Id | null
  readonly values: Values
  readonly before: Values
}) {
  const { entity, id } = props
  const ready = Object.keys(validate(entity, props.values)).length === 0
  const values = id === null ? filledValues(props.values) : changedValues(props.before, props.values)
  const read = useRead(
    'read.check',
    { entity, id, values },
    { enabled: ready && Object.keys(values).length > 0, keep: false },
  )
  return (read.data?.warnings ?? []).map((finding) => (
    <Note key={`${finding.code}-${finding.field}`} tone="warn">
      {findingSentence(finding)}
    </Note>
  ))
}

/** What the opener already knows (this post, this contract) is shown but not asked again. */
function lockedFields(spec: FormSpec, preset: Values): ReadonlySet<string> {
  return new Set(
    allFields(spec)
      .filter(
        (field) =>
          field.input.as === 'ref' && preset[field.name] !== undefined && preset[field.name] !== null,
      )
      .map((field) => field.name),
  )
}

function DeleteButton(props: { readonly entity: EntityName; readonly id: Id; readonly close: () => void }) {
  return (
    <Button
      onPress={async () => {
        const answer = await act('write.delete', { entity: props.entity, ids: [props.id] })
        if (answer.ok) props.close()
      }}
    >
      {W.delete}
    </Button>
  )
}
