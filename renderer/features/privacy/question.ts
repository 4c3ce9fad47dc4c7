/** What is asked once more before it is done. */
export interface Question {
  readonly title: string
  readonly message: string
  readonly action: string
  readonly run: () => Promise<void>
}
