/** Head of a plain table: a name over each column, numbers at the right; a column of buttons has a name only for who cannot see it. */
import type { ReactNode } from 'react'

type Head = string | { readonly name: string; readonly as: 'number' | 'unseen' }

export const num = (name: string): Head => ({ name, as: 'number' })
export const unseen = (name: string): Head => ({ name, as: 'unseen' })

export function TableHead({ columns }: { readonly columns: readonly Head[] }) {
  return (
    <thead>
      <tr>{columns.map(headCell)}</tr>
    </thead>
  )
}

function headCell(column: Head): ReactNode {
  const { name, as } = typeof column === 'string' ? { name: column, as: 'text' } : column
  return (
    <th key={name} scope="col" className={as === 'number' ? 'num' : undefined}>
      {as === 'unseen' ? <span className="vh">{name}</span> : name}
    </th>
  )
}
