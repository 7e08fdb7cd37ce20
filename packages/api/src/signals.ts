/** Seconds a tidy stop may take before the process ends anyway. */
const stopSecondsMax = 30

/**
 * Calls `stop` at Ctrl-C or when the system asks us to end, then exits: 0, or 1 when stopping failed or took too
 * long. Signals that follow change nothing: pnpm passes on the Ctrl-C that the terminal has already sent us.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopSecondsMax * 1000).unref()
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(
          `Samen did not stop cleanly: ${error instanceof Error ? error.message : error}\n`,
        )
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin)
  // A terminal or pipe that goes away must not end us before we have tidied up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
