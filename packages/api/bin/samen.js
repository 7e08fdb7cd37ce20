#!/usr/bin/env node
import { requireNode } from './node-version.js'

requireNode()
const { main } = await import('../src/cli.ts')
await main(process.argv.slice(2))
