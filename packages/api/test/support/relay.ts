import { connect, createServer, type Server, type Socket } from 'node:net'

/** The line between one office and the rest of the world: whoever connects to `port` reaches the target, while it is up. */
export interface Relay {
  readonly port: number
  /** From now on nobody gets through. */
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function relayTo(target: number): Promise<Relay> {
  const open = new Set<Socket>()
  let server: Server
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server = createServer((near) => {
        const far = connect(target, '127.0.0.1')
        for (const [from, to] of [
          [near, far],
          [far, near],
        ] as const) {
          open.add(from)
          from.on('error', () => to.destroy()).on('close', () => open.delete(from))
          from.pipe(to)
        }
      })
        .on('error', reject)
        .listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  const port = await listen(0)
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
    mend: async () => {
      await listen(port)
    },
  }
}
