import {
  ACCOUNT_ROLES,
  type AccountRole,
  AUTHORITY_GROUPS,
  type Authority,
  type CountryPlugin,
  GROUP_CHART,
} from '../country/index.ts'

/** One account of an office's books. */
export interface LedgerAccount {
  /** The role, the same in every country; an authority or provision behind a colon: `authority-payable:onss`. */
  readonly account: string
  readonly type: AccountRole['type']
  /** Number and name in the country's statutory chart. */
  readonly number: string
  readonly name: string
  /** Account of the group chart. */
  readonly group: string
}

/** The account that holds what is owed to an authority, or set aside as a provision. */
export function authorityAccount(authority: Pick<Authority, 'code' | 'kind'>): string {
  return authority.kind === 'provision'
    ? `provision:${authority.code}`
    : `authority-payable:${authority.code}`
}

/**
 * The accounts an office of this country opens: every role under its national number, then the authorities and
 * provisions. Throws a RangeError that names the roles the country's chart forgets, knows twice or does not know.
 */
export function accountsOf({
  chart,
  authorities,
}: Pick<CountryPlugin, 'chart' | 'authorities'>): LedgerAccount[] {
  const national = new Map(chart.map((line) => [line.role, line]))
  const known = new Set(ACCOUNT_ROLES.map(({ role }) => role))
  const wrong = [
    ...ACCOUNT_ROLES.filter(({ role }) => !national.has(role)).map(({ role }) => `${role} is missing`),
    ...chart.filter(({ role }) => !known.has(role)).map(({ role }) => `${role} is not a role`),
    ...chart.filter((line) => national.get(line.role) !== line).map(({ role }) => `${role} stands twice`),
  ]
  if (wrong.length > 0) throw new RangeError(`the chart of accounts: ${wrong.join(', ')}`)
  const roles = ACCOUNT_ROLES.map(({ role, type, group }): LedgerAccount => {
    const { number, name } = national.get(role) as (typeof chart)[number]
    return { account: role, type, number, name, group }
  })
  return [
    ...roles,
    ...authorities.map((authority): LedgerAccount => {
      const group = AUTHORITY_GROUPS[authority.kind]
      return {
        account: authorityAccount(authority),
        type: 'liability',
        number: authority.number,
        name: authority.name,
        group,
      }
    }),
  ]
}

/** The group account's English name; throws a RangeError for a number the group chart does not have. */
export function groupAccountName(group: string): string {
  const name = GROUP_CHART[group]
  if (name === undefined) throw new RangeError(`the group chart has no account ${group}`)
  return name
}
