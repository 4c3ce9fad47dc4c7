/** Opens a page in the person's own browser. */
import { spawn } from 'node:child_process'
import type { Entrance } from './entrance.ts'

/** Takes an entrance and no address: what is given to the opener is read by every account of the machine. */
export function openInBrowser(entrance: Entrance, platform: string = process.platform): void {
  const [command, ...args] = opener(platform)
  const child = spawn(command, [...args, entrance.address], { detached: true, stdio: 'ignore' })
  // Nothing installed to open it with: the address is printed anyway.
  child.on('error', () => {})
  child.unref()
}

export function hasDisplay(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

function opener(platform: string): readonly [string, ...string[]] {
  // `start` takes its first quoted argument for a window title; rundll32 takes the address as it is.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (platform === 'darwin') return ['open']
  return ['xdg-open']
}
