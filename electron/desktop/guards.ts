/** Deny by default: what the page may not do, whatever it asks, and the one exception of each rule with its reason. */

import type { ElectronPort, Session, WebContents } from './electron-port.ts'
import { allowedLink } from './links.ts'
import { PAGE_ORIGIN } from './page-protocol.ts'

/** Copying cells writes to the clipboard. Reading it is not needed: a paste event carries its data. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

const WEBRTC_POLICY = 'disable_non_proxied_udp'

/** Chromium's own errands (updates of its parts, spelling dictionaries, reports) and any name resolution are off. */
export function silenceNetwork(electron: ElectronPort): void {
  const { commandLine } = electron.app
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // WebRTC knows no content policy: no datagram without a proxy, and the one proxy there is (guardSession) leads nowhere.
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', WEBRTC_POLICY)
}

export async function guardSession(session: Session): Promise<void> {
  // Port 9 ("discard") of this machine, also for 127.0.0.1: the page's own scheme needs no network at all.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'socks5://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(ALLOWED_PERMISSIONS.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return ALLOWED_PERMISSIONS.has(permission) && sameOrigin(origin)
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // The spelling dictionaries of Chromium are downloaded.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url) }))
  // Every file goes through the native dialog of the desk; the page starts no download of its own.
  session.on('will-download', (event) => event.preventDefault())
}

/** For every web contents there will ever be, not only our window's. */
export function guardContents(electron: ElectronPort, contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openLink(electron, url)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy(WEBRTC_POLICY)
  contents.on('will-frame-navigate', (event) => {
    if (isPage(event.url)) return
    event.preventDefault()
    if (event.isMainFrame) openLink(electron, event.url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

function openLink(electron: ElectronPort, url: string): void {
  const link = allowedLink(url)
  if (link !== null) void electron.shell.openExternal(link)
}

function isPage(url: string): boolean {
  return url.startsWith(`${PAGE_ORIGIN}/`)
}

/** `data:` and `blob:` never leave the page; `devtools:` exists only in a checkout, where the tools are not switched off. */
function isOwnRequest(url: string): boolean {
  return isPage(url) || /^(data|blob|devtools):/.test(url)
}

function sameOrigin(origin: string): boolean {
  return origin === PAGE_ORIGIN || origin === `${PAGE_ORIGIN}/`
}
