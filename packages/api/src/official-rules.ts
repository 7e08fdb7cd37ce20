import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { FINDINGS_MAX, type Finding, officialFolders } from '@samen/core/e-invoice'
import { applyRules, type RuleFile, RuleFileError, readRules } from '@samen/core/schematron'
import { decodeXml } from '@samen/core/xml'
import { Refusal } from './refusal.ts'

const FILES_MAX = 100
const BYTES_MAX = 10_000_000

/** What the authors' own rules say of an invoice. */
export interface OfficialAnswer {
  readonly valid: boolean
  readonly files: readonly {
    /** Below the configured folder. */
    readonly file: string
    readonly title: string
    readonly sha256: string
    /** How many assertions it makes about documents of this kind. */
    readonly assertions: number
    /** Rules that could not be evaluated on this invoice, with the reason. */
    readonly unanswered: readonly { readonly rule: string; readonly reason: string }[]
  }[]
  readonly findings: readonly Finding[]
}

/**
 * Holds an invoice against the Schematron files in an operator's folder: those below `en16931`, `peppol`, `xrechnung` and
 * `nlcius` that are about its specification (BT-24) and its syntax. Nothing where none is.
 *
 * @throws {Refusal} for a folder that is not there and a file that is not understood.
 */
export async function checkOfficialRules(
  folder: string,
  bytes: Uint8Array,
  { specification, namespace }: { specification: string | undefined; namespace: string },
): Promise<OfficialAnswer | undefined> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new Refusal(`${folder}, where the official rules should be, is no folder that can be read.`)
  const paths = (
    await Promise.all(officialFolders(specification).map((name) => schematronFiles(join(folder, name))))
  ).flat()
  if (paths.length > FILES_MAX) throw new Refusal(`${folder} has more than ${FILES_MAX} files of rules.`)
  const concerned: { file: string; sha256: string; rules: RuleFile }[] = []
  for (const path of paths) {
    const file = relative(folder, path)
    const text = await textOf(folder, path)
    const rules = await readFileOfRules(folder, path, text)
    if (rules?.namespaces.has(namespace))
      concerned.push({ file, sha256: createHash('sha256').update(text).digest('hex'), rules })
  }
  if (concerned.length === 0) return undefined
  const answers = applyRules(
    decodeXml(bytes),
    concerned.map(({ rules }) => rules),
    FINDINGS_MAX,
  )
  const findings = answers.flatMap(({ breaches }) => breaches).slice(0, FINDINGS_MAX)
  return {
    valid: !findings.some(({ level }) => level === 'fatal'),
    files: concerned.map(({ file, sha256, rules: { title, assertions } }, at) => ({
      file,
      title,
      sha256,
      assertions,
      unanswered: answers[at]?.unanswered ?? [],
    })),
    findings,
  }
}

async function schematronFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sch'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function textOf(folder: string, path: string): Promise<string> {
  const file = relative(folder, path)
  try {
    const { size } = await stat(path)
    if (size > BYTES_MAX) throw new Refusal(`The rules in ${file} have more than ${BYTES_MAX / 1e6} MB.`)
    return decodeXml(await readFile(path))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`The rules in ${file} cannot be read: ${(error as Error).message}.`)
  }
}

/** Nothing for a file that other files include. */
async function readFileOfRules(folder: string, path: string, text: string): Promise<RuleFile | undefined> {
  const included = new Map<string, string>()
  for (const [, href = ''] of text.matchAll(/<(?:\w+:)?include\s+href\s*=\s*["']([^"']+)["']/g)) {
    const target = resolve(dirname(path), href)
    if (!target.startsWith(resolve(folder) + sep))
      throw new Refusal(`The rules in ${relative(folder, path)} include ${href}, outside ${folder}.`)
    included.set(href, await textOf(folder, target))
  }
  try {
    return readRules(text, (href) => included.get(href) ?? '')
  } catch (error) {
    if (!(error instanceof RuleFileError)) throw error
    throw new Refusal(`The rules in ${relative(folder, path)} are not understood: ${error.message}.`)
  }
}
