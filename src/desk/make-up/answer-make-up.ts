import { layoutHintSchema, pageNumberSchema } from '../../newspaper/page.ts';
import { isIssueDate } from '../../newspaper/issue-date.ts';
import { slugSchema } from '../../newspaper/slug.ts';
import { diskFaultOf, diskSentence } from '../site/disk-sentence.ts';
import { guardRequest, type GuardedRequest } from '../proofreading/guard-request.ts';
import { writeLayoutHint } from './write-layout-hint.ts';

export interface LayoutRequest extends GuardedRequest {
  /** Of a form: `edition`, `page`, `slug`, `hint` (JSON; empty takes the hints away). */
  readonly body: string;
}

/** The one file that a request may change. */
export interface EditionFile {
  readonly read: (date: string) => string | undefined;
  readonly replace: (date: string, text: string) => void;
}

/**
 * Writes the hint that a person picked on the page view of `astro dev` into the edition's file.
 *
 * @returns the status, and a sentence where it is not done; 303 leads back to the page
 */
export function answerMakeUp(
  request: LayoutRequest,
  files: EditionFile,
): { readonly status: number; readonly message?: string } {
  // A form is no JSON; where it comes from has been looked at before that.
  const refused = guardRequest(request);
  if (request.method !== 'POST' || (refused !== undefined && refused !== 'not-json')) {
    return {
      status: 403,
      message: '只能在本机、从版面页上改版式。 Only from the page view, on this machine.',
    };
  }
  const form = new URLSearchParams(request.body);
  const date = form.get('edition') ?? '';
  const page = pageNumberSchema.safeParse(Number(form.get('page')));
  const slug = slugSchema.safeParse(form.get('slug'));
  const hint = readHint(form.get('hint') ?? '');
  if (!isIssueDate(date) || !page.success || !slug.success || hint === null) {
    return {
      status: 400,
      message:
        '版式没有改：请求里的期、版、文章或提示不对。 Not changed: the request is not a hint.',
    };
  }
  const file = `editions/${date}.yaml`;
  const text = files.read(date);
  const next = text === undefined ? undefined : writeLayoutHint(text, page.data, slug.data, hint);
  if (next === undefined) {
    return {
      status: 409,
      message: `版式没有改：${file} 读不出第 ${page.data} 版。 Not changed.`,
    };
  }
  try {
    if (next !== text) files.replace(date, next);
  } catch (error) {
    // Thrown on, it would end the dev server.
    const fault = diskFaultOf(error);
    if (fault === undefined) throw error;
    const { zh, en } = diskSentence(fault, file);
    return { status: 500, message: `版式没有改：${zh} ${en}` };
  }
  return { status: 303 };
}

/** null where it is no hint. */
function readHint(text: string): ReturnType<typeof layoutHintSchema.parse> | undefined | null {
  if (text === '') return undefined;
  try {
    return layoutHintSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
