/** Opens an address in the person's own browser. False where there is no display, or nothing to open it with. */
import { spawn } from 'node:child_process'

export function openInBrowser(
  address: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string = process.platform,
): boolean {
  if (!hasDisplay(env, platform)) return false
  const [command, ...args] = opener(platform)
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' })
  // Nothing installed to open it with: the address is printed anyway.
  child.on('error', () => {})
  child.unref()
  return true
}

export function hasDisplay(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

function opener(platform: string): readonly [string, ...string[]] {
  // `start` takes its first quoted argument for a window title; rundll32 takes the address as it is, `&` included.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (platform === 'darwin') return ['open']
  return ['xdg-open']
}
