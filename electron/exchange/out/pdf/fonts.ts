/** The typeface of printed reports, shipped in a package: the same page on every machine, all the signs we print. */
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve
const family = '@expo-google-fonts/source-sans-3'

export const FONTS = {
  regular: () => resolve(`${family}/400Regular/SourceSans3_400Regular.ttf`),
  bold: () => resolve(`${family}/600SemiBold/SourceSans3_600SemiBold.ttf`),
} as const
export type Weight = keyof typeof FONTS
