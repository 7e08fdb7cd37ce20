import { UnwritableError } from '../binding.ts'

/** Signs that have a customary stand-in, and letters that no accent explains. */
const STAND_INS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‹': '<',
  '›': '>',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '€': 'EUR',
  '™': '(TM)',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  ẞ: 'SS',
}

const MARKS = /\p{M}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of the block
const LATIN_1 = /^[\u0000-\u00ff]*$/

/**
 * Text in the letters of Unicode's blocks Basic Latin and Latin-1 Supplement: others lose their accent or get a customary
 * stand-in (`ő` is `o`, `€` is `EUR`); white space becomes spaces.
 *
 * @throws UnwritableError for a character that has neither, such as a Greek letter, and names it.
 */
export function latin1(text: string): string {
  const spaced = text.normalize('NFC').replace(/\s/g, ' ').trim()
  if (LATIN_1.test(spaced)) return spaced
  let plain = ''
  for (const sign of spaced) plain += LATIN_1.test(sign) ? sign : standIn(sign)
  return plain
}

function standIn(sign: string): string {
  const known = STAND_INS[sign] ?? sign.normalize('NFKD').replace(MARKS, '')
  if (known !== '' && LATIN_1.test(known)) return known
  // A mark that no letter carries says nothing alone.
  if (known === '' && /^\p{M}$/u.test(sign)) return ''
  const code = (sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
  throw new UnwritableError(`the character "${sign}" (U+${code}) cannot be written in Latin letters.`)
}
