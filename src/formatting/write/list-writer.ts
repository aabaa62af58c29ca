// `Label : value` lines, values wrapped under themselves.

import { displayWidth, headFitting } from '../display-width.ts';
import { wrapText } from '../wrap-text.ts';

const SEPARATOR = ' : ';

export function writeListEntry(
  fields: readonly { label: string; text: string }[],
  screenWidth: number,
  writeLine: (line: string) => void,
  decorate: (label: string) => string = (label) => label,
): void {
  let labelWidth = 0;
  for (const field of fields) labelWidth = Math.max(labelWidth, displayWidth(field.label));
  labelWidth = Math.min(labelWidth, Math.max(screenWidth - SEPARATOR.length - 1, 1));
  const valueWidth = Math.max(screenWidth - labelWidth - SEPARATOR.length, 1);
  const indent = ' '.repeat(labelWidth + SEPARATOR.length);
  for (const field of fields) {
    const label = headFitting(field.label, labelWidth);
    const head = label + ' '.repeat(Math.max(labelWidth - displayWidth(label), 0)) + SEPARATOR;
    const lines = wrapText(field.text, valueWidth, valueWidth);
    for (let i = 0; i < lines.length; i++) writeLine((i === 0 ? decorate(head) : indent) + lines[i]);
  }
}
