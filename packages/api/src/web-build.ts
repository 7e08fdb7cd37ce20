import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, constants, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.ts'

export interface WebApp {
  /** The folder to serve. */
  folder: string
  built: boolean
}

const webPackage = fileURLToPath(new URL('../../web/', import.meta.url))
const sources = ['index.html', 'package.json', 'vite.config.ts', 'src', 'public']
const markFile = '.sources'

/**
 * The browser app, built when its sources have changed since the last build: into its own package, or into the data
 * folder where the installation may not be written to. Undefined where only the server is installed.
 *
 * @throws {Refusal} when it does not build.
 */
export async function buildWebApp(home: string): Promise<WebApp | undefined> {
  if (!existsSync(join(webPackage, 'index.html'))) return undefined
  const hash = await hashSources()
  const places = [join(webPackage, 'dist'), join(home, 'web')]
  for (const folder of places) {
    if ((await readFile(join(folder, markFile), 'utf8').catch(() => '')) === hash)
      return { folder, built: false }
  }
  const writable = await access(webPackage, constants.W_OK).then(
    () => true,
    () => false,
  )
  const folder = places[writable ? 0 : 1] as string
  // Put in place whole, so that a server beside us never serves half an app.
  const unfinished = `${folder}.${process.pid}`
  await runVite(unfinished)
  await writeFile(join(unfinished, markFile), hash)
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  return { folder, built: true }
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(webPackage, source)
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined)
    const files = entries
      ?.filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)) ?? [path]
    for (const file of files.sort()) {
      const content = await readFile(file).catch(() => '')
      hash.update(`${file.slice(webPackage.length)}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

function runVite(outDir: string): Promise<void> {
  const vite = createRequire(join(webPackage, 'package.json')).resolve('vite/package.json')
  const args = [
    join(dirname(vite), 'bin/vite.js'),
    'build',
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  // Vite writes a compiled copy of its configuration beside it unless Node reads the file as it is.
  args.push('--configLoader', 'native')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: webPackage,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      const lines = output.split('\n').filter((line) => line.trim() !== '')
      const reason = lines.find((line) => /^\w*Error: /.test(line)) ?? lines.at(-1) ?? `exit code ${code}`
      reject(
        new Refusal(
          `The web app does not build (${reason.trim()}): run "pnpm --filter @samen/web build" to see all of it.`,
        ),
      )
    })
  })
}
