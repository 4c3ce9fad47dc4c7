/** The drawing's fixed width, where its axis starts, and how wide words are on it. */
export const WIDTH = 880
export const LEFT = 72

/** Mean width of a character at the drawing's 11 px, generous so that words never touch the edge. */
const CHAR = 5.9

export function textWidth(text: string): number {
  return text.length * CHAR
}
