/** A person who signs in to the demo. Invented; the password is the same for all and stands on the screen. */
export interface DemoSignIn {
  readonly email: string
  readonly name: string
  /** Office by slug, and what they may do there. */
  readonly office: 'be' | 'fr' | 'group'
  readonly role: 'member' | 'staff' | 'approver' | 'finance'
  readonly language: 'en' | 'fr' | 'nl'
}

export const DEMO_PASSWORD = 'samen-demo-2026'

export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  {
    email: 'garance@demo.samen.example',
    name: 'Garance Rivebelle',
    office: 'be',
    role: 'member',
    language: 'fr',
  },
  {
    email: 'veerle@demo.samen.example',
    name: 'Veerle Korenaert',
    office: 'be',
    role: 'staff',
    language: 'nl',
  },
  {
    email: 'basile@demo.samen.example',
    name: 'Basile Fontbrune',
    office: 'be',
    role: 'approver',
    language: 'fr',
  },
  {
    email: 'hadewych@demo.samen.example',
    name: 'Hadewych Zonnebeke',
    office: 'be',
    role: 'finance',
    language: 'nl',
  },
  {
    email: 'ondine@demo.samen.example',
    name: 'Ondine Vauclaire',
    office: 'fr',
    role: 'member',
    language: 'fr',
  },
  {
    email: 'lazare@demo.samen.example',
    name: 'Lazare Tournebride',
    office: 'fr',
    role: 'staff',
    language: 'fr',
  },
  {
    email: 'salome@demo.samen.example',
    name: 'Salomé Chantepie',
    office: 'fr',
    role: 'approver',
    language: 'fr',
  },
  {
    email: 'isaure@demo.samen.example',
    name: 'Isaure Belleroche',
    office: 'fr',
    role: 'finance',
    language: 'fr',
  },
  {
    email: 'tijl@demo.samen.example',
    name: 'Tijl Molenwater',
    office: 'group',
    role: 'finance',
    language: 'en',
  },
]

/** Who can sign in to the demo, for the person who has just started it. */
export function demoSignIns(): string {
  const width = Math.max(...DEMO_SIGN_INS.map(({ email }) => email.length))
  const lines = DEMO_SIGN_INS.map(
    ({ email, name, office, role }) => `  ${email.padEnd(width)}  ${name}, ${role} in ${office}`,
  )
  return `\nSign in to the demo with the password ${DEMO_PASSWORD} as\n${lines.join('\n')}`
}
