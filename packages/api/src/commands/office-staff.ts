import { randomBytes } from 'node:crypto'
import { type Database, type OfficeEntry, officeDirectory } from '@samen/core/database'
import { createAuth, sessionSecret } from '../auth/auth.ts'
import { createUser } from '../auth/new-users.ts'
import { invite } from '../auth/password-links.ts'
import { grantRight, STAFF } from '../auth/rights.ts'
import { defineCommand, UsageError } from '../command.ts'
import { homeFolder, openHome } from '../home.ts'
import { asJson, contextOf, officesNamed, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE --email ADDRESS --name NAME --role ROLE [--role ROLE …] [--json]

  Lets a person sign in and work for an office. Somebody new gets a password, shown here once and kept nowhere; hand it
  over by a safe way. Somebody who can sign in already keeps theirs. Repeating it changes nothing.
  --invite  mails a link by which they choose a password, instead of showing one
  --role    ${STAFF.join(', ')}: prepares, consents as the second person, closes and sends figures to the group`,
  options: {
    office: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    invite: { type: 'boolean' },
    role: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  async run({ values: { office: slug, email, name, role: roles = [], invite: mailed, json } }) {
    if (!slug || !email || !name || roles.length === 0)
      throw new UsageError(
        'samen office staff: --office, --email, --name and at least one --role are needed.',
      )
    if (!/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(email) || email.length > 254)
      throw new UsageError(`samen office staff: "${email}" is not an e-mail address.`)
    if (name.trim() === '' || name.length > 200)
      throw new UsageError('samen office staff: a name has 1 to 200 characters.')
    const unknown = roles.find((role) => !(STAFF as readonly string[]).includes(role))
    if (unknown)
      throw new UsageError(`samen office staff: "${unknown}" is no role; there are ${STAFF.join(', ')}.`)
    const home = homeFolder()
    await openHome(home)
    const secret = await sessionSecret(home)
    return withDatabase(async (db) => {
      const office = await anyOffice(db, slug)
      if (mailed) {
        await mailInvitation(db, office, { email, name: name.trim(), roles, secret })
        process.stdout.write(
          `${email} is ${roles.join(', ')} in ${office.name}; the invitation is in its mail.\n`,
        )
        return undefined
      }
      const password = randomBytes(15).toString('base64url')
      const auth = createAuth({ db, secret })
      const user = await createUser(db, auth, { email, name: name.trim(), password })
      for (const role of roles as (typeof STAFF)[number][])
        await grantRight(db, office.officeId, user.id, role)
      const shown = user.isNew ? password : undefined
      process.stdout.write(
        json
          ? `${asJson({ userId: user.id, office: office.slug, roles, password: shown ?? null })}\n`
          : `${email} may sign in and is ${roles.join(', ')} in ${office.name}.\n${
              shown ? `  password, shown once: ${shown}\n` : '  the password is the one they have\n'
            }`,
      )
      return undefined
    })
  },
})

async function mailInvitation(
  db: Database,
  office: OfficeEntry,
  { email, name, roles, secret }: { email: string; name: string; roles: readonly string[]; secret: string },
): Promise<void> {
  const context = await contextOf(office)
  const language = context.plugin.languages[0] ?? 'en'
  const rights = roles.map((role) => ({ role }))
  await invite(db, context, { email, name, language, rights }, { secret })
}

/** The group's office has people too: those of its finance. */
async function anyOffice(db: Database, slug: string): Promise<OfficeEntry> {
  const group = (await officeDirectory(db)).find((one) => one.role === 'group' && one.slug === slug)
  return group ?? ((await officesNamed(db, slug))[0] as OfficeEntry)
}
