/** A text as it is compared: words without accents, signs and case, one space between them. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øœ]/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that say what kind of company bears the name, in the languages of the nine offices and their neighbours. */
const LEGAL_FORMS = new Set(
  `ab ag aps as asbl bt bv bvba cv cvba eg eirl ek eurl ev gbr ges gmbh hb inc kb kft kg kgaa lda llc ltd mbh mchn nv nyrt
  ohg oy plc sa sagl sarl sas sasu sc scic scop scoop sca scrl sl slu snc sncl soc spa sprl srl srls stichting ug vof vzw
  zrt`.split(/\s+/),
)

/** A name as it is compared: its plain text without the legal form; never empty where the name was not. */
export function plainName(name: string): string {
  // Some are written with points between their letters.
  const plain = plainText(name.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1'))
  const own = plain
    .split(' ')
    .filter((word) => !LEGAL_FORMS.has(word))
    .join(' ')
  return own || plain
}

/** Below this two names are not called similar: per cent of their letter groups. */
const SIMILAR_FROM = 50
/** A name with fewer groups of three letters is found in too many others. */
const GROUPS_MIN = 8

/** Plain names that can be looked up by likeness: groups of three letters, of which two names share so many. */
export class NameIndex {
  readonly #names: readonly string[]
  readonly #sizes: readonly number[]
  readonly #holders = new Map<string, number[]>()
  readonly #found = new Map<string, readonly { name: string; likeness: number }[]>()

  constructor(names: Iterable<string>) {
    this.#names = [...new Set(names)]
    this.#sizes = this.#names.map((name, index) => {
      const groups = groupsOf(name)
      for (const group of groups) {
        const holders = this.#holders.get(group)
        if (holders) holders.push(index)
        else this.#holders.set(group, [index])
      }
      return groups.size
    })
  }

  /** The names like this one, its equal left out, with their likeness from 50 to 99 per cent; the likest three. */
  like(name: string): readonly { readonly name: string; readonly likeness: number }[] {
    const known = this.#found.get(name)
    if (known) return known
    const groups = groupsOf(name)
    const shared = new Map<number, number>()
    for (const group of groups)
      for (const index of this.#holders.get(group) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    const found: { name: string; likeness: number }[] = []
    for (const [index, count] of shared) {
      const other = this.#names[index] as string
      const likeness = likenessOf(count, groups.size, this.#sizes[index] as number)
      if (other !== name && likeness >= SIMILAR_FROM) found.push({ name: other, likeness })
    }
    found.sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
    const likest = found.slice(0, 3)
    this.#found.set(name, likest)
    return likest
  }
}

/** Per cent of the groups that both names have; a name that stands whole within a longer one counts nine tenths. */
function likenessOf(shared: number, mine: number, theirs: number): number {
  const both = Math.floor((200 * shared) / (mine + theirs))
  const shorter = Math.min(mine, theirs)
  const within = shorter >= GROUPS_MIN ? Math.floor((90 * shared) / shorter) : 0
  return Math.min(99, Math.max(both, within))
}

function groupsOf(name: string): Set<string> {
  const padded = `  ${name} `
  const groups = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) groups.add(padded.slice(at, at + 3))
  return groups
}
