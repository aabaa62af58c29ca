// ConvertTo-Html.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { PSChar, type Value } from '../../../src/runtime/values.ts';
import { cellText, columnsOf, escapeHtml, type HtmlColumn } from './shared/html.ts';

const STRICT =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';
const TRANSITIONAL =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Everything before the table: document type and head. */
function opening(cmdlet: CmdletContext): string[] {
  const { args } = cmdlet;
  const lines = [args.Transitional ? TRANSITIONAL : STRICT, '<html xmlns="http://www.w3.org/1999/xhtml">', '<head>'];
  if (args.Charset !== undefined) lines.push(`<meta charset="${args.Charset}">`);
  for (const [key, value] of args.Meta?.entries() ?? []) {
    const name = toText(key);
    if (/^(content-type|default-style|x-ua-compatible)$/i.test(name))
      lines.push(`<meta http-equiv="${name}" content="${toText(value)}">`);
    else lines.push(`<meta name="${name}" content="${toText(value)}">`);
  }
  if (args.Head !== undefined) lines.push(...(args.Head as string[]));
  else lines.push(`<title>${args.Title ?? 'HTML TABLE'}</title>`);
  if (args.CssUri !== undefined) lines.push(`<link rel="stylesheet" type="text/css" href="${toText(args.CssUri)}" />`);
  lines.push('</head><body>');
  for (const line of (args.Body as string[] | undefined) ?? []) lines.push(line);
  return lines;
}

function columnGroup(columns: HtmlColumn[]): string {
  const parts = columns.map((column) => {
    const width = column.width === undefined ? '' : ` width = "${column.width}"`;
    const align = column.align === undefined ? '' : ` align = "${column.align}"`;
    return `<col${width}${align}/>`;
  });
  return `<colgroup>${parts.join('')}</colgroup>`;
}

export default defineCmdlet({
  name: 'ConvertTo-Html',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Converts objects to an HTML page or table.',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects, usually from the pipeline.' },
    Property: { type: 'object[]', position: 0, help: 'Properties to show.' },
    Body: { type: 'string[]', position: 3, sets: 'Page', help: 'Body of the page or request.' },
    Head: { type: 'string[]', position: 1, sets: 'Page', help: 'Content of the head element.' },
    Title: {
      type: 'string',
      position: 2,
      sets: 'Page',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Title of the page or question.',
    },
    As: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'set', values: ['Table', 'List'] }],
      help: 'Form of the output.',
    },
    CssUri: {
      type: 'uri',
      aliases: ['cu', 'uri'],
      sets: 'Page',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Address of a style sheet.',
    },
    Fragment: {
      type: 'switch',
      sets: 'Fragment',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Writes only the table.',
    },
    PostContent: { type: 'string[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Text after the table.' },
    PreContent: { type: 'string[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Text before the table.' },
    Meta: {
      type: 'hashtable',
      sets: 'Page',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Meta elements of the page.',
    },
    Charset: {
      type: 'string',
      sets: 'Page',
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'pattern', pattern: '^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$' }],
      help: 'Character set named in the page.',
    },
    Transitional: {
      type: 'switch',
      sets: 'Page',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Declares the transitional document type.',
    },
  },
  defaultSet: 'Page',
  outputs: ['System.String'],
  examples: [
    {
      script: "[pscustomobject]@{ Name = 'EX01' } | ConvertTo-Html -Fragment",
      output: '<table>\n<colgroup><col/></colgroup>\n<tr><th>Name</th></tr>\n<tr><td>EX01</td></tr>\n</table>',
    },
  ],
  create: (cmdlet) => {
    let columns: HtmlColumn[] | undefined;
    let rows = 0;
    const list = (): boolean =>
      String(cmdlet.args.As instanceof PSChar ? '' : (cmdlet.args.As ?? 'Table')).toLowerCase() === 'list';
    const header = (): void => {
      if (list() || columns!.length === 0) return;
      cmdlet.write(columnGroup(columns!));
      cmdlet.write(`<tr>${columns!.map((column) => `<th>${escapeHtml(column.label)}</th>`).join('')}</tr>`);
    };
    const row = (value: Value): void => {
      if (columns!.length === 0) return;
      if (!list()) {
        const cells = columns!.map((column) => `<td>${escapeHtml(cellText(cmdlet, value, column))}</td>`);
        return cmdlet.write(`<tr>${cells.join('')}</tr>`);
      }
      if (rows > 0) cmdlet.write('<tr><td><hr></td></tr>');
      for (const column of columns!) {
        cmdlet.write(
          `<tr><td>${escapeHtml(column.label)}:</td><td>${escapeHtml(cellText(cmdlet, value, column))}</td></tr>`,
        );
      }
    };
    return {
      begin() {
        if (!cmdlet.args.Fragment) cmdlet.writeAll(opening(cmdlet));
        for (const line of (cmdlet.args.PreContent as string[] | undefined) ?? []) cmdlet.write(line);
        cmdlet.write('<table>');
      },
      process() {
        const value = cmdlet.args.InputObject as Value;
        if (value === undefined || value === null) return;
        if (columns === undefined) {
          columns = columnsOf(cmdlet, value);
          header();
        }
        row(value);
        rows++;
      },
      end() {
        cmdlet.write('</table>');
        for (const line of (cmdlet.args.PostContent as string[] | undefined) ?? []) cmdlet.write(line);
        if (!cmdlet.args.Fragment) cmdlet.write('</body></html>');
      },
    };
  },
});
