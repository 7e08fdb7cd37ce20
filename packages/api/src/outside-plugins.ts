import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyCountryPlugin, refusalOf } from '@samen/core/country'
import { Refusal } from './refusal.ts'

/** A plugin that does not come with Samen, and how the configuration names it. */
export interface OutsidePlugin {
  readonly name: string
  readonly plugin: AnyCountryPlugin
}

/** A plugin is read at start; one that waits for something else is not waited for. */
const READING_MS_MAX = 5_000

/**
 * The plugins of others, named in `SAMEN_PLUGINS` and separated by commas: names of installed packages, or paths to a file or
 * a package's folder, beginning with `.` or `/`. Each package exports one country plugin, under any name.
 *
 * @throws {Refusal} naming the plugin, what is wrong with it and what to do. All of them can be used, or none is.
 */
export async function loadOutside(configured = process.env.SAMEN_PLUGINS ?? ''): Promise<OutsidePlugin[]> {
  const names = configured
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const loaded = await Promise.all(
    [...new Set(names)].map(async (name) => ({ name, plugin: await loadPackage(name) })),
  )
  for (const { name, plugin } of loaded) {
    const other = loaded.find((one) => one.plugin.country === plugin.country)
    if (other && other.name !== name)
      throw new Refusal(
        `The plugins "${other.name}" and "${name}" of SAMEN_PLUGINS both claim ${plugin.country}: take one of them out.`,
      )
  }
  return loaded
}

async function loadPackage(name: string): Promise<AnyCountryPlugin> {
  const exported = await read(name)
  const candidates = [...new Set(Object.values(exported))]
  const plugins = candidates.filter(isPlugin)
  const [plugin] = plugins
  if (!plugin) {
    const isLater = candidates.some((value) => value instanceof Promise)
    throw new Refusal(
      isLater
        ? `The plugin "${name}" of SAMEN_PLUGINS exports a promise: it has to export the country plugin itself.`
        : `The plugin "${name}" of SAMEN_PLUGINS does not export a country plugin.`,
    )
  }
  if (plugins.length > 1)
    throw new Refusal(
      `The plugin "${name}" of SAMEN_PLUGINS exports ${plugins.length} country plugins: a package is one country.`,
    )
  const reason = refusalOf(plugin)
  if (reason) throw new Refusal(`SAMEN_PLUGINS, "${name}": ${reason}`)
  return plugin
}

function isPlugin(value: unknown): value is AnyCountryPlugin {
  return typeof value === 'object' && value !== null && 'country' in value && 'coreRange' in value
}

async function read(name: string): Promise<Record<string, unknown>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error(`it was not there after ${READING_MS_MAX / 1000} s; a plugin waits for nothing`)),
      READING_MS_MAX,
    )
  })
  try {
    return await Promise.race([import(await addressOf(name)), late])
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new Refusal(`The plugin "${name}" of SAMEN_PLUGINS could not be read: ${said}`)
  } finally {
    clearTimeout(timer)
  }
}

/** What `import` takes: a file's address, or a name that Node finds beside us or where the program was started. */
async function addressOf(name: string): Promise<string> {
  if (/^[./]/.test(name)) return pathToFileURL(await fileOf(resolve(name))).href
  try {
    return import.meta.resolve(name)
  } catch {
    return pathToFileURL(createRequire(join(process.cwd(), 'package.json')).resolve(name)).href
  }
}

/** A folder stands for what its `package.json` exports: `import` itself takes files only. */
async function fileOf(path: string): Promise<string> {
  const found = await stat(path)
  if (!found.isDirectory()) return path
  const { exports, main } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as {
    exports?: string | Record<string, unknown>
    main?: string
  }
  const face = typeof exports === 'object' ? (exports['.'] ?? exports) : exports
  const file = typeof face === 'object' && face !== null ? Object.values(face)[0] : (face ?? main)
  if (typeof file !== 'string') throw new Error('its package.json does not say what it exports as "."')
  return join(path, file)
}
