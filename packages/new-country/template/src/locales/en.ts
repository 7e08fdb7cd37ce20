import type { Locale } from '@samen/core/country'

/**
 * Texts in English: `lines.<code>`, `rules.<rule>` with `{{input}}` for the figures of the explanation, `figures.<code>`,
 * `earnings.<code>`, `holidays.<key>`, `authorities.<code>`, `vat.<mention>`, `checklist.<code>`.
 */
export const en: Locale = {}
