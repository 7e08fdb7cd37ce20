import { escapeXml, type XmlElement } from '../xml/index.ts'
import { Findings } from './finding.ts'
import { DECIMAL, type Found, type Identifier } from './model.ts'

/**
 * A syntax of the e-invoice is a table of bindings, each of which writes one part of the model into the element around it
 * and finds it there again. One table serves both ways, so what is written can be read.
 */
export interface Binding<T> {
  /** XML of the value; nothing for nothing. */
  write(value: T, writing: Writing): string
  /** The value inside `parent`; undefined when it is not there. */
  read(parent: XmlElement, reading: Reading): Found<T> | undefined
}

export interface Writing {
  /** Stands at every amount that has no other. */
  readonly currency: string
}

/** Thrown by a writer for what its syntax has no place for, or not in that form; nothing is left out silently. */
export class UnwritableError extends RangeError {
  /** Path in the model: `lines[2].item.name`. */
  readonly field: string
  readonly reason: string

  constructor(reason: string, field = '') {
    super(field === '' ? reason : `${field}: ${reason}`)
    this.reason = reason
    this.field = field
  }

  /** The same, seen from the object around. */
  within(key: string): UnwritableError {
    const dot = this.field === '' || this.field.startsWith('[') ? '' : '.'
    return new UnwritableError(this.reason, `${key}${dot}${this.field}`)
  }
}

/** Runs a part of a writer so that what it throws names the part. */
export function inPart<R>(key: string, write: () => R): R {
  try {
    return write()
  } catch (error) {
    throw error instanceof UnwritableError ? error.within(key) : error
  }
}

/** What a reading gathers beside the values. */
export class Reading {
  readonly findings = new Findings()
  /** Currencies that stand at amounts, with the first place of each. */
  readonly currencies = new Map<string, string>()
  readonly #path: string[] = []

  get place(): string {
    return `/${this.#path.join('/')}`
  }

  fault(tag: string, text: string): void {
    this.findings.add('syntax', 'fatal', `${this.place}/${tag}`, text)
  }

  currency(code: string | undefined, tag: string): void {
    if (code && !this.currencies.has(code)) this.currencies.set(code, `${this.place}/${tag}`)
  }

  inside<R>(tag: string, read: () => R): R {
    this.#path.push(tag)
    try {
      return read()
    } finally {
      this.#path.pop()
    }
  }
}

/** One field of `T` with its binding, or, behind `null`, a binding of several fields at once. */
export type Member<T> =
  | { readonly [K in keyof T]-?: readonly [K, Binding<NonNullable<T[K]>>] }[keyof T]
  | readonly [null, Binding<T>]

export interface Wrapping {
  /** Fixed XML before or after what is inside. */
  readonly before?: string
  readonly after?: string
  /** The syntax wants the element although nothing is in it. */
  readonly always?: boolean
  /** Which of several elements of that name is meant. */
  readonly where?: (element: XmlElement) => boolean
}

/** The binding makers of a syntax whose elements have these namespaces, by prefix. */
export function syntax(namespaces: Readonly<Record<string, string>>) {
  const named = (tag: string): ((element: XmlElement) => boolean) => {
    const colon = tag.indexOf(':')
    const name = tag.slice(colon + 1)
    const namespace = namespaces[tag.slice(0, Math.max(0, colon))]
    if (namespace === undefined) throw new RangeError(`${tag} has no namespace in this syntax`)
    return (element) => element.name === name && element.namespace === namespace
  }

  const child = (tag: string, where?: Wrapping['where']) => {
    const isNamed = named(tag)
    return (parent: XmlElement): XmlElement | undefined => {
      for (const element of parent.children)
        if (isNamed(element) && (where === undefined || where(element))) return element
      return undefined
    }
  }

  /** The one element of that name; a second one is a fault, since the model has no place for it. */
  const one = (tag: string, where?: Wrapping['where']) => {
    const isNamed = named(tag)
    return (parent: XmlElement, reading: Reading): XmlElement | undefined => {
      let found: XmlElement | undefined
      for (const element of parent.children) {
        if (!isNamed(element) || where?.(element) === false) continue
        if (found) {
          reading.fault(tag, 'The element stands more than once where only one is read.')
          break
        }
        found = element
      }
      return found
    }
  }

  const textOf = (tag: string, attributes = ''): Binding<string> => {
    const find = one(tag)
    const open = `<${tag}${attributes}>`
    const close = `</${tag}>`
    return {
      write: (value) => open + escapeXml(value) + close,
      read: (parent, reading) => find(parent, reading)?.text || undefined,
    }
  }

  /** A leaf whose text must have a form; what has not is a fault of the file, and not there. */
  const formed = (
    tag: string,
    normalise: (text: string) => string | undefined,
    expected: string,
    attributes?: (writing: Writing) => string,
    look?: (element: XmlElement, reading: Reading) => void,
  ): Binding<string> => {
    const find = one(tag)
    return {
      write: (value, writing) =>
        `<${tag}${attributes ? attributes(writing) : ''}>${escapeXml(value)}</${tag}>`,
      read(parent, reading) {
        const element = find(parent, reading)
        if (!element) return undefined
        look?.(element, reading)
        const value = normalise(element.text)
        if (value === undefined) reading.fault(tag, `"${element.text.slice(0, 40)}" is not ${expected}`)
        return value
      },
    }
  }

  const decimal = (tag: string) => formed(tag, asDecimal, 'a decimal number')

  /** An amount with its currency. */
  const amount = (tag: string): Binding<string> =>
    formed(
      tag,
      asDecimal,
      'an amount',
      ({ currency }) => ` currencyID="${escapeXml(currency)}"`,
      ({ attributes }, reading) => reading.currency(attributes.currencyID, tag),
    )

  const day = (tag: string) => formed(tag, asDay, 'a day such as 2026-11-25')

  /** One element for several fields: `key` is its text, the others its attributes. */
  const leaf = <T extends object, K extends keyof T & string>(
    tag: string,
    key: K,
    attributes: Readonly<Partial<Record<Exclude<keyof T & string, K>, string>>>,
    normalise?: (text: string) => string | undefined,
  ): Binding<T> => {
    const find = one(tag)
    const others = Object.entries(attributes) as [keyof T & string, string][]
    return {
      write(value) {
        const content = value[key] as string | undefined
        if (content === undefined) return ''
        let xml = `<${tag}`
        for (const [field, attribute] of others) {
          const text = value[field] as string | undefined
          if (text !== undefined) xml += ` ${attribute}="${escapeXml(text)}"`
        }
        return `${xml}>${escapeXml(content)}</${tag}>`
      },
      read(parent, reading) {
        const element = find(parent, reading)
        if (!element) return undefined
        const found: Record<string, string> = {}
        const content = normalise ? normalise(element.text) : element.text
        if (content) found[key] = content
        else if (normalise) reading.fault(tag, `"${element.text.slice(0, 40)}" has not the form wanted here`)
        for (const [field, attribute] of others) {
          const text = element.attributes[attribute]
          if (text) found[field] = text
        }
        return (Object.keys(found).length > 0 ? found : undefined) as Found<T> | undefined
      },
    }
  }

  const identifier = (tag: string): Binding<Identifier> =>
    leaf<Identifier, 'id'>(tag, 'id', { scheme: 'schemeID' })

  /**
   * The fields of an object, in the order in which the syntax wants them. An element that is there but empty is an object
   * without fields: the rules ask for more than the element.
   */
  const fields = <T extends object>(members: readonly Member<T>[]): Binding<T> => ({
    write(value, writing) {
      let xml = ''
      for (const [key, binding] of members) {
        if (key === null) xml += (binding as Binding<T>).write(value, writing)
        else {
          const part = value[key]
          if (part !== undefined)
            xml += inPart(String(key), () => (binding as Binding<unknown>).write(part, writing))
        }
      }
      return xml
    },
    read(parent, reading) {
      const found: Record<PropertyKey, unknown> = {}
      for (const [key, binding] of members) {
        const part = (binding as Binding<unknown>).read(parent, reading)
        if (part === undefined) continue
        if (key === null) Object.assign(found, part)
        else found[key] = part
      }
      return found as Found<T>
    },
  })

  const wrap = (tag: string, xml: string, { before = '', after = '', always = false }: Wrapping): string =>
    xml === '' && !always ? '' : `<${tag}>${before}${xml}${after}</${tag}>`

  /** A part that stands in an element of its own. */
  const at = <T>(tag: string, inner: Binding<T>, wrapping: Wrapping = {}): Binding<T> => {
    const find = one(tag, wrapping.where)
    return {
      write: (value, writing) => wrap(tag, inner.write(value, writing), wrapping),
      read(parent, reading) {
        const element = find(parent, reading)
        return element && reading.inside(tag, () => inner.read(element, reading))
      },
    }
  }

  /** A list: one element each. */
  const many = <T>(tag: string, inner: Binding<T>, wrapping: Wrapping = {}): Binding<T[]> => {
    const isNamed = named(tag)
    return {
      write(values, writing) {
        let xml = ''
        for (const [at, value] of values.entries())
          xml += inPart(`[${at}]`, () => wrap(tag, inner.write(value, writing), wrapping))
        return xml
      },
      read(parent, reading) {
        const found: Found<T>[] = []
        for (const element of parent.children) {
          if (!isNamed(element) || wrapping.where?.(element) === false) continue
          const place = `${tag}[${found.length + 1}]`
          found.push(reading.inside(place, () => inner.read(element, reading)) ?? ({} as Found<T>))
        }
        return (found.length > 0 ? found : undefined) as Found<T[]> | undefined
      },
    }
  }

  return { child, text: textOf, formed, decimal, amount, day, leaf, identifier, fields, at, many }
}

/** A binding of another shape of the same thing. */
export const mapped = <T, U>(
  inner: Binding<U>,
  to: (value: T) => U,
  from: (found: Found<U>) => Found<T> | undefined,
): Binding<T> => ({
  write: (value, writing) => inner.write(to(value), writing),
  read(parent, reading) {
    const found = inner.read(parent, reading)
    return found === undefined ? undefined : from(found)
  },
})

/** `xs:decimal` as the model writes it: no plus sign, a digit on both sides of the point, zeros at the end kept. */
export function asDecimal(text: string): string | undefined {
  if (DECIMAL.test(text)) return text
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || (!match[2] && !match[3])) return undefined
  const plain = `${match[1] === '-' ? '-' : ''}${match[2] || '0'}${match[3] ? `.${match[3]}` : ''}`
  return DECIMAL.test(plain) ? plain : undefined
}

/** `xs:date` without its time zone, if it is a day of the calendar. */
export function asDay(text: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1]
  if (!day || Number.isNaN(Date.parse(day))) return undefined
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : undefined
}
