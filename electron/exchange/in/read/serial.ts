/**
 * Excel's day numbers. Day 1 is 1 January 1900, a 29 February 1900 that never was is counted (number 60), and the number 0,
 * shown "1900-01-00", is an empty date of a formula: it is no day. Hours are left out.
 */
import { addDays, type Day, day, daysBetween } from '#shared/domain/day.ts'
import type { RawCell } from './source.ts'

const EPOCH_1900 = day('1899-12-30')
const EPOCH_1904 = day('1904-01-01')
const LAST = day('9999-12-31')

export function dayOfSerial(serial: number, date1904 = false): Day | null {
  const whole = Math.floor(serial)
  const epoch = date1904 ? EPOCH_1904 : EPOCH_1900
  // Not a number, infinite or beyond the last day: no day.
  if (!(whole <= daysBetween(epoch, LAST))) return null
  if (date1904) return whole < 0 ? null : addDays(epoch, whole)
  if (whole < 1) return null
  return addDays(epoch, whole < 60 ? whole + 1 : whole)
}

export function serialToDay(serial: number, date1904: boolean): RawCell {
  const found = dayOfSerial(serial, date1904)
  if (found !== null) {
    const text = `${found.slice(8, 10)}/${found.slice(5, 7)}/${found.slice(0, 4)}`
    return { kind: 'day', text, day: found }
  }
  if (serial >= 0 && serial < 1) return { kind: 'text', text: '1900-01-00' }
  return { kind: 'number', text: String(serial), number: serial }
}
