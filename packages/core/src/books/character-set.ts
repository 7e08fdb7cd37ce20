/** What a text says when its set of signs lacks one: the bare letter, else the nearest plain sign, else a question mark. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  '€': 'EUR',
}

/** Text to bytes of an eight-bit set whose lower half is ASCII. */
export function encoderOf(upperHalf: string): (text: string) => Uint8Array {
  const signs = [...upperHalf]
  if (signs.length !== 128) throw new RangeError('the upper half of a character set has 128 signs')
  const bytes = new Map(signs.map((sign, index) => [sign, 128 + index]))
  const known = (sign: string) => sign < '\u0080' || bytes.has(sign)
  const fallback = (sign: string): string => {
    const bare = PLAIN[sign] ?? sign.normalize('NFD').replace(/\p{Mark}/gu, '')
    return bare !== '' && [...bare].every(known) ? bare : '?'
  }
  return (text) => {
    const written: number[] = []
    for (const sign of text)
      for (const one of known(sign) ? sign : fallback(sign))
        written.push(bytes.get(one) ?? (one.codePointAt(0) as number))
    return Uint8Array.from(written)
  }
}

/** Code page 437, which SIE calls PC8. */
export const CP437_UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** ISO 8859-15, as the platform reads it. */
export const LATIN9_UPPER = new TextDecoder('iso-8859-15').decode(
  Uint8Array.from({ length: 128 }, (_, index) => 128 + index),
)
