/** Who may import whom: docs/architecture and the design say why, this says it so that a machine can refuse. */
const own = '^packages/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-imports-none-of-ours',
      comment: 'The domain knows no country, no server and no browser: countries plug into it.',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: own, pathNot: '^packages/core/' },
    },
    {
      name: 'country-imports-only-the-contract',
      comment:
        'A country is replaceable, and the tenth is written by others: the contract is all they may lean on.',
      severity: 'error',
      from: { path: '^packages/(country-[^/]+)/' },
      to: {
        path: own,
        pathNot: [
          '^packages/$1/',
          '^packages/core/src/country/index[.]ts$',
          '^packages/core/src/country/conformance/index[.]ts$',
        ],
      },
    },
    {
      name: 'contract-stands-alone',
      comment: 'A plugin author gets pure rules: no database, and nothing else of core.',
      severity: 'error',
      from: { path: '^packages/core/src/country/' },
      to: { path: ['(^|/)node_modules/(kysely|pg)/', '^packages/core/src/(?!country/)'] },
    },
    {
      name: 'web-imports-only-types-of-ours',
      comment: 'What runs in the browser holds no server code: it talks to the API through the typed client.',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: own, pathNot: '^packages/web/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-sees-only-the-client',
      comment: 'The types of the client are the whole agreement between browser and server.',
      severity: 'error',
      from: { path: '^packages/web/src/' },
      to: { path: own, pathNot: ['^packages/web/', '^packages/api/src/client[.]ts$'] },
    },
    {
      name: 'nouns-meet-at-their-faces',
      comment: 'A folder of core is free to change inside as long as its index.ts stays.',
      severity: 'error',
      from: { path: '^packages/core/src/([^/]+)/', pathNot: '^packages/core/src/database/schema[.]ts$' },
      to: {
        path: '^packages/core/src/[^/]+/',
        pathNot: ['^packages/core/src/$1/', '^packages/core/src/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'outsiders-meet-core-at-its-faces',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '^packages/core/' },
      to: { path: '^packages/core/', pathNot: '/index[.]ts$' },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^packages/[^/]+/test/' },
    },
    {
      name: 'product-needs-no-tools',
      comment: 'What runs must be a dependency, or a lean installation breaks.',
      severity: 'error',
      from: { path: '^packages/(?!web/)[^/]+/src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types may refer to each other; code that runs may not.',
      severity: 'error',
      from: { path: '^(packages|bench)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'all-resolve',
      comment: 'An import nobody can find is one that no other rule has looked at.',
      severity: 'error',
      from: { path: '^(packages|bench)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist[.][^/]*|locales)/|[.]css$' },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
