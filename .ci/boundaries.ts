import { readdirSync } from 'node:fs'
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser'
import config from '../.dependency-cruiser.cjs'

/** Fewer would mean that the check looked in the wrong place. */
const modulesMin = 50

/**
 * Checks who imports whom below a folder that holds `packages/`. Answers the complaints, none when all is well; having
 * seen too little is a complaint too.
 */
export async function checkBoundaries(root: string, folders: string[]): Promise<string[]> {
  const { forbidden, options } = config
  const { output } = await cruise(folders, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  })
  const { summary, modules } = output as ICruiseResult
  const violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  return [...violations, ...blindness(root, modules)]
}

function blindness(root: string, modules: readonly IModule[]): string[] {
  const seen = modules.map(({ source }) => source).filter((source) => source.startsWith('packages/'))
  const complaints = readdirSync(`${root}/packages`)
    .filter((name) => !seen.some((source) => source.startsWith(`packages/${name}/src/`)))
    .map((name) => `no module of packages/${name} was seen`)
  if (seen.length < modulesMin)
    complaints.push(`only ${seen.length} modules were seen, fewer than ${modulesMin}`)
  return complaints
}

if (import.meta.main) {
  const complaints = await checkBoundaries(process.cwd(), ['packages', 'bench'])
  for (const complaint of complaints) console.error(complaint)
  if (complaints.length > 0) process.exit(1)
  console.log('Everyone imports only whom they may.')
}
