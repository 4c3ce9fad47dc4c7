/** Invented SIRETs with a right key: public ones begin with 2, private ones with 9. */
export const pub = (n: number) => siret(`2000000${String(n).padStart(6, '0')}`)
export const pri = (n: number) => siret(`9000000${String(n).padStart(6, '0')}`)

function siret(thirteen: string): string {
  for (let key = 0; key < 10; key++) {
    const digits = `${thirteen}${key}`
    let sum = 0
    for (let i = 0; i < 14; i++) {
      const doubled = Number(digits[i]) * (i % 2 === 0 ? 2 : 1)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    if (sum % 10 === 0) return digits
  }
  throw new Error('no key')
}
