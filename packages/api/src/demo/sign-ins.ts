import { type OfficeSlug, PROFILES, type StaffMember } from './countries/index.ts'
import { LANGUAGES } from './languages/index.ts'

/** A person who signs in to the demo. Invented; the password is the same for all and stands on the screen. */
export interface DemoSignIn {
  readonly email: string
  /** The whole name, in the order of its language. */
  readonly name: string
  readonly givenName: string
  /** Office by slug, and what they may do there. */
  readonly office: OfficeSlug | 'group'
  readonly role: 'member' | 'staff' | 'approver' | 'finance'
}

export const DEMO_PASSWORD = 'samen-demo-2026'

const ROLES = ['member', 'staff', 'approver', 'finance'] as const
const DOMAIN = 'demo.samen.example'

/** Letters of an address: without accents and signs, in lower case. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

export const emailOf = ({ givenName }: Pick<StaffMember, 'givenName'>): string =>
  `${plain(givenName)}@${DOMAIN}`

function signInOf(
  { language, givenName, familyName }: StaffMember,
  office: DemoSignIn['office'],
  role: DemoSignIn['role'],
): DemoSignIn {
  const name = LANGUAGES[language].fullName(givenName, familyName)
  return { email: emailOf({ givenName }), name, givenName, office, role }
}

/** Two, because what the group decides takes two people. */
const GROUP_FINANCE: readonly StaffMember[] = [
  { givenName: 'Tijl', familyName: 'Molenwater', language: 'nl' },
  { givenName: 'Ghislaine', familyName: 'Pontneuf', language: 'fr' },
]

/** Who signs in: a member, two of the staff and one of finance in each office, and the group's two at the end. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  ...PROFILES.flatMap(({ slug, staff }) => ROLES.map((role) => signInOf(staff[role], slug, role))),
  ...GROUP_FINANCE.map((person) => signInOf(person, 'group', 'finance')),
]

/** The sign-ins of the offices that stand. */
export const signInsOf = (offices: readonly { readonly slug: string }[]): DemoSignIn[] => {
  const slugs = new Set(offices.map(({ slug }) => slug))
  return DEMO_SIGN_INS.filter(({ office }) => slugs.has(office))
}

/** Who can sign in to the demo, for the person who has just started it: one line an office, one column a role. */
export function demoSignIns(signIns: readonly DemoSignIn[]): string {
  const first = ({ email }: DemoSignIn) => email.slice(0, email.indexOf('@'))
  const offices = [...new Set(signIns.map(({ office }) => office))]
  const cell = (office: string, role: string) => {
    const found = signIns.filter((one) => one.office === office && one.role === role)
    return found.map(first).join(' ')
  }
  const table = [
    ['', ...ROLES],
    ...offices.map((office) => [office, ...ROLES.map((role) => cell(office, role))]),
  ]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = table.map((row) =>
    `  ${row.map((text, column) => text.padEnd(widths[column] as number)).join('  ')}`.trimEnd(),
  )
  return `\nSign in to the demo as NAME@${DOMAIN}, password ${DEMO_PASSWORD}:\n${lines.join('\n')}`
}
