/** One page of text as a PDF, the same bytes for the same words: what an invented file of the demonstration opens as. */

/** Windows-1252, the encoding named in the file: Latin-1, and the apostrophe French uses. */
function encoded(text: string): string {
  return text.replaceAll('’', '\x92').replace(/[\\()]/g, '\\$&')
}

export function onePagePdf(title: string, lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `(${encoded(line)}) '`).join('\n')
  const content = `BT /F1 18 Tf 60 760 Td (${encoded(title)}) Tj /F1 11 Tf 18 TL T*\n${body}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let file = '%PDF-1.4\n'
  const starts = objects.map((object, at) => {
    const start = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.lastIndexOf('xref\n0')}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
