import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFile } from '../draft/render-page-files.ts';
import { reconcileHandEdits, type Reconciled } from './hand-edits.ts';
import { parseImportRecord, renderImportRecord } from './import-record.ts';

const folder = 'articles/2030-05-01/01';
const recordPath = 'sources/2030-05-01/01.import.json';
const path = `${folder}/ye-xiao.mdx`;

type Tree = Map<string, string>;

/** One import into a content folder that is a map, as the command does it. */
function importInto(
  tree: Tree,
  incoming: Readonly<Record<string, string | Uint8Array>>,
  isValid: (text: string) => boolean = () => true,
): Reconciled {
  const { record } = parseImportRecord(tree.get(recordPath), recordPath);
  const result = reconcileHandEdits({
    record,
    recordPath,
    folder,
    incoming: Object.entries(incoming).map(([name, contents]): ContentFile => {
      const role = name.startsWith('articles/')
        ? 'article'
        : name.startsWith('sources/')
          ? 'source'
          : 'entry';
      return { path: name, contents, role };
    }),
    read: (name) => {
      const text = tree.get(name);
      return text === undefined ? undefined : Buffer.from(text);
    },
    file: 'page.md',
    firstLine: 1,
    isValid,
  });
  for (const { path: name, contents } of result.placement.files) {
    tree.set(name, typeof contents === 'string' ? contents : Buffer.from(contents).toString());
  }
  for (const name of result.placement.remove) tree.delete(name);
  return result;
}

const outcome = ({ statuses, findings }: Reconciled) => ({
  status: statuses[0]?.status,
  ids: findings.map(({ id }) => id),
});

const imported = `---
kind: article
headline: 夜校开课
section: yaowen
source:
  file: sources/2030-05-01/01.md
  lines:
    - 3
    - 9
proof: unread
---

昨天晚上，河湾社区的夜校开课了。

来上课的人不少，有年轻人，也有老人。

夜校全年开设十门课。
`;

/** Imports, lets a person edit, imports again; gives what then stands there. */
function reimport(edit: (text: string) => string | undefined, next: (text: string) => string) {
  const tree: Tree = new Map();
  importInto(tree, { [path]: imported });
  const edited = edit(imported);
  if (edited === undefined) tree.delete(path);
  else tree.set(path, edited);
  const result = importInto(tree, { [path]: next(imported) });
  const after = tree.get(path);
  const again = importInto(tree, { [path]: next(imported) });
  expect(tree.get(path)).toBe(after);
  return { ...outcome(result), after, tree, again: outcome(again) };
}
const same = (text: string): string => text;

describe('an article nobody has edited', () => {
  it('is created, then unchanged, then follows the import', () => {
    const tree: Tree = new Map();
    expect(outcome(importInto(tree, { [path]: imported }))).toEqual({ status: 'created', ids: [] });
    expect(outcome(importInto(tree, { [path]: imported }))).toEqual({
      status: 'unchanged',
      ids: [],
    });
    const next = imported.replace('十门', '十二门');
    expect(outcome(importInto(tree, { [path]: next }))).toEqual({ status: 'updated', ids: [] });
    expect(tree.get(path)).toBe(next);
  });

  it('is not taken for edited because a checkout has changed its line ends', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(reimport(crlf, same)).toMatchObject({ status: 'unchanged', after: crlf(imported) });
    const next = (text: string): string => text.replace('十门', '十二门');
    expect(reimport(crlf, next)).toMatchObject({ status: 'updated', after: crlf(next(imported)) });
  });

  it('is taken away when the import no longer has it, with a word on its address', () => {
    const tree: Tree = new Map();
    importInto(tree, { [path]: imported });
    expect(outcome(importInto(tree, {})).ids).toEqual(['article-withdrawn']);
    expect(tree.has(path)).toBe(false);
  });
});

describe('an article that a person has edited', () => {
  const mend = (text: string): string => text.replace('有年轻人', '有青年人');

  it('is kept, and the report says what the import would have changed', () => {
    const { status, ids, after } = reimport(mend, same);
    expect({ status, ids, after }).toEqual({
      status: 'kept-edited',
      ids: ['hand-edit-kept'],
      after: mend(imported),
    });
    const tree: Tree = new Map([[path, mend(imported)]]);
    const [finding] = importInto(tree, { [path]: imported }).findings;
    expect(finding).toMatchObject({ file: 'page.md', line: 3, excerpt: '夜校开课' });
    expect(finding!.message).toContain('第 2 段现为“的人不少，有青年人，也有老人。”');
  });

  it.each<[string, (text: string) => string, (text: string) => string]>([
    ['another block', mend, (text) => text.replace('十门', '十二门')],
    ['the block before', mend, (text) => text.replace('开课了。', '开课了！')],
    [
      'another field',
      (text) => text.replace('夜校开课', '河湾夜校开课'),
      (text) => text.replace('- 9', '- 11'),
    ],
    [
      'a field beside the edited one',
      (text) => text.replace('unread', 'doubtful'),
      (text) => text.replace('- 9', '- 11'),
    ],
    ['a field that is new', mend, (text) => text.replace('section:', 'column: yexiao\nsection:')],
    [
      'a block further down, where one was put in',
      (text) => text.replace('\n\n来上', '\n\n加一段。\n\n来上'),
      (text) => text.replace('十门', '十二门'),
    ],
    [
      'a block above one taken out',
      (text) => text.replace('\n夜校全年开设十门课。\n', ''),
      (text) => text.replace('开课了。', '开课了！'),
    ],
    [
      'the same place in the same way, and another',
      (text) => text.replace('十门', '十二门'),
      (text) => text.replace('十门', '十二门').replace('开课了。', '开课了！'),
    ],
  ])('takes a change of %s', (_name, edit, next) => {
    const { status, ids, after, again } = reimport(edit, next);
    expect({ status, ids }).toEqual({ status: 'kept-edited', ids: ['hand-edit-merged'] });
    // Edits in different places commute.
    expect(after!.trimEnd()).toBe(edit(next(imported)).trimEnd());
    expect(again.ids).not.toContain('hand-edit-merged');
  });

  it.each<[string, (text: string) => string, (text: string) => string]>([
    ['the same block', mend, (text) => text.replace('也有老人', '也有老年人')],
    [
      'the same field',
      (text) => text.replace('夜校开课', '夜校开讲'),
      (text) => text.replace('夜校开课', '夜校开门'),
    ],
    [
      'a block that the person took out',
      (text) => text.replace('来上课的人不少，有年轻人，也有老人。\n\n', ''),
      (text) => text.replace('有年轻人', '有青年人'),
    ],
    [
      'two blocks into one of which the person edited one',
      mend,
      (text) => text.replace('老人。\n\n夜校', '老人。夜校'),
    ],
    [
      'the end, where the person put something in',
      (text) => `${text}\n编后：好。\n`,
      (text) => `${text}\n又一段。\n`,
    ],
    [
      'anything in a proofread article',
      (text) => text.replace('unread', 'read'),
      (text) => text.replace('十门', '十二门'),
    ],
  ])(
    'is kept as it is when the import changes %s, and the import is put beside',
    (_name, edit, next) => {
      const { status, ids, after, tree, again } = reimport(edit, next);
      expect({ status, ids, after }).toEqual({
        status: 'kept-edited',
        ids: ['hand-edit-conflict'],
        after: edit(imported),
      });
      expect(tree.get(`${path}.incoming`)).toBe(next(imported));
      expect(again.ids).toEqual(['hand-edit-kept']);
    },
  );

  it('takes new line numbers even when it is proofread', () => {
    const edit = (text: string): string => mend(text).replace('unread', 'read');
    const { ids, after } = reimport(edit, (text) => text.replace('- 9', '- 11'));
    expect(ids).toEqual(['hand-edit-merged']);
    expect(after).toBe(edit(imported).replace('- 9', '- 11'));
  });

  it('asks about what was put beside it until that is deleted', () => {
    const next = (text: string): string => text.replace('也有老人', '也有老年人');
    const { tree } = reimport(mend, next);
    const waiting = importInto(tree, { [path]: next(imported) });
    expect(waiting.findings[0]).toMatchObject({ id: 'hand-edit-kept', severity: 'review' });
    tree.delete(`${path}.incoming`);
    const done = importInto(tree, { [path]: next(imported) });
    expect(done.findings[0]).toMatchObject({ id: 'hand-edit-kept', severity: 'info' });
    expect(tree.has(`${path}.incoming`)).toBe(false);
  });

  it('is not merged into something that cannot be published', () => {
    const tree: Tree = new Map();
    importInto(tree, { [path]: imported });
    tree.set(path, mend(imported));
    const result = importInto(tree, { [path]: imported.replace('十门', '十二门') }, () => false);
    expect(outcome(result).ids).toEqual(['hand-edit-conflict']);
    expect(tree.get(path)).toBe(mend(imported));
  });

  it('is kept when there is no record of the import, or a damaged one', () => {
    for (const record of [undefined, '{"version": 1, "files": <<<<<<<']) {
      const tree: Tree = new Map([[path, mend(imported)]]);
      if (record !== undefined) tree.set(recordPath, record);
      expect(outcome(importInto(tree, { [path]: imported }))).toEqual({
        status: 'kept-edited',
        ids: ['hand-edit-kept'],
      });
      expect(tree.get(path)).toBe(mend(imported));
    }
  });

  it('is kept when the import no longer has it', () => {
    const tree: Tree = new Map();
    importInto(tree, { [path]: imported });
    tree.set(path, mend(imported));
    for (let time = 1; time <= 2; time += 1) {
      expect(outcome(importInto(tree, {})).ids).toEqual(['article-orphaned']);
      expect(tree.get(path)).toBe(mend(imported));
    }
  });

  it('stays deleted when it was deleted, whatever the import says', () => {
    const { status, ids, after } = reimport(
      () => undefined,
      (text) => text.replace('十门', '十二门'),
    );
    expect({ status, ids, after }).toEqual({
      status: 'kept-edited',
      ids: ['article-deleted-by-hand'],
      after: undefined,
    });
  });
});

describe('other files', () => {
  it('columnists, columns and sections are written only where there is none', () => {
    const tree: Tree = new Map([['columnists/zhouwen.yaml', 'name: 周文\ndescription: 记者\n']]);
    importInto(tree, {
      'columnists/zhouwen.yaml': 'name: 周文\n',
      'columnists/liuming.yaml': 'name: 刘明\n',
    });
    expect(tree.get('columnists/zhouwen.yaml')).toContain('description');
    expect(tree.get('columnists/liuming.yaml')).toBe('name: 刘明\n');
  });

  it('an image that a person has replaced or deleted stays so; one nobody touched follows', () => {
    const image = `${folder}/ye-xiao.jpg`;
    const tree: Tree = new Map();
    importInto(tree, { [image]: Buffer.from('scan 1') });
    importInto(tree, { [image]: Buffer.from('scan 2') });
    expect(tree.get(image)).toBe('scan 2');
    tree.set(image, 'a better scan');
    importInto(tree, { [image]: Buffer.from('scan 3') });
    expect(tree.get(image)).toBe('a better scan');
    tree.delete(image);
    importInto(tree, { [image]: Buffer.from('scan 3') });
    expect(tree.has(image)).toBe(false);
  });

  it('the record is read back as it was written, and small', () => {
    const tree: Tree = new Map();
    importInto(tree, { [path]: imported, [`${folder}/a.png`]: new Uint8Array([1]) });
    const text = tree.get(recordPath)!;
    const { record, findings } = parseImportRecord(text, recordPath);
    expect(findings).toEqual([]);
    expect(renderImportRecord(record)).toBe(text);
    expect(text.split('\n').length).toBe(8);
    expect(text.length).toBeLessThan(500);
  });
});

/*
 * Edits as a person makes them, anywhere in the file and as often as they like. Each puts in a mark
 * that occurs nowhere else; a mark that is gone is an edit lost. Words are numbered, so that a deletion
 * can be told from a word that never was there.
 */
const article = (words: readonly string[]): string =>
  `---\nheadline: ${words[0]}\ndeck: ${words[1]}\nsource:\n  lines: [3, 9]\nproof: unread\n---\n\n` +
  `${words.slice(2).join('\n\n')}\n`;

const editScript = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('insert' as const),
      at: fc.nat(),
      text: fc.constantFrom('', '\n\n', '\n'),
    }),
    fc.record({ kind: fc.constant('replace' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('delete-block' as const), at: fc.nat() }),
    fc.constant({ kind: 'windows' as const, at: 0 }),
  ),
  { maxLength: 5 },
);
const importScript = fc.record({
  /** Indexes of the words that a new version of the importer, or a new source, gives otherwise. */
  changed: fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
  added: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
  dropped: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
});

describe('1,000 random edit scripts and re-imports', () => {
  it('lose no edit, raise nothing that was deleted, and settle', () => {
    let merged = 0;
    let conflicts = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(editScript, importScript), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (rounds, deletesFile) => {
          const tree: Tree = new Map();
          let words = Array.from(
            { length: 12 },
            (_, index) => `词${index}甲词${index}乙词${index}丙。`,
          );
          importInto(tree, { [path]: article(words) });
          const marks: string[] = [];
          const gone: string[] = [];

          rounds.forEach(([edits, change], round) => {
            const wasEdited = marks.length + gone.length > 0;
            edits.forEach(({ kind, at, ...edit }, number) => {
              let text = tree.get(path)!;
              // One character, so that no later edit can split it.
              const mark = String.fromCharCode(0x3400 + round * 10 + number);
              const bodyAt = text.indexOf('---', 4) + 4;
              const offset = bodyAt + (at % (text.length - bodyAt + 1));
              if (kind === 'insert') {
                const gap = 'text' in edit ? edit.text : '';
                text = text.slice(0, offset) + gap + mark + gap + text.slice(offset);
                marks.push(mark);
              } else if (kind === 'replace') {
                const found = [...text.matchAll(/词\d+[甲乙丙]/g)];
                const target = found[at % Math.max(1, found.length)];
                if (!target) return;
                text = text.replace(target[0], mark);
                marks.push(mark);
              } else if (kind === 'delete-block') {
                const blocks = text.slice(bodyAt).match(/[^\r\n]+/g) ?? [];
                const target = blocks[at % Math.max(1, blocks.length)];
                // A person does not delete what they have just put in; a rest of a word proves nothing.
                if (!target || !/^新?词\d.*。$/.test(target) || /[\u3400-\u4DBF]/.test(target))
                  return;
                text = text.slice(0, bodyAt) + text.slice(bodyAt).replace(target, '');
                gone.push(target);
              } else {
                text = text.replaceAll(/\r?\n/g, '\r\n');
              }
              tree.set(path, text);
            });

            words = words.map((word, index) =>
              change.changed.includes(index) ? `${word.replace(/机.*$/, '')}机${round}。` : word,
            );
            if (change.added !== undefined) words.splice(2 + change.added, 0, `新词${round}。`);
            if (change.dropped !== undefined && words.length > 4) {
              words.splice(2 + (change.dropped % (words.length - 2)), 1);
            }
            const before = tree.get(path)!;
            const result = importInto(tree, { [path]: article(words) });
            const after = tree.get(path)!;
            if (!wasEdited && marks.length + gone.length === 0) {
              expect(after.replaceAll('\r\n', '\n')).toBe(article(words));
            }
            for (const mark of marks) expect(after).toContain(mark);
            for (const block of gone) expect(after.split(/\r?\n/)).not.toContain(block);
            if (result.findings.some(({ id }) => id === 'hand-edit-merged')) merged += 1;
            if (result.findings.some(({ id }) => id === 'hand-edit-conflict')) {
              conflicts += 1;
              expect(after).toBe(before);
              expect(tree.get(`${path}.incoming`)).toBe(article(words));
            }

            const settled = new Map(tree);
            importInto(tree, { [path]: article(words) });
            expect(tree).toEqual(settled);
          });

          if (deletesFile) {
            tree.delete(path);
            importInto(tree, { [path]: article([...words, '尾。']) });
            expect(tree.has(path)).toBe(false);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(merged).toBeGreaterThan(100);
    expect(conflicts).toBeGreaterThan(100);
  });
});
