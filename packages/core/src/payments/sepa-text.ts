/**
 * Text as every SEPA bank must accept it (EPC217-08): `a-z A-Z 0-9 / - ? : ( ) . , ' +` and space. Letters with
 * accents become their base letter, a few letters their usual spelling, anything else a space; a slash neither
 * starts nor ends a text nor stands twice in a row.
 */
export function sepaText(text: string, lengthMax: number): string {
  const plain = /^[A-Za-z0-9 ?:().,'+-]*$/.test(text) ? text : latin(text)
  return plain
    .replace(/\s+/g, ' ')
    .replace(/\/{2,}/g, '/')
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .trim()
    .slice(0, lengthMax)
    .trimEnd()
}

const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '&': '+',
}

function latin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 /?:().,'+-]/gu, (sign) => SPELLED[sign] ?? ' ')
}
