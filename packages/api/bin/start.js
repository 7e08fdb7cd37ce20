#!/usr/bin/env node
import { requireNode } from './node-version.js'

requireNode()
import('../src/server.ts').then(({ main }) => main())
