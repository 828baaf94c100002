/**
 * A text of somebody's file as a terminal or a log may show it: a control character stands as its picture
 * (Unicode, Control Pictures), one without a picture as U+FFFD. An escape sequence in an article could
 * clear the screen of whoever checks it, or hide what a finding says (CWE-150).
 *
 * @returns as many UTF-16 units as were given; line ends and tabs stay
 */
export function withVisibleControls(text: string): string {
  return text.replaceAll(
    // C0 but tab and line feed, DEL, C1, line and paragraph separator, marks of direction (UAX 9).
    /[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (control) => {
      const code = control.charCodeAt(0);
      if (code < 0x20) return String.fromCharCode(0x2400 + code);
      return code === 0x7f ? '\u2421' : '\ufffd';
    },
  );
}
