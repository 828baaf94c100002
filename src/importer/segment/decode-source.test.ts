import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource, firstUndecodable, maxSourceBytes } from './decode-source.ts';

// Sentences of our own; as plain as a local paper's, so that the encodings can be told apart.
const chinese =
  '# 河湾社区办起了夜校\n\n本报讯（记者 周文）昨天晚上，河湾社区的夜校开课了。来上课的人不少，有年轻人，也有老人。\n\n这是我市今年在社区里办的第一个夜校，全年开设十门课，不收学费。\n';
const traditional =
  '# 河灣社區辦起了夜校\n\n昨天晚上，河灣社區的夜校開課了。來上課的人不少，有年輕人，也有老人。這是我們今年在社區裡辦的第一個夜校。\n';

/** Bytes of the text in an encoding, made by turning the platform's decoder around. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      try {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if ([...character].length === 1 && !table.has(character))
          table.set(character, [lead, trail]);
      } catch {
        // no character there
      }
    }
  }
  return new Uint8Array(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0)!;
      return code < 0x80 ? [code] : (table.get(character) ?? [0x3f]);
    }),
  );
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = (mark ? '\u{FEFF}' : '') + text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index += 1) {
    view.setUint16(index * 2, units.charCodeAt(index), order === 'le');
  }
  return bytes;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function decode(bytes: Uint8Array, encoding?: string) {
  return decodeSource({ bytes, file: 'page.md', ...(encoding === undefined ? {} : { encoding }) });
}

function textOf(bytes: Uint8Array, encoding?: string) {
  const result = decode(bytes, encoding);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.findings));
  return {
    text: result.text,
    encoding: result.encoding,
    ids: result.findings.map((finding) => finding.id),
  };
}

function refusalOf(bytes: Uint8Array, encoding?: string) {
  const result = decode(bytes, encoding);
  if (result.kind === 'text') throw new Error(`read as ${result.encoding}`);
  return result.findings;
}

describe('decodeSource reads', () => {
  it.each([
    ['UTF-8', utf8(chinese), 'utf-8', []],
    ['UTF-8 with a mark', utf8(`\u{FEFF}${chinese}`), 'utf-8', ['byte-order-mark']],
    ['CRLF', utf8(chinese.replaceAll('\n', '\r\n')), 'utf-8', ['carriage-return']],
    ['CR alone', utf8(chinese.replaceAll('\n', '\r')), 'utf-8', ['carriage-return']],
    [
      'UTF-16 LE with a mark',
      utf16(chinese, 'le', true),
      'utf-16le',
      ['encoding-converted', 'byte-order-mark'],
    ],
    [
      'UTF-16 BE with a mark',
      utf16(chinese, 'be', true),
      'utf-16be',
      ['encoding-converted', 'byte-order-mark'],
    ],
    ['UTF-16 LE, no mark', utf16(chinese, 'le', false), 'utf-16le', ['encoding-converted']],
    ['UTF-16 BE, no mark', utf16(chinese, 'be', false), 'utf-16be', ['encoding-converted']],
    ['GBK', encode(chinese, 'gbk'), 'gb18030', ['encoding-converted']],
  ] as const)('%s', (_name, bytes, encoding, ids) => {
    expect(textOf(bytes)).toEqual({ text: chinese, encoding, ids });
  });

  it.each(['河湾社区的夜校开课了', '# 新桥通车\n\n全市新建的大桥今天通车。\n'])(
    'a short file in GBK that reads as nothing else: %j',
    (text) => {
      expect(textOf(encode(text, 'gbk'))).toMatchObject({ text, encoding: 'gb18030' });
    },
  );

  it('Big5 when told so', () => {
    expect(textOf(encode(traditional, 'big5'), 'big5').text).toBe(traditional);
  });

  it('English UTF-16 without a mark, which is also valid UTF-8 full of NULs', () => {
    const english = 'The harbour council met on Monday to hear the report.\n';
    expect(textOf(utf16(english, 'le', false)).text).toBe(english);
  });

  it('an empty file: that it is empty is for decideRefusal to say', () => {
    expect(textOf(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', ids: [] });
  });

  it('a form feed, which pdftotext puts at the end of a page', () => {
    expect(textOf(utf8('第一版\n\f第二版')).text).toBe('第一版\n\f第二版');
  });
});

describe('what is no text yet', () => {
  it.each([
    ['PDF', Buffer.from('%PDF-1.4\n1 0 obj\n%%EOF\n')],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['Word', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])],
  ])('%s is named, whatever encoding is asked for', (kind, bytes) => {
    for (const encoding of [undefined, 'gb18030']) {
      const decoded = decodeSource({
        bytes,
        file: 'page.md',
        ...(encoding === undefined ? {} : { encoding }),
      });
      expect(decoded.kind).toBe('refused');
      expect(decoded.findings[0]).toMatchObject({
        id: 'source-not-text',
        message: expect.stringContaining(kind) as string,
      });
    }
  });
});

describe('decodeSource refuses', () => {
  it('bad UTF-8, naming the byte, the line and the column', () => {
    const bytes = new Uint8Array([...utf8('头版\n要闻'), 0xff, ...utf8('通讯')]);
    expect(refusalOf(bytes)).toMatchObject([
      {
        id: 'encoding-invalid',
        severity: 'error',
        line: 2,
        column: 3,
        message: expect.stringContaining('第 13 字节'),
      },
    ]);
  });

  it('a file cut off in the middle of a character, and says that it is cut', () => {
    expect(refusalOf(utf8(chinese).subarray(0, -2))[0]!.message).toContain('断在半个字上');
  });

  it('Big5 bytes, naming the flag that would read them', () => {
    const [finding] = refusalOf(encode(traditional, 'big5'));
    expect(finding!.action).toContain('--encoding big5');
  });

  it('GBK too short to be certain, naming the flag', () => {
    expect(refusalOf(encode('夜校开课', 'gbk'))[0]!.action).toContain('--encoding');
  });

  it('bytes that are not what --encoding says', () => {
    expect(refusalOf(new Uint8Array([0x61, 0x0a, 0xff, 0x61]), 'gb18030')).toMatchObject([
      { id: 'encoding-invalid', line: 2, column: 1 },
    ]);
  });

  it('an encoding nobody knows', () => {
    expect(refusalOf(utf8('a'), 'klingon')[0]!.id).toBe('encoding-unknown');
  });

  it('UTF-32', () => {
    expect(refusalOf(new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))[0]!.id).toBe(
      'encoding-unknown',
    );
  });

  it.each([
    ['nul-character', '要\u0000闻', 2],
    ['control-character', '要\u0007闻', 2],
    ['control-character', '要\u000B闻', 2],
    ['control-character', '要闻\u0085', 3],
    ['noncharacter', '\u{FFFE}要闻', 1],
    ['noncharacter', '要闻\u{1FFFF}', 3],
    ['bidi-control', '要\u202E闻', 2],
    ['bidi-control', '要闻\u2066', 3],
  ])('%s at its place', (id, text, column) => {
    expect(refusalOf(utf8(`报\n${text}`))).toMatchObject([{ id, line: 2, column }]);
  });

  it('each kind of forbidden character once, with its number', () => {
    const findings = refusalOf(utf8('\u0000\u0000\u0001'));
    expect(findings.map(({ id }) => id)).toEqual(['nul-character', 'control-character']);
    expect(findings[0]!.message).toContain('2 处');
  });

  it('more bytes than any paper has, without reading them', () => {
    expect(refusalOf(new Uint8Array(maxSourceBytes + 1))[0]!.id).toBe('source-too-large');
  });
});

describe('laws', () => {
  it('reads every UTF-8 text without control characters as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const text = written.replaceAll(
          /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{FEFF}]|\p{Noncharacter_Code_Point}/gu,
          '',
        );
        expect(textOf(utf8(text)).text).toBe(text);
      }),
    );
  });

  it('finds the first bad byte where the platform finds one, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const offset = firstUndecodable(bytes, 'utf-8');
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          valid = false;
        }
        expect(offset === bytes.length).toBe(valid);
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, offset));
        decode(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never calls random bytes a text in another encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 400 }), (bytes) => {
        const result = decode(bytes);
        if (result.kind === 'text') expect(result.encoding).toBe('utf-8');
      }),
    );
  });
});
