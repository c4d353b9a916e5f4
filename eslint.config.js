import tseslint from 'typescript-eslint';

const pure = ['libs/event-store/**/*.ts', 'libs/history/**/*.ts', 'libs/reform/**/*.ts', 'libs/workflow/**/*.ts'];
const clock = 'Time is an argument: the pure libs read no clock and no time zone.';

export default tseslint.config(
  { ignores: ['dist/', 'var/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', { max: 300, skipBlankLines: false }],
      'max-params': ['error', 4],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/libs/*'], message: 'Import a lib by its alias (#lib).' }] },
      ],
    },
  },
  {
    // Nest needs the classes of constructor parameters at run time.
    files: ['apps/**/*.ts', '**/*.module.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: pure,
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: clock },
        { name: 'process', message: clock },
        { name: 'Temporal', message: clock },
        { name: 'Intl', message: clock },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'No randomness in the pure libs.' },
      ],
    },
  },
  { files: ['**/*.spec.ts', 'tests/**/*.ts'], rules: { 'max-lines': ['error', { max: 400 }] } },
);
