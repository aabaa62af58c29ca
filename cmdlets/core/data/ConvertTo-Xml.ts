// ConvertTo-Xml.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { convertTo } from '../../../src/runtime/convert.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { XmlObjectWriter } from './shared/xml-objects.ts';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

export default defineCmdlet({
  name: 'ConvertTo-Xml',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Converts objects to XML.',
  parameters: {
    Depth: { type: 'int', validate: [{ kind: 'range', min: 1, max: 2147483647 }], help: 'How many levels deep to go.' },
    InputObject: {
      type: 'psobject',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'allowNull' }],
      help: 'The objects, usually from the pipeline.',
    },
    NoTypeInformation: { type: 'switch', help: 'Leaves out type information, as is the default.' },
    As: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'set', values: ['Stream', 'String', 'Document'] }],
      help: 'Form of the output.',
    },
  },
  outputs: ['System.Xml.XmlDocument', 'System.String'],
  examples: [
    {
      script: '5 | ConvertTo-Xml -As String',
      output: '<?xml version="1.0" encoding="utf-8"?>\n<Objects>\n  <Object Type="System.Int32">5</Object>\n</Objects>',
    },
  ],
  create: (cmdlet) => {
    const objects: Value[] = [];
    return {
      process() {
        objects.push(cmdlet.args.InputObject ?? null);
      },
      end() {
        const depth = ((cmdlet.args.Depth as number | undefined) ?? 1) - 1;
        const withTypes = cmdlet.args.NoTypeInformation !== true;
        const form = String(cmdlet.args.As ?? 'Document');
        const render = (indent: number, values: Value[]): string => {
          const writer = new XmlObjectWriter(depth, withTypes);
          for (const value of values) writer.write(value, indent);
          return writer.lines.join('\n');
        };
        if (form === 'Stream') {
          cmdlet.write(DECLARATION);
          cmdlet.write('<Objects>');
          for (const value of objects) cmdlet.write(render(0, [value]));
          return cmdlet.write('</Objects>');
        }
        const text = `${DECLARATION}\n<Objects>\n${render(1, objects)}\n</Objects>`;
        cmdlet.write(form === 'String' ? text : convertTo(text, 'System.Xml.XmlDocument'));
      },
    };
  },
});
