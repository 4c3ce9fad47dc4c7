/**
 * The fuses of the packaged program, flipped when it is built for release: what Electron itself can no longer be told to do,
 * even by whoever starts it with other arguments or another environment. Names are those of @electron/fuses.
 */
export const FUSES = {
  /** ELECTRON_RUN_AS_NODE would make Jalon run any script under its own name and rights. */
  RunAsNode: false,
  /** Cookies are not used on the desktop; on if they ever are. */
  EnableCookieEncryption: true,
  /** NODE_OPTIONS and its like would load foreign code before ours. */
  EnableNodeOptionsEnvironmentVariable: false,
  /** --inspect would open a debugger on the main process, hence on every dossier. */
  EnableNodeCliInspectArguments: false,
  /** A changed asar is refused (Windows and macOS; Electron does not check it on Linux). */
  EnableEmbeddedAsarIntegrityValidation: true,
  /** No folder beside the asar replaces it. */
  OnlyLoadAppFromAsar: true,
  /** A snapshot of its own is for programs that make one. */
  LoadBrowserProcessSpecificV8Snapshot: false,
  /** The page is served by its own scheme: `file:` has no privilege to keep. */
  GrantFileProtocolExtraPrivileges: false,
} as const
