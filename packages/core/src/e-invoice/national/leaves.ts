import { escapeXml } from '../../xml/index.ts'
import { asDecimal, type Binding, type syntax, UnwritableError } from '../binding.ts'

/** The limits national schemas put on their leaves, for the binding makers of one of them. */
export function limited({ text, decimal }: Pick<ReturnType<typeof syntax>, 'text' | 'decimal'>) {
  /** Text of at most `max` characters after `change`, of the form `pattern`. */
  const words = (
    tag: string,
    max: number,
    { change = collapse, pattern }: { change?: (value: string) => string; pattern?: RegExp } = {},
  ): Binding<string> => ({
    write(value) {
      const changed = change(value)
      if (changed === '') throw new UnwritableError(`${tag} may not be blank.`)
      if (changed.length > max)
        throw new UnwritableError(`${tag} takes at most ${max} characters, here are ${changed.length}.`)
      if (pattern && !pattern.test(changed))
        throw new UnwritableError(`"${changed.slice(0, 40)}" has not the form of ${tag}.`)
      return `<${tag}>${escapeXml(changed)}</${tag}>`
    },
    read: text(tag).read,
  })

  /** A number with `least` to `most` decimals, and at most `digits` before the point. */
  const number = (tag: string, least: number, most: number, digits = 11): Binding<string> => ({
    write: (value) => `<${tag}>${withDecimals(value, tag, least, most, digits)}</${tag}>`,
    read: decimal(tag).read,
  })

  return { words, number }
}

/** White space as XML Schema's `token` leaves it. */
export const collapse = (value: string): string => value.replace(/\s+/g, ' ').trim()

/** The same number with as many decimals as wanted; what cannot be said so exactly is refused. */
export function withDecimals(
  value: string,
  tag: string,
  least: number,
  most: number,
  digits: number,
): string {
  const [, sign = '', whole = '', fraction = ''] =
    /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(asDecimal(value) ?? '') ?? []
  if (whole === '') throw new UnwritableError(`"${value.slice(0, 40)}" is no number.`)
  if (fraction.length > most)
    throw new UnwritableError(`${tag} takes at most ${most} decimals, here are ${fraction.length}.`)
  if (whole.length > digits)
    throw new UnwritableError(
      `${tag} takes at most ${digits} digits before the point, here are ${whole.length}.`,
    )
  const decimals = fraction.padEnd(least, '0')
  return `${sign}${whole}${decimals && `.${decimals}`}`
}

export const negated = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : /^[0.]+$/.test(amount) ? amount : `-${amount}`

/** The parts that are there. */
export function defined<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as never
}
