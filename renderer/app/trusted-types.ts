/**
 * The only policy of the page: no text becomes markup or script. The controls' library empties its live regions by writing an empty
 * text as markup; nothing else passes. Imported first, so that no other script can take the name.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

export {}

window.trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? text : null) })
