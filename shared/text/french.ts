/** Typography of French sentences written plainly in the source: no-break space before : ; ? ! » and after «. */
export function french(text: string): string {
  return text
    .replace(/ ([:;?!»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/'/g, '’')
}
