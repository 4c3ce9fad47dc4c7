/** The keyboard of the grid, in read mode. Answers whether the key was for the grid; Tab is not: it leaves. */
import { frDay } from '#shared/text/format.ts'
import { isSingle, type Move } from '../model/selection.ts'
import { ARROWS } from './arrows.ts'
import type { GridController } from './controller.ts'
import { fillDown } from './fill.ts'

export interface KeyHost {
  readonly openMenu: () => void
  readonly openColumnMenu: () => void
  readonly pasteAsRows: () => void
}

export function handleKey<R>(
  controller: GridController<R>,
  event: React.KeyboardEvent,
  host: KeyHost,
): boolean {
  const { key, shiftKey: shift } = event
  const control = event.ctrlKey || event.metaKey
  if (event.altKey) {
    if (key !== 'ArrowDown') return false
    host.openColumnMenu()
    return true
  }
  const arrow = ARROWS[key]
  if (arrow !== undefined) {
    const [lines, columns] = arrow
    const line = controller.activeLine()
    if (!control && !shift && columns !== 0 && line?.kind === 'group' && line.isCollapsed === columns > 0)
      return controller.sight.toggleLine(line)
    controller.move(control ? { by: 'edge', lines, columns } : { by: 'step', lines, columns }, shift)
    return true
  }
  const jump = jumpOf(key, control, controller.sight.pageSize())
  if (jump !== null) {
    controller.move(jump, shift)
    return true
  }
  return control ? controlKey(controller, key, shift, host) : plainKey(controller, event, host)
}

function jumpOf(key: string, control: boolean, page: number): Move | null {
  switch (key) {
    case 'Home':
      return { by: control ? 'start' : 'start-of-line' }
    case 'End':
      return { by: control ? 'end' : 'end-of-line' }
    case 'PageUp':
      return { by: 'step', lines: -page, columns: 0 }
    case 'PageDown':
      return { by: 'step', lines: page, columns: 0 }
    default:
      return null
  }
}

function controlKey<R>(controller: GridController<R>, key: string, shift: boolean, host: KeyHost): boolean {
  switch (key.toLowerCase()) {
    case 'a':
      controller.selectAll()
      return true
    case ' ':
      controller.selectWhole('column')
      return true
    case 'd':
      void fillDown(controller)
      return true
    case ';':
      controller.beginEdit({ text: frDay(controller.sight.today) })
      return true
    case 'v':
      // The paste itself comes next, from the browser: no permission to read the clipboard is needed.
      if (shift) host.pasteAsRows()
      return false
    default:
      return false
  }
}

function plainKey<R>(controller: GridController<R>, event: React.KeyboardEvent, host: KeyHost): boolean {
  const { key, shiftKey: shift } = event
  const line = controller.activeLine()
  switch (key) {
    case 'F2':
      controller.beginEdit()
      return true
    case 'F8':
      controller.nextProblem(shift)
      return true
    case 'F10':
      if (!shift) return false
      host.openMenu()
      return true
    case 'ContextMenu':
      host.openMenu()
      return true
    case 'Delete':
    case 'Backspace':
      void controller.clear()
      return true
    case 'Escape': {
      const selection = controller.selection.get()
      if (isSingle(selection)) return controller.dropRefused()
      controller.selectCell(selection.active)
      return true
    }
    case 'Enter':
      if (line?.kind === 'group') return controller.sight.toggleLine(line)
      if (line?.kind === 'row' && controller.activeColumn()?.opens && controller.sight.onOpen !== undefined)
        controller.sight.onOpen(line.row)
      else controller.step(shift ? -1 : 1, 0)
      return true
    case ' ': {
      if (shift) {
        controller.selectWhole('line')
        return true
      }
      const column = controller.activeColumn()
      if (line !== undefined && controller.sight.toggleLine(line)) return true
      if (line?.kind !== 'row' || column?.type !== 'flag') return true
      const value = column.value(line.row) === true
      const cell = { rowId: line.id, row: line.row, column, text: value ? 'non' : 'oui' }
      void controller.writeMany([cell], column.title)
      return true
    }
    case 'Dead':
      controller.beginEdit({ text: '' })
      return false
    default:
      if (key.length !== 1) return false
      controller.beginEdit({ text: key })
      return true
  }
}
