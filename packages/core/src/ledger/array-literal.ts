/**
 * PostgreSQL array literals, written several times as fast as the driver's general ones: for ids, numbers and days
 * no character needs a quote.
 */
export const plainArray = (values: readonly (string | number | bigint | null | undefined)[]): string =>
  `{${values.map((value) => value ?? 'null').join()}}`

/** For texts of any content. */
export const textArray = (values: readonly (string | null | undefined)[]): string =>
  `{${values.map((value) => (value == null ? 'null' : `"${value.replace(/["\\]/g, '\\$&')}"`)).join()}}`

/** For byte strings given in hexadecimal. */
export const hexArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"\\\\x${value}"`).join()}}`
