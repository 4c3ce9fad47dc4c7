/** Where a dossier holds several structures: which one the screens show, found by name, short name, commune or SIRET. */
import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components'
import type { EmployerRow } from '#shared/api/views/grid-rows.ts'
import type { Id } from '#shared/domain/facts.ts'
import { scope, useScope } from '../../data/preferences.ts'
import { useRead } from '../../data/queries.ts'
import { FR } from '../../text/fr.ts'
import { Button } from '../../ui/button.tsx'
import { type Option, Options } from '../../ui/fields/options.tsx'
import { Icon } from '../../ui/glyphs/icon.tsx'

const ALL = 0

function optionOf({ id, employer }: EmployerRow): Option<Id> {
  const { name, shortName, communeName, siret } = employer
  return {
    value: id,
    label: name,
    search: [name, shortName, communeName, siret].filter(Boolean).join(' '),
    ...(communeName === null || name.includes(communeName) ? {} : { detail: communeName }),
  }
}

/** The late counter ignores it, on purpose. */
export function ScopeChoice() {
  const chosen = useScope()
  const rows = useRead('read.grid', { grid: 'employers', employerId: null }).data?.employers ?? []
  const [isOpen, setOpen] = useState(false)
  if (rows.length < 2) return null
  const row = rows.find((each) => each.id === chosen)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button variant="bar" className="scope" tip={FR.scopeLabel}>
        <Icon name="employer" />
        <span className="vh">{FR.scopeLabel}</span>
        <b className="hide-sm">
          {row === undefined ? FR.allEmployers : (row.employer.shortName ?? row.employer.name)}
        </b>
        <Icon name="down" small />
      </Button>
      <Popover className="pop scope-pop" placement="bottom end">
        <Dialog aria-label={FR.scopeLabel}>
          <Choice rows={rows} chosen={row?.id ?? ALL} close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Choice(props: {
  readonly rows: readonly EmployerRow[]
  readonly chosen: Id
  readonly close: () => void
}) {
  const { contains } = useFilter({ sensitivity: 'base', ignorePunctuation: true })
  const options = useMemo(
    () => [{ value: ALL, label: FR.allEmployers }, ...props.rows.map(optionOf)],
    [props.rows],
  )
  return (
    <Autocomplete filter={contains}>
      <SearchField className="scope-search" aria-label={FR.scopeSearch} autoFocus>
        <Icon name="search" />
        <Input className="inp" placeholder={FR.scopeSearch} />
      </SearchField>
      <Options
        label={FR.scopeLabel}
        options={options}
        chosen={props.chosen}
        onChoose={(id) => {
          scope.set(id === ALL ? null : id)
          props.close()
        }}
      />
    </Autocomplete>
  )
}
