/** The words of a document in one language, filled in. */
export interface Words<Key extends string> {
  readonly language: string
  (key: Key, inputs?: Readonly<Record<string, string>>): string
}

/** The language wanted (`nl-BE` is `nl`) where there are texts in it, else English. */
export function inLanguage(texts: Readonly<Record<string, unknown>>, wanted: string): string {
  const base = wanted.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(texts, base) ? base : 'en'
}

export function filledIn<Key extends string>(
  language: string,
  texts: Readonly<Record<Key, string>>,
): Words<Key> {
  const words = (key: Key, inputs: Readonly<Record<string, string>> = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => inputs[name] ?? whole)
  return Object.assign(words, { language })
}
