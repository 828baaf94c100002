import { expect, test } from 'vitest';
import { newspaperComponents } from './newspaper-components.ts';

test('what a contributor reads of each component', () => {
  const said = Object.entries(newspaperComponents).map(([name, { purpose, attributes }]) =>
    [
      `${name}：${purpose}`,
      ...Object.entries(attributes).map(
        ([attribute, { purpose: use, required }]) =>
          `  ${attribute}${required ? '（必有）' : ''}：${use}`,
      ),
    ].join('\n'),
  );
  expect(said.join('\n')).toMatchSnapshot();
});
