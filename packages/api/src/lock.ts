import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { identityOf } from './process-identity.ts'

export interface Lock {
  release(): Promise<void>
}

/**
 * Takes a lock file that names this process, unless a living process holds it. A process that was killed cannot
 * clear its lock, so a lock counts only while the very process it names lives.
 */
export async function claim(file: string): Promise<Lock | undefined> {
  const mine = (await identityOf(process.pid)) ?? String(process.pid)
  // Linked into place whole: no one ever reads a half-written lock.
  const draft = `${file}.${process.pid}`
  await writeFile(draft, mine)
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await link(draft, file).then(() => true, isTaken)) {
        if ((await readFile(file, 'utf8')) === mine) return { release: () => rm(file, { force: true }) }
      } else if (await holderLives(file)) return undefined
      else await rm(file, { force: true })
    }
    return undefined
  } finally {
    await rm(draft, { force: true })
  }
}

/** Runs `work` while holding the lock, waiting for whoever holds it now. */
export async function whileLocked<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = await claim(file)
    if (lock) return work().finally(() => lock.release())
    await setTimeout(50)
  }
}

/** Whether the process that a lock file or a mark names is still there. */
export async function holderLives(file: string): Promise<boolean> {
  const holder = await readFile(file, 'utf8').catch(() => '')
  return holder !== '' && (await identityOf(Number.parseInt(holder, 10))) === holder
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false
  throw error
}
