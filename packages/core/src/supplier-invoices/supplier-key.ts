interface Named {
  readonly name: string
  readonly country?: string | null | undefined
  readonly vatNumber?: string | null | undefined
  /** Number in a register of companies. */
  readonly register?: string | undefined
}

/** Tells a supplier from others, whichever way their invoices come: VAT number, else register number, else country and name. */
export const supplierKeyOf = ({ name, country, vatNumber, register }: Named): string =>
  compact(vatNumber)?.slice(0, 40) ?? `${country ?? ''} ${compact(register) ?? plainName(name)}`.slice(0, 300)

/** Letters and figures of a number, as two writings of it have them in common. */
export const compact = (text: string | null | undefined): string | undefined =>
  text?.replace(/[^0-9A-Za-z]/g, '').toUpperCase() || undefined

export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
