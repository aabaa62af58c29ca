// Columns and rows of ConvertTo-Html.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { toText } from '../../../../src/runtime/convert.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { getMember, listMembers } from '../../../../src/runtime/members.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { ScriptBlock } from '../../../../src/runtime/script-block.ts';
import { isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import { dotNetText } from '../../../../src/runtime/types/object-text.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export interface HtmlColumn {
  label: string;
  expression: string | ScriptBlock;
  width?: string;
  align?: string;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);
}

function names(value: Value): string[] {
  if (isDictionary(value)) return [...value.entries()].map(([key]) => dotNetText(key));
  return listMembers(value, { propertiesOnly: true })
    .filter((member) => !member.hidden)
    .map((member) => member.name);
}

/** Columns that -Property asks for, or all properties of the first object. */
export function columnsOf(cmdlet: CmdletContext, first: Value): HtmlColumn[] {
  const wanted = cmdlet.args.Property as Value[] | undefined;
  if (wanted === undefined) return names(first).map((name) => ({ label: name, expression: name }));
  return wanted.flatMap((property) => {
    if (isDictionary(property)) return [calculated(property)];
    if (property instanceof ScriptBlock) return [{ label: property.toString().trim(), expression: property }];
    const pattern = toText(property);
    if (!/[*?[]/.test(pattern)) return [{ label: pattern, expression: pattern }];
    return names(first)
      .filter((name) => matchesWildcard(name, pattern))
      .map((name) => ({ label: name, expression: name }));
  });
}

/** `@{ Label = …; Expression = …; Width = …; Align = … }`, keys may be shortened. */
function calculated(table: { entries(): Iterable<[Value, Value]> }): HtmlColumn {
  const column: HtmlColumn = { label: '', expression: '' };
  for (const [key, value] of table.entries()) {
    const name = toText(key).toLowerCase();
    if (name === '') continue;
    if ('label'.startsWith(name) || 'name'.startsWith(name)) column.label = toText(value);
    else if ('expression'.startsWith(name)) column.expression = value instanceof ScriptBlock ? value : toText(value);
    else if ('width'.startsWith(name)) column.width = toText(value);
    else if ('alignment'.startsWith(name)) column.align = toText(value).toLowerCase();
  }
  if (column.label === '') column.label = String(column.expression).trim();
  return column;
}

/** Text of a cell. What cannot be computed is empty. */
export function cellText(cmdlet: CmdletContext, value: Value, column: HtmlColumn): string {
  const { expression } = column;
  try {
    if (expression instanceof ScriptBlock) {
      const output = cmdlet.invoke(expression, { underscore: value });
      return output.length === 0 || output[0] === null ? '' : dotNetText(output.length === 1 ? output[0] : output);
    }
    const found = isDictionary(value) && value.has(expression) ? value.get(expression) : getMember(value, expression);
    return found === null || found === undefined ? '' : dotNetText(found);
  } catch (error) {
    if (error instanceof DotNetException) return '';
    throw error;
  }
}
