/** What electron-builder reads; decided in electron/launch/packaging.ts. */
export { packaging as default } from './electron/launch/packaging.ts'
