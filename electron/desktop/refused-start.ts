/**
 * What the packaged program refuses to be started with: whoever may write its command line or its environment (a shortcut, a script of
 * the session) could otherwise look into the page, take its sandbox away or send its requests elsewhere. In a checkout all are allowed.
 */

/** Switches of Chromium, of Electron and of Node, without their dashes. */
export const REFUSED_SWITCHES = [
  // Somebody else drives or reads the page and the main process.
  ...[
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
    'remote-debugging-targets',
  ],
  ...['remote-allow-origins', 'enable-automation', 'auto-open-devtools-for-tabs'],
  ...['inspect', 'inspect-brk', 'inspect-brk-node', 'inspect-port', 'inspect-wait', 'inspect-publish-uid'],
  ...['debug', 'debug-brk', 'debug-port', 'headless', 'dump-dom', 'print-to-pdf', 'screenshot'],
  // Foreign code.
  ...[
    'js-flags',
    'load-extension',
    'disable-extensions-except',
    'require',
    'import',
    'loader',
    'experimental-loader',
  ],
  ...['renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'browser-subprocess-path'],
  ...[
    'enable-features',
    'disable-features',
    'enable-blink-features',
    'disable-blink-features',
    'force-fieldtrials',
  ],
  // The sandbox and the rules of the page.
  ...['no-sandbox', 'disable-sandbox', 'disable-setuid-sandbox', 'disable-namespace-sandbox', 'no-zygote'],
  ...['disable-seccomp-filter-sandbox', 'disable-gpu-sandbox', 'single-process', 'disable-web-security'],
  ...['disable-site-isolation-trials', 'allow-file-access-from-files', 'allow-running-insecure-content'],
  ...[
    'unsafely-treat-insecure-origin-as-secure',
    'ignore-certificate-errors',
    'ignore-certificate-errors-spki-list',
  ],
  // Where requests go, and what is written of them.
  ...['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'proxy-bypass-list'],
  ...['host-rules', 'host-resolver-rules', 'force-webrtc-ip-handling-policy'],
  ...['log-net-log', 'net-log', 'ssl-key-log-file', 'trace-startup', 'trace-startup-file'],
] as const

/**
 * Most are ignored by the fuses of the packaged program; said all the same, since somebody wanted them. Certificates and keys of TLS
 * (`NODE_EXTRA_CA_CERTS`, set on whole fleets) are let be: Jalon makes no such connection.
 */
export const REFUSED_VARIABLES = [
  'ELECTRON_RUN_AS_NODE',
  'NODE_OPTIONS',
  'NODE_REPL_EXTERNAL_MODULE',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'ELECTRON_NO_ASAR',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
] as const

/** The first thing refused; null: nothing is. What was given is looked at, not what Chromium holds: Electron adds switches of its own. */
export function refusedAtStart(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const given = new Set(args.map(switchName))
  const named = REFUSED_SWITCHES.find((name) => given.has(name))
  if (named !== undefined) return `--${named}`
  return REFUSED_VARIABLES.find((name) => env[name] !== undefined && env[name] !== '') ?? null
}

/** `--Name=value`, `-name` and, on Windows, `/name` are one switch. */
function switchName(arg: string): string {
  return (/^(?:--?|\/)([a-z][a-z-]*)(?:=|$)/i.exec(arg)?.[1] ?? '').toLowerCase()
}
