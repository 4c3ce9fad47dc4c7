/** How many days before each kind of deadline is recalled. */
import { DEADLINE_KINDS, type DeadlineKind } from '#shared/rules/engine/deadlines/kinds.ts'
import { NATURE_WORDS } from '#shared/text/words.ts'
import { act, useFileStatus, useRead } from '../../data/queries.ts'
import { Reading } from '../../ui/blocks.tsx'
import { Button } from '../../ui/button.tsx'
import { TypedField } from '../../ui/fields/field.tsx'
import {
  ALL_KINDS,
  changedKinds,
  LEAD_SETTING,
  parseLeadDays,
  showLeadDays,
  withLeadDays,
} from './lead-days.ts'
import { SETTINGS_WORDS } from './text.ts'

const W = SETTINGS_WORDS.reminders

export function ReminderSettings() {
  const read = useRead('read.settings', {})
  const writable = !(useFileStatus()?.readOnly ?? true)
  return (
    <>
      <p className="mut">{W.intro}</p>
      <Reading read={read}>
        {(settings) => {
          const setting = settings.find((each) => each.key === LEAD_SETTING)?.value
          return <Table setting={setting} writable={writable} />
        }}
      </Reading>
    </>
  )
}

function Table({ setting, writable }: { readonly setting: string | undefined; readonly writable: boolean }) {
  const changed = changedKinds(setting)
  const save = (kind: DeadlineKind, days: readonly number[]) =>
    void act('write.setting', { key: LEAD_SETTING, value: withLeadDays(setting, kind, days) })
  return (
    <table className="plain set-table">
      <thead>
        <tr>
          <th scope="col">{W.kind}</th>
          <th scope="col">{W.nature}</th>
          <th scope="col">{W.days}</th>
        </tr>
      </thead>
      <tbody>
        {ALL_KINDS.map((kind) => {
          const usual = DEADLINE_KINDS[kind].leadDays
          const own = changed[kind]
          return (
            <tr key={kind}>
              <th scope="row">{W.kinds[kind]}</th>
              <td>{NATURE_WORDS[DEADLINE_KINDS[kind].nature]}</td>
              <td>
                <div className="set-days">
                  <TypedField
                    hideLabel
                    label={W.daysOf(W.kinds[kind])}
                    value={own ?? usual}
                    onChange={(days) => days !== null && save(kind, days)}
                    parse={parseLeadDays}
                    show={showLeadDays}
                    invalid={W.invalid}
                    isDisabled={!writable}
                  />
                  {own !== undefined && (
                    <>
                      <span className="sm dim">{W.usual(showLeadDays(usual))}</span>
                      <Button
                        variant="link"
                        isDisabled={!writable}
                        label={W.resetOf(W.kinds[kind])}
                        onPress={() => save(kind, usual)}
                      >
                        {W.reset}
                      </Button>
                    </>
                  )}
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
