/** A file handed over; below, one dropped on the welcome screen, that the import screen will read when it opens. Taken once. */
export interface HandedFile {
  readonly uploadId: string
  readonly name: string
}

let waiting: HandedFile | null = null

export function handOver(file: HandedFile): void {
  waiting = file
}

export function takeHanded(): HandedFile | null {
  const file = waiting
  waiting = null
  return file
}
