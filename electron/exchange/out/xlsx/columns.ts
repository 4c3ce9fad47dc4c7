/** Addresses of a sheet as a formula writes them: A1, AB12. Columns count from 0, rows from 1 as on the screen. */

export function columnLetters(index: number): string {
  let letters = ''
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return letters
}

export function address(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}
