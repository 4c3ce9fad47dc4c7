/** By what the file's objects are recognised in the dossier: automatic, or one key that alone decides. */
import type { ImportPlan, KeyChoice } from '#shared/api/import.ts'
import { keyLabel, RECOGNITION_WORDS } from '#shared/text/exchange/recognition.ts'
import { Select } from '../../ui/fields/choice.tsx'
import { withKey } from './plan-view.ts'
import { IMPORT_WORDS as W } from './text.ts'
import type { ImportState } from './use-import.ts'

const AUTOMATIC = ''

export function KeysChoice({ state, plan }: { readonly state: ImportState; readonly plan: ImportPlan }) {
  if (plan.keys.length === 0) return null
  return (
    <fieldset className="imp-keys sm">
      <legend>{W.recognisedBy}</legend>
      {plan.keys.map((choice) => (
        <Select
          key={choice.object}
          small
          label={RECOGNITION_WORDS[choice.object].plural}
          value={choice.chosen ?? AUTOMATIC}
          onChange={(key) =>
            state.remap(withKey(state.mapping, choice.object, key === AUTOMATIC ? null : key))
          }
          options={[
            { value: AUTOMATIC, label: automaticOf(choice) },
            ...choice.offered.map((key) => ({ value: key, label: keyLabel(choice.object, key) })),
          ]}
        />
      ))}
    </fieldset>
  )
}

function automaticOf({ object, offered }: KeyChoice): string {
  return W.automatic(offered.map((key) => keyLabel(object, key)))
}
