#!/usr/bin/env node
import { requireNode } from './node-version.js'

requireNode()
import('../src/cli.ts').then(({ main }) => main(process.argv.slice(2)))
