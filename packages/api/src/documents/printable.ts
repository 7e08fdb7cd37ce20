/**
 * Letters and signs that our fonts and the compiler's own have: PDF/A refuses a document with a letter that none has, and
 * an invoice whose title holds an emoji must still go out.
 */
const UNPRINTABLE =
  /[^\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u1e9e\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122\u2212]+/gu

/** The text as it can be printed: spaces and line breaks as spaces, letters nobody can draw as `?`, no break after `§`. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, (space) =>
      /^\u00a0+$/.test(space) ? '\u00a0' : /\s/.test(space) ? ' ' : '',
    )
    .replace(/\p{Cc}+/gu, '')
    .replace(UNPRINTABLE, '?')
    .replace(/§ /g, '§\u00a0')
}
