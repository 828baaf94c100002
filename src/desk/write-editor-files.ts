// Writes .vscode/ and the tables of docs/writing.md anew from the schemas: node src/desk/write-editor-files.ts
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillWritingDoc, renderEditorFiles } from './editor/editor-files.ts';
import { replaceFile } from './put-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
for (const { path, text } of renderEditorFiles()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  replaceFile(join(root, path), text);
}
const doc = join(root, 'docs/writing.md');
replaceFile(doc, fillWritingDoc(readFileSync(doc, 'utf8')));
