import { join } from 'node:path'
import { startCluster, workersNamed } from '../cluster.ts'
import { defineCommand, UsageError } from '../command.ts'
import { migrateDatabase } from '../database.ts'
import { homeFolder, openHome } from '../home.ts'
import { onStop } from '../signals.ts'

export const command = defineCommand({
  usage: `[--workers north,south]

  Starts PostgreSQL servers on this machine that work as one: a coordinator, and the named ones, which hold the offices.
  Their files lie in the data folder. Says how to start Samen on them, and runs until Ctrl-C.`,
  options: { workers: { type: 'string', default: 'north,south' } },
  async run({ values }) {
    const names = (values.workers as string).split(',').map((name) => name.trim())
    if (names.includes('coordinator') || names.length > 9)
      throw new UsageError('samen cluster start: name one to nine servers, none of them "coordinator".')
    workersNamed(names.map((name) => `${name}=`).join(' '))
    const home = homeFolder()
    await openHome(home)
    const began = performance.now()
    const { url, workers, settingsFile, stop } = await startCluster(join(home, 'cluster'), names)
    onStop(stop)
    try {
      await migrateDatabase({ url, workers })
    } catch (error) {
      await stop()
      throw error
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    process.stdout.write(
      `${names.length + 1} servers are one cluster (ready in ${seconds} s). Ctrl-C stops them. Start Samen on them:\n\n` +
        `  (set -a; . '${settingsFile}'; npx -y pnpm@12.21.0 start)\n\n`,
    )
    await new Promise(() => setInterval(() => undefined, 60_000))
    return undefined
  },
})
