// Select-Xml.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { convertTo, toText } from '../../../src/runtime/convert.ts';
import { enumerate } from '../../../src/runtime/enumerate.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { construct, getMember, invokeMethod } from '../../../src/runtime/members.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import { resolveType } from '../../../src/runtime/types/registry.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import { eachItem } from '../management/shared/items.ts';

export default defineCmdlet({
  name: 'Select-Xml',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Finds nodes in XML by an XPath expression.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 1,
      pipeline: 'name',
      sets: 'Path',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'XML files to search.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPath',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path taken as it is, without wildcard characters.',
    },
    Xml: {
      type: 'System.Xml.XmlNode[]',
      aliases: ['Node'],
      mandatory: true,
      position: 1,
      pipeline: 'both',
      sets: 'Xml',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'XML nodes to search.',
    },
    Content: {
      type: 'string[]',
      mandatory: true,
      pipeline: 'value',
      sets: 'Content',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'XML text to search.',
    },
    XPath: {
      type: 'string',
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'XPath expression of the nodes wanted.',
    },
    Namespace: {
      type: 'hashtable',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Prefixes and namespaces as a hashtable.',
    },
  },
  defaultSet: 'Xml',
  outputs: ['Microsoft.PowerShell.Commands.SelectXmlInfo'],
  examples: [{ script: "(Select-Xml -Content '<r><i>5</i></r>' -XPath '/r/i').Node.InnerText", output: '5' }],
  create: (cmdlet) => {
    const select = (document: Value, path: string): void => {
      const args: Value[] = [cmdlet.args.XPath];
      const manager = namespaces(document);
      if (manager !== undefined) args.push(manager);
      for (const node of enumerate(invokeMethod(document, 'SelectNodes', args))) {
        cmdlet.write(
          PSObject.of(
            { Node: node, Path: path, Pattern: cmdlet.args.XPath },
            'Microsoft.PowerShell.Commands.SelectXmlInfo',
          ),
        );
      }
    };
    const namespaces = (document: Value): Value => {
      const table = cmdlet.args.Namespace as { entries(): Iterable<[Value, Value]> } | undefined;
      const type = resolveType('System.Xml.XmlNamespaceManager');
      if (table === undefined || type === undefined) return undefined;
      const manager = construct(type, [getMember(document, 'NameTable')]);
      for (const [prefix, uri] of table.entries()) invokeMethod(manager, 'AddNamespace', [toText(prefix), toText(uri)]);
      return manager;
    };
    const parse = (text: string, source: string): Value => {
      try {
        return convertTo(text, 'System.Xml.XmlDocument');
      } catch (error) {
        if (!(error instanceof DotNetException)) throw error;
        cmdlet.error(
          recordOf(
            failed(
              'System.Management.Automation.PSInvalidCastException',
              error.message,
              'InvalidCastToXmlDocument',
              'InvalidArgument',
              source,
            ),
          ),
        );
        return undefined;
      }
    };
    return {
      process() {
        const { Content: content, Xml: nodes } = cmdlet.args;
        for (const text of (content as string[] | undefined) ?? []) {
          const document = parse(text, text);
          if (document !== undefined) select(document, 'InputStream');
        }
        for (const node of (nodes as Value[] | undefined) ?? []) select(node, 'InputStream');
        eachItem(cmdlet, ({ path }) => {
          const document = parse(decodeText(cmdlet.host.files.read(path)), path);
          if (document !== undefined) select(document, path);
        });
      },
    };
  },
});
