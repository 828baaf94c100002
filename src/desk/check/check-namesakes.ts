import type { Columnist } from '../../newspaper/columnist.ts';
import type { Finding } from '../../newspaper/finding.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { Place } from '../../newspaper/local-finding.ts';

interface ColumnistFile {
  readonly path: string;
  readonly data: Pick<Columnist, 'name' | 'disambiguation'>;
}

/**
 * Tells files of columnists that have one name, and no word that says which of them a reader is
 * reading about: lists of authors, search and titles would show the name of the file. A name is the
 * same in other blanks and in full width.
 *
 * @param locateIn finds a field's place in a file; called for findings only
 */
export function checkNamesakes(
  files: readonly ColumnistFile[],
  locateIn: (path: string) => (field: readonly PropertyKey[]) => Place,
): Finding[] {
  const byName = Map.groupBy(files, ({ data: { name } }) =>
    name.normalize('NFKC').replaceAll(/\s/gu, ''),
  );
  return [...byName.values()].flatMap((namesakes) => {
    const told = namesakes.filter(
      (one) =>
        namesakes.length > 1 &&
        (one.data.disambiguation === undefined ||
          namesakes.some(
            (other) => other !== one && other.data.disambiguation === one.data.disambiguation,
          )),
    );
    return told.map(({ path, data: { name, disambiguation } }): Finding => {
      const others = namesakes.map((other) => other.path).filter((other) => other !== path);
      const field = disambiguation === undefined ? 'name' : 'disambiguation';
      return {
        id: 'columnist-namesake',
        severity: 'review',
        file: path,
        ...locateIn(path)([field]),
        excerpt: disambiguation ?? name,
        ...findingWords(
          {
            zh: `作者“${name}”与 ${others.join('、')} 同名，${disambiguation === undefined ? '没有写明是哪一位' : `区别语“${disambiguation}”也相同`}`,
            en: `The columnist ${name} has the name of ${others.join(', ')}, ${disambiguation === undefined ? 'and nothing tells them apart' : `and the same disambiguation, ${disambiguation}`}`,
          },
          {
            zh: '是两个人，在各自的文件里写不同的 disambiguation，如：摄影；城东。是一个人，只留一个文件，把署名里的 columnist 都改成它',
            en: 'Where they are two, write another disambiguation in each file, such as: photographer. Where they are one, keep one file and let every byline’s columnist name it',
          },
        ),
      };
    });
  });
}
