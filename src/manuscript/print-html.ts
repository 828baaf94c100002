import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { find, html as schema } from 'property-information';
import type { BodyMark } from './article-body.ts';

/** Elements without an end tag (HTML, section 13.1.2); written `<br/>`, which XML wants. */
const voidElements: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Attributes that hold ids of the same body, one or more. */
const idAttributes: ReadonlySet<string> = new Set([
  'id',
  'for',
  'headers',
  'aria-describedby',
  'aria-labelledby',
]);

/**
 * Prints hast as HTML that is well-formed XML as well, and notes where what it prints differs from
 * view to view. hast-util-to-html leaves `<` and `>` as they are in attributes, and tells no offsets.
 */
export class HtmlPrinter {
  html = '';
  readonly marks: BodyMark[] = [];
  /** Pictures are counted in their order. */
  #pictures = 0;

  print(node: Nodes): void {
    switch (node.type) {
      case 'root':
        for (const child of node.children) this.print(child as Nodes);
        return;
      case 'text':
        this.html += escapeText(node.value);
        return;
      case 'element':
        this.#element(node);
        return;
      default:
        // The closed set makes nothing else. To leave it out in silence would lose text.
        throw new Error(`hast node without a printed form: ${node.type}`);
    }
  }

  /** Prints a numbered paragraph, and notes where its text begins. */
  printParagraph(paragraph: Element, number: number): void {
    this.#open(paragraph);
    this.marks.push({ at: this.html.length, kind: 'paragraph', number });
    this.#close(paragraph);
  }

  #element(element: Element): void {
    this.#open(element);
    if (!voidElements.has(element.tagName)) this.#close(element);
  }

  #open({ tagName, properties }: Element): void {
    this.html += '<';
    this.#tagName(tagName);
    for (const [property, value] of Object.entries(properties)) {
      this.#attribute(tagName, property, value);
    }
    this.html += voidElements.has(tagName) ? '/>' : '>';
  }

  #close({ tagName, children }: Element): void {
    for (const child of children) this.print(child);
    this.html += '</';
    this.#tagName(tagName);
    this.html += '>';
  }

  #tagName(tagName: string): void {
    if (isHeading(tagName)) this.marks.push({ at: this.html.length + 1, kind: 'level' });
    this.html += tagName;
  }

  #attribute(tagName: string, property: string, value: Properties[string]): void {
    if (value === undefined || value === null || value === false) return;
    const { attribute } = find(schema, property);
    const from = this.html.length + 1;
    const opening = ` ${attribute}="`;
    const at = from - 1 + opening.length;
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
    const written = escapeAttribute(text);
    if (idAttributes.has(attribute)) {
      let offset = at;
      for (const id of written.split(' ')) {
        this.marks.push({ at: offset, kind: 'id' });
        offset += id.length + 1;
      }
    } else if (attribute === 'href' && text.startsWith('#')) {
      this.marks.push({ at: at + 1, kind: 'id' });
    } else if (tagName === 'img' && attribute === 'src') {
      const to = at + written.length + 1;
      this.marks.push({ at: from, kind: 'picture', picture: this.#pictures, to });
      this.#pictures += 1;
    }
    this.html += `${opening}${written}"`;
  }
}

/** Prints what stands within an element. */
export function printChildren(children: readonly ElementContent[]): string {
  const printer = new HtmlPrinter();
  for (const child of children) printer.print(child);
  return printer.html;
}

export function isHeading(tagName: string): boolean {
  return tagName.length === 2 && tagName.startsWith('h') && tagName !== 'hr';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeText(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => entities[character]!);
}

/**
 * Prints attributes as they stand in a tag, without a blank before the first.
 *
 * @param attributes by name; numbers are written as they are, absent values not at all
 */
export function printAttributes(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => `${name}="${escapeAttribute(value === true ? '' : String(value))}"`)
    .join(' ');
}

export function escapeAttribute(value: string): string {
  return value.replaceAll(/[&<>"]/g, (character) => entities[character]!);
}
