import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import astro from 'eslint-plugin-astro';

export default defineConfig([
  {
    ignores: [
      'dist/**',
      '.astro/**',
      '.cache/**',
      'bench/results/**',
      'tests/.output/**',
      '**/*.d.ts',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A non-null assertion after a length check reads better than a dead branch that no test can reach.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Commands talk on standard output; everything else returns values.
    files: [
      'src/**/command.ts',
      'src/desk/**',
      'tests/run.ts',
      'tests/**/build-sites.ts',
      'bench/**',
      'docs/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/e2e/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='waitForFunction'] > ArrowFunctionExpression[async=true]",
          message: 'Playwright takes any promise for true. Poll with tab.evaluate instead.',
        },
      ],
    },
  },
]);
