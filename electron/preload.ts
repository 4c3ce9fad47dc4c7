/** What the page gets of Electron: two functions, one per need. Built as CommonJS, since a sandboxed preload takes nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import { IPC_CALL, IPC_EVENT, type JalonBridge } from '#shared/api/bridge.ts'

const bridge: JalonBridge = {
  call: (channel, input) => ipcRenderer.invoke(IPC_CALL, channel, input),
  subscribe(listener) {
    // The event object carries `sender`, hence ipcRenderer: only the message goes to the page.
    const heard = (_event: unknown, message: unknown) => listener(message)
    ipcRenderer.on(IPC_EVENT, heard)
    return () => {
      ipcRenderer.off(IPC_EVENT, heard)
    }
  },
  upload: null,
}

contextBridge.exposeInMainWorld('jalon', bridge)
