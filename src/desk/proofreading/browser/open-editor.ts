import type { DeskField } from '../article-stops.ts';
import type { DeskClientWording } from '../desk-wording.ts';
import type { DeskWriter } from './desk-writer.ts';
import { actionLine, buttonElement, textElement } from './make-element.ts';

/**
 * Opens a row's own MDX, to be written over.
 *
 * @param cursor where the letter in question stands in it, in UTF-16 units
 */
export function openEditor(
  row: HTMLElement,
  cursor: number,
  writer: DeskWriter,
  wording: DeskClientWording,
): void {
  if (row.querySelector('form.editor') !== null) return;
  const { source = '', block, field } = row.dataset;
  const form = document.createElement('form');
  form.className = 'editor';
  const area = textArea(row, source);
  const hint = textElement('p', wording.editHint);
  hint.className = 'soft';
  hint.lang = document.documentElement.lang;
  hint.id = `${row.id}-hint`;
  area.setAttribute('aria-describedby', hint.id);
  const close = (): void => {
    form.remove();
    row.classList.remove('is-edited');
    row.querySelector<HTMLElement>('[data-do="edit"]')?.focus();
  };
  const save = buttonElement(wording.save);
  save.type = 'submit';
  const cancel = buttonElement(wording.cancel);
  cancel.addEventListener('click', close);
  const buttons = actionLine(save, cancel);
  if (block !== undefined) buttons.append(splitButton(row, area, writer, wording));
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || field !== undefined)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { value } = area;
    if (value === source) close();
    else if (field === undefined) writer.send({ kind: 'text', ...blockOf(row), text: value });
    else writer.send({ kind: 'field', field: field as DeskField, was: source, text: value });
  });
  form.append(area, hint, buttons);
  row.querySelector('.standing')?.append(form);
  row.classList.add('is-edited');
  area.focus();
  area.setSelectionRange(cursor, cursor);
}

/** The block of a row as the desk knows it: its number, and its text as it was seen. */
export function blockOf(row: HTMLElement): { block: number; was: string } {
  return { block: Number(row.dataset['block']), was: row.dataset['source'] ?? '' };
}

function textArea(row: HTMLElement, source: string): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.value = source;
  area.rows = Math.max(2, Math.ceil(source.length / 28));
  area.setAttribute('aria-label', row.querySelector('.standing .label')?.textContent ?? '');
  return area;
}

function splitButton(
  row: HTMLElement,
  area: HTMLTextAreaElement,
  writer: DeskWriter,
  wording: DeskClientWording,
): HTMLElement {
  const split = buttonElement(wording.splitHere);
  split.addEventListener('click', () => {
    const { selectionStart, value } = area;
    const block = blockOf(row);
    if (value === block.was) {
      writer.send({ kind: 'split', ...block, at: Math.max(1, selectionStart) });
      return;
    }
    const parted = `${value.slice(0, selectionStart)}\n\n${value.slice(selectionStart)}`;
    writer.send({ kind: 'text', ...block, text: parted });
  });
  return split;
}
