/** How a calculator is described to a screen: its fields, its results, and the kinds both are shown by. */

export type CalcFieldKind =
  | 'day'
  /** A day, or "still" / "without term". */
  | 'day-or-none'
  | 'int'
  | 'cents'
  | 'yes-no'
  | 'choice'
  | 'text'
  | 'month-day'
  /** List of open weekdays, 1 = Monday. */
  | 'weekdays'
  /** List of {startsOn, endsOn}. */
  | 'periods'
  /** List of {startsOn, endsOn, kind?}. */
  | 'periods-with-kind'
  /** List of {from, to}, `to` empty: still. */
  | 'occupations'
  /** List of amounts, one per convention year. */
  | 'cents-list'

export interface CalcChoice {
  readonly value: string
  readonly label: string
}

export interface CalcField {
  readonly name: string
  readonly label: string
  readonly kind: CalcFieldKind
  readonly optional?: boolean
  readonly choices?: readonly CalcChoice[]
  /** Shown only where the other field has one of these values. */
  readonly onlyWhen?: { readonly field: string; readonly is: readonly string[] }
}

export type CalcResultKind =
  | 'day'
  | 'days'
  | 'int'
  | 'cents'
  | 'yes-no'
  | 'text'
  | 'refusals'
  | 'reason'
  | 'cents-list'
  | 'accrual-years'
  | 'scheme-years'

export interface CalcResult {
  readonly name: string
  readonly label: string
  readonly kind: CalcResultKind
  /** Said where the value is null or absent; absent values without these words are not shown. */
  readonly none?: string
}

export interface CalculatorText {
  readonly name: string
  readonly label: string
  readonly description: string
  readonly group: 'dates' | 'private' | 'public' | 'money' | 'identifiers'
  readonly fields: readonly CalcField[]
  readonly results: readonly CalcResult[]
  /** An input that works: what the form opens with. */
  readonly example: Readonly<Record<string, unknown>>
}
