import type pg from 'pg'

/**
 * Tables whose texts are about an office, not about anybody: what a pack may repeat. Every other table counts as one that may
 * name a person, so a table made tomorrow is searched without being told to.
 */
const ABOUT_OFFICES = [
  'office',
  'ledger_account',
  'fund',
  'federation_group',
  'federation_office',
  'migration',
]

/** The packs themselves, and what was signed or said about them: they hold what is searched. */
const PACKS = ['pack', 'received_pack', 'pack_receipt', 'pack_refusal']

/** Texts of a database that may not stand in a pack, and those that may. */
export interface Texts {
  /** Each with the columns it was found in. */
  readonly private: ReadonlyMap<string, string>
  readonly public: ReadonlySet<string>
}

/** All texts of all tables, JSON and lists opened; read by the owner, past row-level security. */
export async function textsOf(owner: pg.Client): Promise<Texts> {
  const { rows: columns } = await owner.query<{
    schema: string
    table: string
    column: string
    type: string
    closed: boolean
  }>(`
    select c.relnamespace::regnamespace::text as schema, c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
           -- A list of words the database itself prescribes says nothing about anybody.
           exists (select from pg_constraint k
                    where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                      and pg_get_constraintdef(k.oid) ~ '= ANY \\(\\(?ARRAY') as closed
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace in ('samen'::regnamespace, 'auth'::regnamespace) and c.relkind in ('r', 'p')
       and not c.relispartition and format_type(a.atttypid, null) ~ '^(text|character|json)'
     order by 1, 2`)
  const found = { private: new Map<string, string>(), public: new Set<string>() }
  for (const { schema, table, column, type, closed } of columns) {
    if (PACKS.includes(table)) continue
    const from = `${schema}.${table} t`
    const { rows } = await owner.query<{ value: string }>(
      type.startsWith('json')
        ? `select distinct j #>> '{}' as value from ${from},
             jsonb_path_query(t.${column}::jsonb, 'strict $.** ? (@.type() == "string")') j`
        : type.endsWith('[]')
          ? `select distinct unnest(t.${column})::text as value from ${from}`
          : `select distinct t.${column}::text as value from ${from}`,
    )
    for (const { value } of rows) {
      if (value === null) continue
      if (closed || ABOUT_OFFICES.includes(table))
        // `authority-payable:onss` says what `onss` is.
        for (const part of [value, ...value.split(':')]) found.public.add(plain(part))
      else if (!found.private.has(plain(value))) found.private.set(plain(value), `${table}.${column}`)
    }
  }
  return found
}

/** Words of trades, letters and payslips that stand in the names of accounts too. */
const NOBODY = ['services', 'pack', 'health', 'ekho', 'mutual', 'wage', 'severance']

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase()
const digits = (text: string): string => text.replaceAll(/[\s./-]/g, '')

/**
 * The private texts that stand in a document, with where they came from: as words of their own, or, from eight signs with
 * digits among them (numbers of people, of accounts, telephones), in any spelling and as part of a longer one.
 */
export function leaks(document: unknown, { private: hidden, public: open }: Texts): string[] {
  const leaves = [...new Set(stringsOf(document))].map(plain)
  const corpus = leaves.join('\n')
  const numbers = leaves
    .filter((leaf) => !isFigure(leaf))
    .map(digits)
    .join('\n')
  const found: string[] = []
  for (const [text, column] of hidden) {
    if (text.length < 3 || open.has(text) || NOBODY.includes(text) || isShort(text) || isFigure(text))
      continue
    const number = digits(text)
    const isNumber = number.length >= 8 && /\d{4}/.test(number)
    if (isNumber ? numbers.includes(number) : standsIn(corpus, text)) found.push(`${text} (${column})`)
  }
  return found
}

/** Fewer than eight figures are a price, a post code, a month or a version, and stand in any pack. */
const isShort = (text: string): boolean => /^[\d.-]+$/.test(text) && digits(text).length < 8

/** An amount or a hash: the schema lets nothing else into its place, and the figures of others may be in it by chance. */
const isFigure = (leaf: string): boolean => /^(-?\d{1,15}\.\d{2}|[0-9a-f]{64})$/.test(leaf)

function standsIn(corpus: string, text: string): boolean {
  for (let at = corpus.indexOf(text); at >= 0; at = corpus.indexOf(text, at + 1))
    if (!isWordSign(corpus[at - 1]) && !isWordSign(corpus[at + text.length])) return true
  return false
}

const isWordSign = (sign = ''): boolean => /[\p{L}\p{N}]/u.test(sign)

function* stringsOf(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* stringsOf(item)
  else if (value && typeof value === 'object') for (const item of Object.values(value)) yield* stringsOf(item)
}
