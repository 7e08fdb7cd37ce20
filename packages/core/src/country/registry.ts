import type { AnyCountryPlugin } from './plugin.ts'
import { shapeFaults } from './plugin-shape.ts'

/** Version of the country contract in this core. Raised when `CountryPlugin` changes. */
export const CORE_VERSION = '0.1.0'

/** Thrown at start when an installed plugin cannot be used; the message says which and why. */
export class PluginRefusedError extends Error {}

/** The installed countries by code. Frozen at start; nothing is ever half-loaded. */
export type Registry = ReadonlyMap<string, AnyCountryPlugin>

/**
 * Builds the registry. Refuses, naming the plugin, the member and what to do, a value that is not a country plugin, one
 * whose core range does not fit, one that does not have the whole shape of the contract, and a country installed twice.
 */
export function registry(plugins: readonly AnyCountryPlugin[], coreVersion = CORE_VERSION): Registry {
  const installed = new Map<string, AnyCountryPlugin>()
  for (const plugin of plugins) {
    const reason = refusalOf(plugin, coreVersion)
    if (reason) throw new PluginRefusedError(reason)
    if (installed.has(plugin.country))
      throw new PluginRefusedError(
        `Two installed plugins both claim ${plugin.country}. Remove one from the configuration.`,
      )
    installed.set(plugin.country, plugin)
  }
  return installed
}

const FAULTS_NAMED_MAX = 5

/** Why a value cannot be used as a plugin under this core; undefined when it can. */
export function refusalOf(plugin: AnyCountryPlugin, coreVersion = CORE_VERSION): string | undefined {
  if (!plugin || typeof plugin.country !== 'string' || !/^[A-Z]{2}$/.test(plugin.country))
    return 'An installed package does not export a country plugin: it has no two-letter country code.'
  const name = `The ${plugin.name || plugin.country} plugin${plugin.version ? ` ${plugin.version}` : ''}`
  if (typeof plugin.coreRange === 'string' && !inRange(coreVersion, plugin.coreRange))
    return `${name} was written for core ${plugin.coreRange}; this is core ${coreVersion}. Install a matching version.`
  const faults = shapeFaults(plugin)
  if (faults.length === 0) return undefined
  const named = faults.slice(0, FAULTS_NAMED_MAX).map(({ member, fault }) => `${member}: ${fault}`)
  const more = faults.length > named.length ? `; and ${faults.length - named.length} more` : ''
  return `${name} breaks the country contract (${named.join('; ')}${more}). Correct it, or take it out of the configuration; the conformance kit tells all of it.`
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
