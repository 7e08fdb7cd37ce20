import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** How the server behaves to the next messages: each way once, then it takes all. */
export type SmtpMood = 'refuse' | 'not-now' | 'drop-after-data' | 'drop-before-data' | 'take-and-drop'

/** A mail server on this machine, with whims. */
export interface SmtpDouble extends AsyncDisposable {
  readonly url: string
  /** What it has read to the end, in the order it came; also what it then gave no answer about. */
  readonly messages: { readonly to: string; readonly text: string }[]
  next(...moods: SmtpMood[]): void
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

export async function smtpDouble(): Promise<SmtpDouble> {
  const messages: SmtpDouble['messages'] = []
  const moods: SmtpMood[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, session, done) {
      const mood = moods[0]
      if (mood === 'refuse' || mood === 'not-now') moods.shift()
      if (mood === 'drop-before-data') {
        moods.shift()
        return socketOf(session.remotePort)?.destroy()
      }
      if (mood === 'refuse') return done(refusal(550, 'No such mailbox'))
      if (mood === 'not-now') return done(refusal(451, 'Try again later'))
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mood = moods.shift()
        const [to] = session.envelope.rcptTo
        const message = { to: to?.address ?? '', text: Buffer.concat(chunks).toString('utf8') }
        if (mood !== 'drop-after-data') messages.push(message)
        if (mood === 'drop-after-data' || mood === 'take-and-drop')
          return socketOf(session.remotePort)?.destroy()
        done(null, 'taken')
      })
    },
  })
  const socketOf = (port: number) => [...sockets].find(({ remotePort }) => remotePort === port)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    next: (...more) => void moods.push(...more),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((closed) => server.close(closed))
    },
  }
}
