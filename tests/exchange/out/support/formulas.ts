/**
 * Recalculates every formula of a workbook from its cells, as a spreadsheet would, to compare with the values written in it.
 * Knows the few functions our reports use; anything else is an error, so that a new function is noticed.
 */
import type ExcelJS from 'exceljs'

type Value = number | string | boolean | null
type Range = readonly Value[]

export interface Difference {
  readonly cell: string
  readonly formula: string
  readonly written: Value
  readonly recalculated: Value
}

export function recalculate(workbook: ExcelJS.Workbook): {
  readonly formulas: number
  readonly differences: readonly Difference[]
} {
  const sheets = new Map(workbook.worksheets.map((sheet) => [sheet.name, sheet]))
  const done = new Map<string, Value>()
  const isSubtotal = (sheet: string, cell: string) =>
    formulaOf(sheets.get(sheet)?.getCell(cell))?.startsWith('SUBTOTAL') === true
  const read = (sheet: string, cell: string): Value => {
    const key = `${sheet}!${cell}`
    if (done.has(key)) return done.get(key) ?? null
    const target = sheets.get(sheet)
    if (target === undefined) throw new Error(`no sheet ${sheet}`)
    const source = target.getCell(cell)
    const formula = formulaOf(source)
    const value =
      formula === null ? plainOf(source.value) : new Parser(formula, sheet, read, isSubtotal).run()
    done.set(key, value)
    return value
  }
  const differences: Difference[] = []
  let formulas = 0
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const formula = formulaOf(cell)
        if (formula === null) return
        formulas += 1
        const recalculated = read(sheet.name, cell.address)
        // The library forgets a zero when it reads; that every formula has its value is asserted on the file itself.
        const written = plainOf((cell.value as ExcelJS.CellFormulaValue).result ?? 0)
        if (!same(written, recalculated))
          differences.push({ cell: `${sheet.name}!${cell.address}`, formula, written, recalculated })
      }),
    )
  }
  return { formulas, differences }
}

function same(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-6 : a === b
}

function formulaOf(cell: ExcelJS.Cell | undefined): string | null {
  const value = cell?.value
  return value !== null && typeof value === 'object' && 'formula' in value ? (value.formula ?? null) : null
}

function plainOf(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569
  throw new Error(`unexpected value ${JSON.stringify(value)}`)
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Za-z(])|([A-Z]+)\(|(<=|>=|<>|[=<>+\-*/(),&%]))/y

class Parser {
  readonly #text: string
  readonly #sheet: string
  readonly #read: (sheet: string, cell: string) => Value
  readonly #isSubtotal: (sheet: string, cell: string) => boolean
  #tokens: { kind: 'number' | 'text' | 'ref' | 'call' | 'sign'; value: string }[] = []
  #at = 0

  constructor(
    text: string,
    sheet: string,
    read: (sheet: string, cell: string) => Value,
    isSubtotal: (sheet: string, cell: string) => boolean,
  ) {
    this.#text = text
    this.#sheet = sheet
    this.#read = read
    this.#isSubtotal = isSubtotal
    TOKEN.lastIndex = 0
    while (TOKEN.lastIndex < text.length) {
      const from = TOKEN.lastIndex
      const m = TOKEN.exec(text)
      if (m === null) throw new Error(`cannot read ${text} at ${from}`)
      const [, number, quoted, ref, call, sign] = m
      if (number !== undefined) this.#tokens.push({ kind: 'number', value: number })
      else if (quoted !== undefined) this.#tokens.push({ kind: 'text', value: quoted.replaceAll('""', '"') })
      else if (ref !== undefined) this.#tokens.push({ kind: 'ref', value: ref })
      else if (call !== undefined) this.#tokens.push({ kind: 'call', value: call })
      else this.#tokens.push({ kind: 'sign', value: sign ?? '' })
    }
  }

  run(): Value {
    const value = this.#compare()
    if (this.#at !== this.#tokens.length) throw new Error(`left over in ${this.#text}`)
    return value
  }

  #sign(...wanted: string[]): string | null {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'sign' || !wanted.includes(token.value)) return null
    this.#at += 1
    return token.value
  }

  #compare(): Value {
    let left = this.#sum()
    for (let op = this.#sign('=', '<>', '<=', '>=', '<', '>'); op !== null; op = this.#sign('=')) {
      left = compare(left, op, this.#sum())
    }
    return left
  }

  #sum(): Value {
    let left = this.#product()
    for (let op = this.#sign('+', '-'); op !== null; op = this.#sign('+', '-')) {
      const right = num(this.#product())
      left = op === '+' ? num(left) + right : num(left) - right
    }
    return left
  }

  #product(): Value {
    let left = this.#unary()
    for (let op = this.#sign('*', '/'); op !== null; op = this.#sign('*', '/')) {
      const right = num(this.#unary())
      left = op === '*' ? num(left) * right : num(left) / right
    }
    return left
  }

  #unary(): Value {
    if (this.#sign('-') !== null) return -num(this.#unary())
    return this.#atom()
  }

  #atom(): Value {
    const token = this.#tokens[this.#at]
    this.#at += 1
    if (token === undefined) throw new Error(`unfinished formula ${this.#text}`)
    if (token.kind === 'number') return Number(token.value)
    if (token.kind === 'text') return token.value
    if (token.kind === 'ref') return this.#cells(token.value)[0]?.value ?? null
    if (token.kind === 'call') return this.#call(token.value)
    if (token.value === '(') {
      const value = this.#compare()
      if (this.#sign(')') === null) throw new Error(`unclosed bracket in ${this.#text}`)
      return value
    }
    throw new Error(`unexpected ${token.value} in ${this.#text}`)
  }

  #call(name: string): Value {
    const args: { readonly value: Value; readonly ref: string | null }[] = []
    if (this.#sign(')') === null) {
      do {
        const token = this.#tokens[this.#at]
        const next = this.#tokens[this.#at + 1]
        const alone =
          token?.kind === 'ref' && next?.kind === 'sign' && (next.value === ',' || next.value === ')')
        if (alone) {
          this.#at += 1
          args.push({ value: null, ref: token.value })
        } else args.push({ value: this.#compare(), ref: null })
      } while (this.#sign(',') !== null)
      if (this.#sign(')') === null) throw new Error(`unclosed call in ${this.#text}`)
    }
    const list = (i: number): Range => {
      const arg = args[i]
      if (arg === undefined) return []
      return arg.ref === null ? [arg.value] : this.#cells(arg.ref).map((c) => c.value)
    }
    const one = (i: number): Value => list(i)[0] ?? null
    const numbers = (from: number) =>
      args.flatMap((_, i) => (i < from ? [] : list(i).filter((v): v is number => typeof v === 'number')))
    switch (name) {
      case 'SUM':
        return numbers(0).reduce((a, b) => a + b, 0)
      case 'MAX':
        return Math.max(...numbers(0))
      case 'MIN':
        return Math.min(...numbers(0))
      case 'ABS':
        return Math.abs(num(one(0)))
      case 'ROUND': {
        const scale = 10 ** num(one(1))
        const scaled = num(one(0)) * scale
        return (Math.sign(scaled) * Math.round(Math.abs(scaled) + 1e-9)) / scale
      }
      case 'IF':
        return one(0) === true ? one(1) : one(2)
      case 'FALSE':
        return false
      case 'AND':
        return args.every((_, i) => one(i) === true)
      case 'SUBTOTAL':
        if (one(0) !== 9) throw new Error('only SUBTOTAL(9)')
        return this.#cells(args[1]?.ref ?? '')
          .filter((c) => !this.#isSubtotal(c.sheet, c.cell))
          .reduce((sum, c) => sum + (typeof c.value === 'number' ? c.value : 0), 0)
      case 'COUNTIF':
        return list(0).filter((v) => meets(v, String(one(1)))).length
      case 'SUMIF': {
        const sums = list(2)
        return list(0).reduce<number>(
          (sum, v, i) => sum + (meets(v, String(one(1))) && typeof sums[i] === 'number' ? sums[i] : 0),
          0,
        )
      }
      case 'SUMIFS': {
        const pairs = (args.length - 1) / 2
        return list(0).reduce<number>((sum, v, i) => {
          const all = Array.from({ length: pairs }, (_, p) =>
            meets(list(1 + 2 * p)[i] ?? null, String(one(2 + 2 * p))),
          )
          return sum + (all.every(Boolean) && typeof v === 'number' ? v : 0)
        }, 0)
      }
      default:
        throw new Error(`unknown function ${name} in ${this.#text}`)
    }
  }

  #cells(ref: string): { readonly sheet: string; readonly cell: string; readonly value: Value }[] {
    const bang = ref.lastIndexOf('!')
    const sheet = bang < 0 ? this.#sheet : ref.slice(1, bang - 1).replaceAll("''", "'")
    const [from, to] = ref
      .slice(bang + 1)
      .replaceAll('$', '')
      .split(':')
    const a = split(from ?? '')
    const b = to === undefined ? a : split(to)
    const found: { sheet: string; cell: string; value: Value }[] = []
    for (let row = a.row; row <= b.row; row += 1)
      for (let column = a.column; column <= b.column; column += 1) {
        const cell = `${letters(column)}${row}`
        found.push({ sheet, cell, value: this.#read(sheet, cell) })
      }
    return found
  }
}

function split(cell: string): { readonly column: number; readonly row: number } {
  const m = /^([A-Z]+)(\d+)$/.exec(cell)
  if (m === null) throw new Error(`not a cell: ${cell}`)
  const column = [...(m[1] ?? '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
  return { column, row: Number(m[2]) }
}

function letters(column: number): string {
  let text = ''
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    text = String.fromCharCode(65 + ((n - 1) % 26)) + text
  return text
}

function num(value: Value): number {
  if (value === null) return 0
  if (typeof value !== 'number') throw new Error(`not a number: ${JSON.stringify(value)}`)
  return value
}

function compare(a: Value, op: string, b: Value): boolean {
  if (op === '=') return (a ?? 0) === (b ?? 0)
  if (op === '<>') return (a ?? 0) !== (b ?? 0)
  if (op === '<') return num(a) < num(b)
  if (op === '>') return num(a) > num(b)
  return op === '<=' ? num(a) <= num(b) : num(a) >= num(b)
}

function meets(value: Value, criterion: string): boolean {
  if (criterion === '<>') return value !== null && value !== ''
  if (criterion.startsWith('<>')) return value !== Number(criterion.slice(2))
  return value === criterion
}
