import { type AnyCountryPlugin, PluginRefusedError, type Registry, registry } from '@samen/core/country'
import { loadOutside } from './outside-plugins.ts'
import { Refusal } from './refusal.ts'

/** The countries that come with Samen: the only list of them. Each is read when it is first needed. */
const installed: Readonly<Record<string, () => Promise<AnyCountryPlugin>>> = {
  at: async () => (await import('@samen/country-at')).austria,
  be: async () => (await import('@samen/country-be')).belgium,
  de: async () => (await import('@samen/country-de')).germany,
  es: async () => (await import('@samen/country-es')).spain,
  fr: async () => (await import('@samen/country-fr')).france,
  hu: async () => (await import('@samen/country-hu')).hungary,
  it: async () => (await import('@samen/country-it')).italy,
  nl: async () => (await import('@samen/country-nl')).netherlands,
  se: async () => (await import('@samen/country-se')).sweden,
}

/**
 * Every country this server knows, by ISO code in capitals.
 *
 * @throws {Refusal} with the reason when a plugin cannot be used.
 */
export async function loadCountries(): Promise<Registry> {
  const own = Object.values(installed).map((load) => load())
  return accept([...(await Promise.all(own)), ...(await loadOthers())])
}

/**
 * One country, without reading the packages of the others.
 *
 * @param code ISO 3166-1 alpha-2, in either case.
 * @throws {Refusal} when it is not installed or cannot be used.
 */
export async function loadCountry(code: string): Promise<AnyCountryPlugin> {
  const own = Object.hasOwn(installed, code.toLowerCase()) ? installed[code.toLowerCase()] : undefined
  const countries = accept([...(own ? [await own()] : []), ...(await loadOthers())])
  const found = countries.get(code.toUpperCase())
  if (found) return found
  const known = [
    ...new Set([...Object.keys(installed), ...countries.keys()].map((name) => name.toLowerCase())),
  ]
  throw new UnknownCountryError(`There is no country "${code}" here: installed are ${known.join(', ')}.`)
}

export class UnknownCountryError extends Refusal {
  override name = 'UnknownCountryError'
}

async function loadOthers(): Promise<AnyCountryPlugin[]> {
  const outside = await loadOutside()
  for (const { name, plugin } of outside)
    if (Object.hasOwn(installed, plugin.country.toLowerCase()))
      throw new Refusal(
        `The plugin "${name}" of SAMEN_PLUGINS claims ${plugin.country}, which comes with Samen: take it out of the configuration.`,
      )
  return outside.map(({ plugin }) => plugin)
}

function accept(plugins: readonly AnyCountryPlugin[]): Registry {
  try {
    return registry(plugins)
  } catch (error) {
    if (error instanceof PluginRefusedError) throw new Refusal(error.message)
    throw error
  }
}
