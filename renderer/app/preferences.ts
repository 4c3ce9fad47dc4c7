export * from '../data/preferences.ts'
