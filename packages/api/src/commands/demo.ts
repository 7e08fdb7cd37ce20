import { isIsoDate } from '@samen/core/country'
import { createAuth, sessionSecret } from '../auth/auth.ts'
import { createUsers } from '../auth/new-users.ts'
import { defineCommand, UsageError } from '../command.ts'
import { loadCountries } from '../countries.ts'
import { buildDemo, DEMO_START_SCALE, type DemoSignIn, demoSignIns, PROFILES } from '../demo/index.ts'
import { demoToday, officesNamed } from '../demo-federation.ts'
import { homeFolder, openHome } from '../home.ts'
import { printProgress } from '../progress.ts'
import { withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `[--scale N] [--date YYYY-MM-DD] [--offices LIST]

  Fills an empty database with an invented federation; the same scale and date always give the same one.
  --scale    1 is 20 000 workers and 170 million euros a year in Belgium, a tenth of it or less elsewhere;
             ${DEMO_START_SCALE} unless told
  --date     the day it plays, with the three months before it as history; today unless told
  --offices  such as be,fr; all unless told: ${PROFILES.map(({ slug }) => slug).join(', ')}`,
  options: { scale: { type: 'string' }, date: { type: 'string' }, offices: { type: 'string' } },
  async run({ values }) {
    const { scale: stated = String(DEMO_START_SCALE), date = demoToday(new Date()) } = values
    const scale = Number(stated)
    if (!(scale > 0)) throw new UsageError('samen demo: --scale is a number above 0, such as 0.05.')
    if (!isIsoDate(date)) throw new UsageError('samen demo: --date is a day such as 2026-11-23.')
    const offices = values.offices === undefined ? undefined : officesNamed(values.offices)
    const home = homeFolder()
    await openHome(home)
    const secret = await sessionSecret(home)
    const countries = await loadCountries()
    return withDatabase(async (db) => {
      const progress = printProgress()
      let signIns: readonly DemoSignIn[] = []
      const auth = createAuth({ db, secret })
      await progress.step('demo federation', async (step) => {
        const demo = await buildDemo(db, countries, {
          scale,
          date,
          ...(offices && { offices }),
          createUsers: (users) => createUsers(db, auth, users),
          onProgress: ({ part }) => step.say(`${Math.floor(part * 100)} %`),
        })
        signIns = demo.signIns
        return `scale ${scale}, as of ${date}`
      })
      progress.line(demoSignIns(signIns))
      return undefined
    })
  },
})
