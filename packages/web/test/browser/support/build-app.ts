import { buildApp } from './fixture-server.ts'

/** Builds the web app once for all tests that show it on fixtures: test files run side by side. */
export default async function setup(): Promise<void> {
  await buildApp()
}
