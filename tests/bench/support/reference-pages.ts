/**
 * What the grid is compared with, in the same browser on the same rows: a plain HTML table of every row, and a bare TanStack
 * Virtual list. Each sorts, filters on a keystroke and changes a cell in the shortest way that works; neither has selection,
 * groups, totals, derived states or accessibility.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface ReferencePages extends AsyncDisposable {
  readonly plain: string
  readonly virtual: string
}

const STYLE = `<style>
  body { margin: 0; font: 13px sans-serif }
  #box { height: 600px; overflow: auto; position: relative }
  .row, tr { height: 26px; white-space: nowrap }
  .row { position: absolute; display: flex; left: 0; top: 0 }
  .row > span, td { width: 90px; overflow: hidden }
</style>
<input id="filter"><button id="sort">Titulaire</button><button id="commit">✓</button><p id="count"></p>
<div id="box"></div>`

const COMMON = `
  const all = await (await fetch('/rows.json')).json()
  const words = all.map((row) => row.join(' ').toLowerCase())
  const box = document.getElementById('box'), count = document.getElementById('count')
  const collator = new Intl.Collator('fr', { numeric: true })
  const said = (n, wanted = '') => { count.textContent = n + ' postes ' + wanted }
  const on = (id, event, run) => document.getElementById(id).addEventListener(event, run)
  let order = all.map((_, i) => i), up = true
  const sorted = () => { order.sort((a, b) => collator.compare(all[a][2], all[b][2]) * (up ? 1 : -1)); up = !up }
`

const PLAIN = `<!doctype html><meta charset="utf-8">${STYLE}<script type="module">${COMMON}
  const escape = (text) => text.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))
  box.innerHTML = '<table><tbody>' + all.map((row) => '<tr>' + row.map((cell) => '<td>' + escape(cell) + '</td>').join('') + '</tr>').join('') + '</tbody></table>'
  const body = box.querySelector('tbody'), lines = [...body.children]
  said(all.length)
  on('filter', 'input', (e) => {
    const wanted = e.target.value.toLowerCase()
    let n = 0
    lines.forEach((line, i) => { const is = words[i].includes(wanted); line.hidden = !is; if (is) n += 1 })
    said(n, wanted)
  })
  on('sort', 'click', () => { sorted(); body.append(...order.map((i) => lines[i])) })
  on('commit', 'click', () => { body.children[0].children[1].textContent = 'Zed' })
</script>`

const VIRTUAL = `<!doctype html><meta charset="utf-8">${STYLE}<script>process = { env: { NODE_ENV: 'production' } }</script><script type="module">
  import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '/virtual-core/index.js'
  ${COMMON}
  let shown = order
  const inner = document.createElement('div')
  box.append(inner)
  const draw = () => {
    inner.style.height = virtualizer.getTotalSize() + 'px'
    inner.replaceChildren(...virtualizer.getVirtualItems().map((item) => {
      const line = document.createElement('div')
      line.className = 'row'
      line.style.transform = 'translateY(' + item.start + 'px)'
      line.append(...all[shown[item.index]].map((cell) => { const s = document.createElement('span'); s.textContent = cell; return s }))
      return line
    }))
  }
  const options = () => ({ count: shown.length, getScrollElement: () => box, estimateSize: () => 26, overscan: 8,
    scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: draw })
  const virtualizer = new Virtualizer(options())
  virtualizer._didMount()
  const update = () => { virtualizer.setOptions(options()); virtualizer._willUpdate(); draw(); said(shown.length, document.getElementById('filter').value) }
  update()
  on('filter', 'input', (e) => { const wanted = e.target.value.toLowerCase(); shown = order.filter((i) => words[i].includes(wanted)); update() })
  on('sort', 'click', () => { sorted(); shown = [...order]; update() })
  on('commit', 'click', () => { all[shown[0]][1] = 'Zed'; draw() })
</script>`

/** Serves both pages to 127.0.0.1 with these rows of texts; the third cell of a row is the one sorted by. */
export async function referencePages(rows: readonly (readonly string[])[]): Promise<ReferencePages> {
  const core = dirname(fileURLToPath(import.meta.resolve('@tanstack/virtual-core')))
  const json = JSON.stringify(rows)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const send = (type: string, text: string) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` })
      response.end(text)
    }
    if (path === '/plain') return send('text/html', PLAIN)
    if (path === '/virtual') return send('text/html', VIRTUAL)
    if (path === '/rows.json') return send('application/json', json)
    if (path.startsWith('/virtual-core/'))
      return send('text/javascript', readFileSync(join(core, normalize(path.slice(13))), 'utf8'))
    response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    plain: `${origin}/plain`,
    virtual: `${origin}/virtual`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
