import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The command line of a living process, or undefined. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return line.replaceAll('\0', ' ') || undefined
  }
  if (process.platform === 'win32')
    return (await outputOf('tasklist', ['/FI', `PID eq ${pid}`, '/NH'])) || undefined
  return (await outputOf('ps', ['-o', 'command=', '-p', String(pid)])) || undefined
}

/**
 * What tells a process from a later one that was given the same number, as happens at every restart of a
 * container. Undefined when there is no such process.
 */
export async function identityOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'linux') {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ])
    // After the command's closing bracket come fields 3 and on; field 22 is the start time in ticks since boot.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startTicks] = [fields[0], fields[19]]
    // A zombie holds its number but is dead: nobody has collected it yet.
    return startTicks && state !== 'Z' ? `${pid} ${startTicks} ${boot.trim()}` : undefined
  }
  if (process.platform === 'win32') return String(pid)
  const started = await outputOf('ps', ['-o', 'lstart=', '-p', String(pid)])
  return started && `${pid} ${started}`
}

/** Whether a process of this number exists, whoever it belongs to. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function outputOf(program: string, args: string[]): Promise<string> {
  const { stdout } = await run(program, args).catch(() => ({ stdout: '' }))
  return stdout.trim()
}
