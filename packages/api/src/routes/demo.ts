import { z } from 'zod'
import { DEMO_PASSWORD, standingSignIns } from '../demo/index.ts'
import { describe, routes } from './route.ts'

const signIns = z.object({
  signIns: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      givenName: z.string(),
      password: z.string(),
      office: z.string(),
      role: z.string(),
    }),
  ),
})

/** Who can sign in to the demo federation; nobody where people work for real. */
export const demo = routes().get(
  '/demo',
  describe('The sign-ins of a demo server; an empty list on any other', signIns, { tags: ['Sign-in'] }),
  async (c) => {
    return c.json({
      signIns: (await standingSignIns(c.get('services').db)).map(
        ({ email, name, givenName, office, role }) => ({
          email,
          name,
          givenName,
          office,
          role,
          password: DEMO_PASSWORD,
        }),
      ),
    })
  },
)
