/** Words of the reports, whatever the format: workbook, CSV, PDF and screen say the same ones. */

export const CHECK_WORDS = { right: 'juste', wrong: 'à vérifier' } as const

export const PAGE_OF = (page: string | number, pages: string | number): string => `Page ${page} sur ${pages}`

export const SITUATION_ON = (day: string): string => `situation au ${day}`
