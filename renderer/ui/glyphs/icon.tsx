/** Line icons of the interface, 16 px, drawn here: no font, no request. Always beside a word, or named by its button. */
const PATHS = {
  home: 'M2.5 7.5 8 2.8l5.5 4.7M4 6.5v6.7h8V6.5M6.7 13.2V9.5h2.6v3.7',
  posts: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6.2 3v10',
  contract: 'M4 2h5.500L12 4.500V14H4zM9.500 2v2.500H12M6 7.500h4M6 9.800h4M6 12h2.500',
  instalment:
    'M8 2c3 0 5.300 1 5.300 2.200S11 6.400 8 6.400 2.700 5.400 2.700 4.200 5 2 8 2zM2.700 4.200v3.800C2.700 9.200 5 10.200 8 10.200s5.300-1 5.300-2.200V4.200M2.700 8v3.800C2.700 13 5 14 8 14s5.300-1 5.300-2.200V8',
  planning: 'M2 2v12M4 4.200h6M6.500 8h7.500M4 11.800h4.500',
  forecast: 'M2 2v12h12M4 11l3-3.500 2.500 1.500L11 7M12.300 5.300l1.200-1.500',
  report: 'M2.500 2.500h11v11h-11zM2.500 5.500h11M5 8v3.500M8 7v4.500M11 9.500v2',
  employer:
    'M2.500 13.500h11M4 13.500V4.500l4-2 4 2v9M6.300 6.500h.01M9.700 6.500h.01M6.300 9h.01M9.700 9h.01M7 13.500v-2.200h2v2.200',
  person:
    'M8 8.200a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600zM2.800 13.600c.5-2.700 2.600-4 5.200-4s4.700 1.300 5.200 4',
  journal: 'M8 2.200a5.800 5.800 0 1 1-5.300 3.500M2.200 2.800l.4 3 3-.4M8 5v3.300l2.200 1.400',
  settings:
    'M2 4.500h7M12 4.500h2M2 11.500h2M7 11.500h7M10.500 6.100a1.600 1.600 0 1 0 0-3.200 1.600 1.600 0 0 0 0 3.200zM5.500 13.100a1.600 1.600 0 1 0 0-3.200 1.600 1.600 0 0 0 0 3.200z',
  undo: 'M5.500 3 2.500 6l3 3M2.500 6h7a4 4 0 0 1 0 8H7',
  redo: 'm10.500 3 3 3-3 3M13.500 6h-7a4 4 0 0 0 0 8H9',
  search: 'M7 11.300a4.300 4.300 0 1 0 0-8.600 4.300 4.300 0 0 0 0 8.600zM10.300 10.300l3.500 3.500',
  down: 'm3.500 6 4.500 4.500L12.500 6',
  right: 'm6 3.500 4.500 4.500L6 12.500',
  left: 'm10 3.500-4.500 4.500 4.500 4.500',
  up: 'm3.500 10 4.500-4.500 4.500 4.500',
  close: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  filter: 'M2 3.500h12M4.500 8h7M6.500 12.500h3',
  columns: 'M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10',
  check: 'm3 8.500 3.200 3.200L13 4.800',
  calendar: 'M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3',
  file: 'M4 2h5.500L12 4.500V14H4zM9.500 2v2.500H12',
  folder: 'M1.800 12.800V3.600h4.400l1.500 1.700h6.500v7.500z',
  import: 'M8 2v7M5 6.300 8 9.300l3-3M2.500 10.500v3h11v-3',
  export: 'M8 9.300V2M5 5l3-3 3 3M2.500 10.500v3h11v-3',
  restore: 'M2.500 3h11v3h-11zM3.500 6v7.500h9V6M8 11.800V8M6.300 9.500 8 7.800l1.700 1.700',
  demo: 'M2 3.500h12v8H2zM6 14h4M8 11.500V14M5 9l2-2.500 1.500 1.500L11 5.500',
  lock: 'M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2',
  print: 'M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z',
  help: 'M5.900 6.100a2.200 2.200 0 1 1 3.300 1.900c-.8.4-1.200.9-1.200 1.700M8 11.900h.01M8 14.200A6.200 6.200 0 1 0 8 1.800a6.200 6.200 0 0 0 0 12.400z',
  calculator:
    'M3.500 2h9v12h-9zM5.500 4.500h5M5.500 7.500h.01M8 7.500h.01M10.500 7.500h.01M5.500 9.800h.01M8 9.800h.01M10.500 9.800v2.200M5.500 12h2.500',
  pen: 'M2.500 13.500l.8-3.200 7.500-7.500 2.400 2.400-7.500 7.500zM9.300 4.300l2.400 2.400',
  trash: 'M2.500 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9M6.600 7v4M9.400 7v4',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  copy: 'M5.500 5.500h8v8h-8zM3.500 10.500h-1v-8h8v1',
  attach: 'M11.500 6.500 7 11a2 2 0 0 1-2.800-2.800l5.300-5.300a3.200 3.200 0 0 1 4.500 4.500l-5.400 5.400',
  more: 'M3.3 7.400h.8v1.200h-.8zM7.600 7.400h.8v1.200h-.8zM11.900 7.400h.8v1.200h-.8z',
  scales:
    'M8 2.500v11M4.500 13.500h7M2.500 4.500h11M2.500 4.500l-1.300 4.500h3.600zM13.500 4.500l-1.700 4.500h3.400z',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? 'ic s' : 'ic'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The surveyor's pole: the mark of Jalon. */
export function Mark() {
  return (
    <svg viewBox="0 0 9 22" aria-hidden="true" focusable="false">
      <rect x="2.500" y="1" width="4" height="4" fill="var(--late)" />
      <rect x="2.500" y="5" width="4" height="4" fill="var(--surface)" />
      <rect x="2.500" y="9" width="4" height="4" fill="var(--late)" />
      <rect x="2.500" y="13" width="4" height="4" fill="var(--surface)" />
      <path d="M2.500 1h4v16l-2 4-2-4z" fill="none" stroke="var(--ink)" />
    </svg>
  )
}
