import type { AnyCountryPlugin } from './plugin.ts'

/** Version of the country contract in this core. Raised when `CountryPlugin` changes. */
export const CORE_VERSION = '0.1.0'

/** Thrown at start when an installed plugin cannot be used; the message says which and why. */
export class PluginRefusedError extends Error {}

/** The installed countries by code. Frozen at start; nothing is ever half-loaded. */
export type Registry = ReadonlyMap<string, AnyCountryPlugin>

/**
 * Builds the registry. Refuses, with the reason, a plugin whose declared core range does not fit, a country installed
 * twice, or a value that is not a country plugin.
 */
export function registry(plugins: readonly AnyCountryPlugin[], coreVersion = CORE_VERSION): Registry {
  const installed = new Map<string, AnyCountryPlugin>()
  for (const plugin of plugins) {
    if (!plugin || typeof plugin.country !== 'string' || !/^[A-Z]{2}$/.test(plugin.country))
      throw new PluginRefusedError(
        'An installed package does not export a country plugin: it has no two-letter country code.',
      )
    if (!inRange(coreVersion, plugin.coreRange))
      throw new PluginRefusedError(
        `The ${plugin.name} plugin ${plugin.version} was written for core ${plugin.coreRange}; this is core ${coreVersion}. Install a matching version.`,
      )
    if (installed.has(plugin.country))
      throw new PluginRefusedError(
        `Two installed plugins both claim ${plugin.country}. Remove one from the configuration.`,
      )
    installed.set(plugin.country, plugin)
  }
  return installed
}

/** Caret range as npm reads it: below 1.0.0 the minor, from 1.0.0 the major number must agree, and the version be at least the stated one. */
export function inRange(version: string, range: string): boolean {
  const wanted = /^\^(\d+)\.(\d+)\.(\d+)$/.exec(range)?.slice(1).map(Number)
  const have = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number)
  if (!wanted || !have) return false
  const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = wanted
  const [major = 0, minor = 0, patch = 0] = have
  if (major !== wantedMajor) return false
  if (major > 0) return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch)
  return minor === wantedMinor && patch >= wantedPatch
}
