export function textElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

export function buttonElement(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  return button;
}

/** A line of buttons, in the interface's language. */
export function actionLine(...buttons: HTMLElement[]): HTMLElement {
  const line = document.createElement('p');
  line.className = 'actions';
  line.lang = document.documentElement.lang;
  line.append(...buttons);
  return line;
}

/** Says something where assistive technology hears it. */
export function say(text: string): void {
  const place = document.querySelector('.said');
  if (place !== null) place.textContent = text;
}

/** The note of a doubtful article. */
export function noteArea(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#note');
}

/** Whether somebody has begun what is not written yet. */
export function isWriting(): boolean {
  const note = noteArea();
  return (
    document.querySelector('form.editor, dialog[open]') !== null ||
    (note !== null && note.value !== note.defaultValue)
  );
}
