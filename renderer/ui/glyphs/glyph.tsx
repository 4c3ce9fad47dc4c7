/**
 * The glyph of a state. A state is always glyph + word; greyscale and colour-blind readers lose nothing, because each shape
 * is its own. Colour comes from the text around (`currentColor`).
 */
import type { ReactNode } from 'react'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.3 } as const

const SHAPES = {
  occupied: <rect x="1" y="1" width="10" height="10" rx="1.5" fill="currentColor" />,
  vacant: (
    <>
      <rect x="1.5" y="1.5" width="9" height="9" rx="1" {...line} />
      <path d="M2 7 7 2M2 10.5 10.500 2M5.500 10.500l5-5" stroke="currentColor" strokeWidth="1.100" />
    </>
  ),
  returned: <rect x="1.5" y="1.5" width="9" height="9" rx="1" {...line} strokeDasharray="2 1.500" />,
  received: <circle cx="6" cy="6" r="4.900" fill="currentColor" />,
  partly: (
    <>
      <circle cx="6" cy="6" r="4.400" {...line} />
      <path d="M6 1.600a4.400 4.400 0 0 0 0 8.800z" fill="currentColor" />
    </>
  ),
  planned: <circle cx="6" cy="6" r="4.400" {...line} />,
  claimable: (
    <>
      <circle cx="6" cy="6" r="4.400" {...line} />
      <path d="M6 3.600v4.800M3.600 6h4.800" {...line} />
    </>
  ),
  claimed: (
    <>
      <circle cx="6" cy="6" r="4.400" {...line} />
      <path d="M3.800 6h4.200M6.300 4.200 8.200 6 6.300 7.800" {...line} />
    </>
  ),
  suspended: (
    <>
      <circle cx="6" cy="6" r="4.400" {...line} strokeDasharray="2 1.400" />
      <path d="M4.800 4.200v3.600M7.200 4.200v3.600" stroke="currentColor" strokeWidth="1.200" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="6" cy="6" r="4.400" {...line} />
      <path d="M3.200 8.800 8.800 3.200" {...line} />
    </>
  ),
  late: (
    <>
      <path d="M6 .8 11.600 11H.4z" {...line} strokeLinejoin="round" />
      <path d="M6 4.200v3.200M6 8.700v.9" {...line} />
    </>
  ),
  flag: (
    <>
      <path d="M2.500 11.500V1" stroke="currentColor" strokeWidth="1.400" />
      <path d="M2.500 .8 11 4.200 2.500 7.600z" fill="currentColor" />
    </>
  ),
  'flag-missed': (
    <>
      <path d="M2.500 11.500V1" stroke="currentColor" strokeWidth="1.400" />
      <path d="M2.500 1 11 4.400 2.500 7.800z" {...line} strokeLinejoin="round" />
    </>
  ),
  end: <path d="M9.500 1v10M1 6h6M4.700 3.500 7.200 6 4.700 8.500" {...line} />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.800" {...line} />
      <path d="M6 3.200V6l2 1.300" {...line} />
    </>
  ),
  upcoming: <path d="M2 1.500 10 6l-8 4.500z" {...line} strokeLinejoin="round" />,
  broken: (
    <>
      <rect x="1.5" y="1.5" width="9" height="9" rx="1" {...line} />
      <path d="M4 4l4 4M8 4l-4 4" {...line} />
    </>
  ),
  ended: <rect x="1.5" y="1.5" width="9" height="9" rx="1" {...line} />,
  respected: (
    <>
      <circle cx="6" cy="6" r="5.500" fill="currentColor" />
      <path d="m3.400 6.200 1.900 1.900 3.400-4" fill="none" stroke="var(--surface)" strokeWidth="1.400" />
    </>
  ),
  refused: (
    <>
      <path d="M3.700.5h4.600l3.200 3.200v4.600l-3.200 3.200H3.700L.5 8.300V3.700z" fill="currentColor" />
      <path d="m4 4 4 4m0-4L4 8" stroke="var(--surface)" strokeWidth="1.400" />
    </>
  ),
  warning: (
    <>
      <path d="M6 .8 11.600 11H.4z" {...line} strokeLinejoin="round" />
      <path d="M6 4.200v3.200M6 8.700v.9" {...line} />
    </>
  ),
  info: (
    <>
      <circle cx="6" cy="6" r="5.200" {...line} />
      <path d="M6 5.400v3.400M6 3.100v1.100" stroke="currentColor" strokeWidth="1.400" />
    </>
  ),
  equal: <path d="M2 4.200h8M2 7.800h8" stroke="currentColor" strokeWidth="1.500" />,
  changed: <path d="M1.800 10.300l.6-2.600 5.700-5.800 2 2-5.700 5.800z" {...line} strokeLinejoin="round" />,
  added: <path d="M6 1.700v8.600M1.700 6h8.600" stroke="currentColor" strokeWidth="1.700" />,
} as const satisfies Record<string, ReactNode>

export type GlyphName = keyof typeof SHAPES

export function Glyph({ name, large = false }: { readonly name: GlyphName; readonly large?: boolean }) {
  return (
    <svg className={large ? 'gl l' : 'gl'} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  )
}

/** Patterns for charts and bars (hatch = vacancy, diagonal = late, dots = to claim). Drawn once, by the shell. */
export function Patterns() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="p-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--surface)" />
          <line x1="1" y1="0" x2="1" y2="6" stroke="var(--hatch)" strokeWidth="1.300" />
        </pattern>
        <pattern
          id="p-late"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="5" height="5" fill="var(--surface)" />
          <line x1="1" y1="0" x2="1" y2="5" stroke="var(--late)" strokeWidth="1.500" />
        </pattern>
        <pattern id="p-dots" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--surface)" />
          <circle cx="1.500" cy="1.500" r=".9" fill="var(--ink-2)" />
        </pattern>
      </defs>
    </svg>
  )
}
