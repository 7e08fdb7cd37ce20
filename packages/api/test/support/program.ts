import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/', import.meta.url))

export interface RunOptions {
  env?: Record<string, string>
  uid?: number
  gid?: number
  nodeArgs?: string[]
  /** Where it is started; the system's temporary folder unless told. */
  cwd?: string
}

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** A program of ours running in a process of its own, with an environment that holds nothing but what it is given. */
export class Program {
  readonly process: ChildProcess
  readonly ended: Promise<Outcome>
  stdout = ''
  #stderr = ''

  constructor(
    script: 'start' | 'samen',
    args: string[],
    { env = {}, uid, gid, nodeArgs = [], cwd = tmpdir() }: RunOptions,
  ) {
    this.process = spawn(process.execPath, [...nodeArgs, join(bin, `${script}.js`), ...args], {
      env: { PATH: process.env.PATH, SAMEN_DEMO: 'off', PORT: '0', ...env },
      cwd,
      ...(uid === undefined ? {} : { uid, gid }),
    })
    this.process.stdout?.on('data', (chunk) => (this.stdout += chunk))
    this.process.stderr?.on('data', (chunk) => (this.#stderr += chunk))
    this.ended = new Promise((resolve) =>
      this.process.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.#stderr })),
    )
  }

  /** Waits for words on its output and answers what the pattern's group caught. */
  async saying(pattern: RegExp): Promise<string> {
    let over: Outcome | undefined
    this.ended.then((outcome) => (over = outcome))
    for (;;) {
      const match = pattern.exec(this.stdout)
      if (match) return match[1] ?? match[0]
      if (over)
        throw new Error(`ended with ${over.code} before saying ${pattern}:\n${over.stdout}\n${over.stderr}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  ready(): Promise<string> {
    return this.saying(/Samen runs at (\S+)/)
  }

  end(signal: NodeJS.Signals): Promise<Outcome> {
    this.process.kill(signal)
    return this.ended
  }
}

export interface Scratch extends AsyncDisposable {
  path: string
  /** Starts a program that is ended before the folder goes. */
  run(script: 'start' | 'samen', args: string[], options?: RunOptions): Program
}

/** A folder of one test's own. In the end all programs started through it are ended and it is removed. */
export async function scratchFolder(owner?: { uid: number; gid: number }): Promise<Scratch> {
  const path = await mkdtemp(join(tmpdir(), 'samen-start-'))
  if (owner) await chown(path, owner.uid, owner.gid)
  const programs: Program[] = []
  return {
    path,
    run(script, args, options = {}) {
      const program = new Program(script, args, options)
      programs.push(program)
      return program
    },
    async [Symbol.asyncDispose]() {
      for (const program of programs) await program.end('SIGTERM')
      await rm(path, { recursive: true, force: true })
    },
  }
}
