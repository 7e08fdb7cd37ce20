export interface Step {
  /** Says how far it is, while it runs. */
  say(text: string): void
}

export interface Progress {
  /** Runs `work` and prints one line: what it is, what came of it, how long it took. */
  step(label: string, work: (step: Step) => Promise<string>): Promise<void>
  line(text: string): void
}

/** Prints progress for a person at a terminal, and as whole lines into a file or pipe. */
export function printProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const labelWidth = 16
  return {
    line: (text) => void out.write(`${text}\n`),
    async step(label, work) {
      const start = performance.now()
      const head = `  ${label.padEnd(labelWidth)}`
      const show = (text: string) => out.isTTY && out.write(`\r\x1b[2K${head}${text}`)
      show('…')
      const outcome = await work({ say: (text) => show(`${text} …`) }).catch((error) => {
        show('\n')
        throw error
      })
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${head}${outcome} (${seconds} s)\n`)
    },
  }
}
