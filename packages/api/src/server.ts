import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Registry } from '@samen/core/country'
import { type Database, openDatabase } from '@samen/core/database'
import { createApp } from './app.ts'
import { createAuth, sessionSecret } from './auth/auth.ts'
import { loadCountries } from './countries.ts'
import { type DatabaseServers, locateDatabase, migrateDatabase } from './database.ts'
import { type DemoStanding, demoSignIns, standingSignIns } from './demo/index.ts'
import { clearUnfinishedDemo, ensureDemo } from './demo-federation.ts'
import { claimHome, homeFolder, openHome } from './home.ts'
import { listen } from './http-server.ts'
import { startJobs } from './jobs/jobs.ts'
import { openLog } from './log.ts'
import { smtpFromEnvironment } from './mail/smtp.ts'
import { type Progress, printProgress } from './progress.ts'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import { onStop } from './signals.ts'
import { createSite } from './site.ts'
import { buildWebApp } from './web-build.ts'

/** What `pnpm start` does, from the data folder to the address to open; what was started last is stopped first. */
async function start(opened: AsyncDisposableStack, signal: AbortSignal, progress: Progress): Promise<void> {
  const began = performance.now()
  progress.line('Samen')
  const home = homeFolder()

  await progress.step('data folder', async () => {
    await openHome(home)
    const claimed = await claimHome(home)
    opened.defer(() => claimed.release())
    return home
  })

  const http = await listen()
  opened.defer(() => http.stop())
  await writeFile(join(home, 'address'), http.address)
  opened.defer(() => rm(join(home, 'address'), { force: true }))

  // Before the database is touched: a plugin that breaks the contract stops everything.
  let countries: Registry = new Map()
  await progress.step('countries', async () => {
    countries = await loadCountries()
    return [...countries.keys()].join(' ')
  })
  signal.throwIfAborted()

  let servers: DatabaseServers = { url: '' }
  await progress.step('database', async () => {
    const database = await locateDatabase(home)
    opened.defer(() => database.release())
    servers = database
    return database.description
  })
  signal.throwIfAborted()

  await progress.step('tables', async (step) => {
    const applied = await migrateDatabase(servers, step)
    if (applied === 0 && (await clearUnfinishedDemo(servers))) return 'made anew: the demo was unfinished'
    return applied === 0 ? 'up to date' : `${applied} migrations applied`
  })
  signal.throwIfAborted()

  const db = openDatabase({ url: servers.url, workers: servers.workers })
  opened.defer(() => db.destroy())
  const services = await openServices(db, home, countries, http.address)
  let demo = 'none' as DemoStanding
  await progress.step('offices', async (step) => {
    demo = await ensureDemo({ ...services, step, signal })
    return demo === 'whole' ? 'the demo federation' : demo === 'real' ? 'as they are' : 'none yet'
  })
  signal.throwIfAborted()

  let webFolder: string | undefined
  await progress.step('web app', async () => {
    const web = await buildWebApp(home)
    webFolder = web?.folder
    if (!web) return 'not part of this installation'
    return web.built ? 'built' : 'unchanged'
  })
  signal.throwIfAborted()

  // Stopped before the database is let go, so that requests under way still find it.
  opened.defer(() => http.stop())
  const api = createApp(services)
  http.serve(createSite({ db, api, webFolder }).fetch)
  const jobs = startJobs(services)
  opened.defer(() => jobs.stop())
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  progress.line(`\nSamen runs at ${http.address} (ready in ${seconds} s). Ctrl-C stops it.`)
  if (demo === 'whole') progress.line(demoSignIns(await standingSignIns(db)))
}

async function openServices(
  db: Database,
  home: string,
  countries: Registry,
  address: string,
): Promise<Services> {
  // Where browsers find us when that is not the address they ask: behind a proxy, say.
  const baseUrl = process.env.SAMEN_URL
  const secret = await sessionSecret(home)
  return {
    db,
    countries,
    auth: createAuth({ db, secret, ...(baseUrl ? { baseUrl } : {}) }),
    log: openLog(),
    mail: { baseUrl: (baseUrl || address).replace(/\/+$/, ''), secret, smtp: smtpFromEnvironment() },
    now: () => new Date(),
  }
}

/** Starts the server and keeps it running until it is told to stop. */
export async function main(): Promise<void> {
  const opened = new AsyncDisposableStack()
  const abort = new AbortController()
  const progress = printProgress()
  const started = start(opened, abort.signal, progress)
  onStop(async () => {
    abort.abort()
    await started.catch(() => undefined)
    await opened.disposeAsync()
    progress.line('Samen has stopped.')
  })
  await started.catch(async (error) => {
    if (abort.signal.aborted) return
    await opened.disposeAsync()
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  })
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message
  return `Samen could not start, and this should not happen: ${error instanceof Error ? error.stack : error}`
}
