/** The walls of docs/architecture.md, one commented rule each. Import only from a lower line, never sideways. */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^libs/${from}/` },
  to: {
    path: '^(libs|apps|tests)/',
    pathNot: [`^libs/${from}/`, '^tests/support/', ...to.map((lib) => `^libs/${lib}/index\\.ts$`)],
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Nothing may depend on itself in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    only('event-store-alone', 'The port imports nothing of ours.', 'event-store', []),
    only('history-on-event-store', 'The semantics of time know the envelope and nothing else.', 'history', [
      'event-store',
    ]),
    only('postgres-adapter', 'An adapter knows its port.', 'event-store-postgres', ['event-store']),
    only('kurrentdb-adapter', 'An adapter knows its port.', 'event-store-kurrentdb', ['event-store']),
    only('reform-pure', 'The domain knows the meaning of time and the port.', 'reform', ['event-store', 'history']),
    only('workflow-general', 'The engine knows no aggregate of the reform.', 'workflow', ['event-store', 'history']),
    only('facts', 'The fact base folds what the domain names.', 'facts', [
      'event-store',
      'history',
      'reform',
      'workflow',
    ]),
    only('cases', 'The driver.', 'cases', ['event-store', 'history', 'reform', 'workflow', 'facts']),
    only('views', 'Views are pure functions of fact rows.', 'views', [
      'event-store',
      'history',
      'reform',
      'workflow',
      'facts',
    ]),
    only('import', 'The import writes what a programme file states.', 'import', [
      'event-store',
      'history',
      'reform',
      'workflow',
      'facts',
    ]),
    only('platform-alone', 'Processes, databases and clocks; knows nothing of the domain.', 'platform', []),
    {
      name: 'adapters-by-apps-only',
      comment: 'Only apps and tests choose implementations.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/event-store-(postgres|kurrentdb)/', '^libs/platform/'] },
      to: { path: '^libs/(event-store-(postgres|kurrentdb)|platform)/' },
    },
    {
      name: 'support-for-specs-only',
      comment: 'What supports the tests is no part of the product.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^tests/' },
    },
    {
      name: 'libs-by-their-index',
      comment: 'A lib is imported through its index.ts.',
      severity: 'error',
      from: { path: '^(apps|tests)/' },
      to: { path: '^libs/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'pure-libs',
      comment: 'The pure libs have no Nest, no Node, no driver.',
      severity: 'error',
      from: { path: '^libs/(event-store|history|reform|workflow)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(^node_modules/(@nestjs|pg|pino|rxjs)/)|^node:', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-libs-no-core-modules',
      comment: 'The pure libs have no module of Node.',
      severity: 'error',
      from: { path: '^libs/(event-store|history|reform|workflow)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nest-only-in-modules',
      comment: 'In a lib, Nest appears only in <lib>.module.ts.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.module\\.ts$' },
      to: { path: '^node_modules/@nestjs/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
