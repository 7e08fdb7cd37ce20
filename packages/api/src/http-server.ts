import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from './refusal.ts'

/** With the connection it came over, as `getConnInfo` reads it. */
type Fetch = (request: Request, connection?: object) => Response | Promise<Response>

export interface HttpServer {
  address: string
  /** From now on requests go to `fetch`; before, they are told to wait. */
  serve(fetch: Fetch): void
  /** Takes no more connections, lets requests under way finish, and returns when they have. */
  stop(): Promise<void>
}

const requestSecondsMax = 10

/**
 * Takes the port at once, so that a busy one is noticed before the work of starting.
 *
 * @throws {Refusal} when the port cannot be had.
 */
export async function listen(env: NodeJS.ProcessEnv = process.env): Promise<HttpServer> {
  const port = portOf(env.PORT)
  const host = env.HOST || '127.0.0.1'
  let fetch: Fetch = starting
  const server = createServer(getRequestListener((request, connection) => fetch(request, connection)))
  await take(server, port, host)
  return {
    address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${(server.address() as AddressInfo).port}`,
    serve(next) {
      fetch = next
    },
    stop: () => close(server),
  }
}

function portOf(text = '4000'): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Refusal(
      `PORT is "${text}", which is not a port number: choose one from 1 to 65535, e.g. PORT=4000.`,
    )
  }
  return port
}

function take(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use by another program: stop that one or choose another port, e.g. PORT=${port + 1}.`,
        EACCES: `This user may not use port ${port}: choose one above 1023, e.g. PORT=4000.`,
      }
      reject(
        new Refusal(
          reasons[`${code}`] ??
            `Samen cannot listen on ${host}:${port} (${code}): choose another HOST or PORT.`,
        ),
      )
    })
    server.listen(port, host, resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), requestSecondsMax * 1000).unref()
  })
}

function starting(): Response {
  return new Response('Samen is starting. Try again in a few seconds.\n', {
    status: 503,
    headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' },
  })
}
