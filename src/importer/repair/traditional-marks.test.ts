import { expect, test } from 'vitest';
import { repairBlocks } from './repair-blocks.ts';
import { widenPunctuation } from './repairs/widen-punctuation.ts';

test.each([
  [
    '東港鎮昨天開幕,首日湧入三萬人.漁會說「很好!」他笑了.',
    '東港鎮昨天開幕，首日湧入三萬人。漁會說「很好！」他笑了。',
  ],
  ['外婆說:「樹比你媽媽還老.」', '外婆說：「樹比你媽媽還老。」'],
  ['他讀過馬克.吐溫的書，還買了一本', '他讀過馬克.吐溫的書，還買了一本'],
])('half-width marks between traditional Han: %s', (text, widened) => {
  const block = { type: 'paragraph', text, lines: { first: 1, last: 1 } } as const;
  const { blocks } = repairBlocks([block], 'page', { script: 'han-traditional' }, [
    widenPunctuation,
  ]);
  expect(blocks[0]?.text).toBe(widened);
});
