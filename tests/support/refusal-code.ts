/** The code of the refusal an act meets; 'accepted' where it goes through. Anything else thrown is a defect, and stays one. */
import { Refusal } from '../../electron/refusal.ts'

export function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return refusalCode(error)
  }
  return 'accepted'
}

export async function codeOfAsync(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    return refusalCode(error)
  }
  return 'accepted'
}

function refusalCode(error: unknown): string {
  if (error instanceof Refusal) return error.error.code
  throw error
}
