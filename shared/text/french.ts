/** Typography of French sentences written plainly in the source: no-break space before : ; ? ! » and after «. */
export function french(text: string): string {
  return text
    .replace(/ ([:;?!»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/'/g, '’')
}

/** The same for a whole catalogue: its strings, its lists, and what its functions answer. */
export function frenchAll<T>(catalogue: T): T {
  if (typeof catalogue === 'string') return french(catalogue) as T
  if (typeof catalogue === 'function') {
    const say = catalogue as unknown as (...values: unknown[]) => unknown
    return ((...values: unknown[]) => frenchAll(say(...values))) as T
  }
  if (Array.isArray(catalogue)) return catalogue.map((item) => frenchAll(item)) as T
  if (catalogue === null || typeof catalogue !== 'object') return catalogue
  return Object.fromEntries(Object.entries(catalogue).map(([key, value]) => [key, frenchAll(value)])) as T
}
