import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = (name: string) => fileURLToPath(new URL(`../../../../api/bin/${name}.js`, import.meta.url))

interface Demo {
  /** Offices by slug, separated by commas. */
  readonly offices: string
  /** The day it plays; today unless told. */
  readonly date?: string
  /** Further settings of the program, such as its mail server. */
  readonly env?: Readonly<Record<string, string>>
}

interface Samen {
  readonly address: string
  /** Runs a command of `samen` beside the server. */
  readonly run: (...words: string[]) => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** The whole program as anybody starts it, on a demo of these offices: own database, built web app. */
export async function startSamen(demo: Demo): Promise<Samen> {
  const home = await mkdtemp(join(tmpdir(), 'samen-browser-'))
  const port = await freePort()
  const { DATABASE_URL: _, ...env } = process.env
  const settings = { ...env, ...demo.env, SAMEN_HOME: home, SAMEN_DEMO: demo.offices, PORT: String(port) }
  const options = { env: settings, maxBuffer: 2 ** 24 }
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, [program('samen'), ...words], options)
  if (demo.date) await run('demo', '--date', demo.date, '--offices', demo.offices)
  const child = spawn(process.execPath, [program('start')], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(home, { recursive: true, force: true })
  }
  let output = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
        if (output.includes('Samen runs at')) resolve()
      })
    child.on('close', () => reject(new Error(`Samen did not start:\n${output}`)))
  })
  return { address: `http://localhost:${port}`, run, stop }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (!address || typeof address === 'string') throw new Error('this machine has no free port')
  return address.port
}
