export * from '../ui/commands.ts'
