/** `<tag>text</tag>` with the text escaped; nothing for an empty or absent text, as ISO 20022 wants no empty tags. */
export function leaf(tag: string, text: string | undefined | null): string {
  return text ? `<${tag}>${escapeXml(text)}</${tag}>` : ''
}

/** `<tag>…</tag>` around finished XML; nothing around nothing. */
export function branch(tag: string, ...children: string[]): string {
  const inside = children.join('')
  return inside ? `<${tag}>${inside}</${tag}>` : ''
}

export function escapeXml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string) : text
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
