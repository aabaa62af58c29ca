// Get-Content.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { failed } from '../../../src/runtime/providers/provider-errors.ts';
import type { ResolvedPath } from '../../../src/runtime/providers/provider-session.ts';
import { encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { NumberBox, type Value } from '../../../src/runtime/values.ts';
import { expandContentPaths, reporting } from './shared/items.ts';

const POLL_INTERVAL_MS = 1000;

/** Pairs of parameters that exclude one another; the reference checks them in this order. */
function checkTogether(cmdlet: CmdletContext): void {
  if (cmdlet.has('TotalCount') && cmdlet.has('Tail')) {
    const message = 'The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.';
    cmdlet.fail(
      cmdlet.makeError(
        message,
        'TailAndHeadCannotCoexist',
        'InvalidOperation',
        null,
        'System.InvalidOperationException',
      ),
    );
  }
  if (cmdlet.args.Raw !== true) return;
  for (const other of ['Tail', 'Delimiter', 'Wait', 'TotalCount']) {
    if (!cmdlet.has(other)) continue;
    const message = `The 'Raw' and '${other}' parameters cannot be specified in the same command.`;
    cmdlet.fail(
      cmdlet.makeError(
        message,
        'InvalidOperation',
        'InvalidOperation',
        null,
        'System.Management.Automation.PSInvalidOperationException',
      ),
    );
  }
}

function integer(value: Value, absent: number): number {
  return value === undefined || value === null ? absent : Number(value instanceof NumberBox ? value.value : value);
}

export default defineCmdlet({
  name: 'Get-Content',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gc', 'type', 'cat'],
  synopsis: 'Gets the content of an item, such as the lines of a file.',
  parameters: {
    ReadCount: { type: 'long', pipeline: 'name', help: 'How many lines are sent on at a time; 0 sends all at once.' },
    TotalCount: {
      type: 'long',
      aliases: ['First', 'Head'],
      pipeline: 'name',
      validate: [{ kind: 'range', min: 0 }],
      help: 'How many lines or commands from the start.',
    },
    Tail: {
      type: 'int',
      aliases: ['Last'],
      pipeline: 'name',
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'How many lines from the end.',
    },
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'Path',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
    Delimiter: { type: 'string', help: 'Text between the parts.' },
    Wait: { type: 'switch', help: 'Waits for more.' },
    Raw: { type: 'switch', help: 'Gives the content as one text.' },
    Encoding: {
      type: 'System.Text.Encoding',
      validate: [{ kind: 'notNullOrEmpty' }],
      transform: encodingArgument,
      help: 'Encoding of the text; utf8NoBOM by default.',
    },
    AsByteStream: { type: 'switch', help: 'Treats the content as bytes.' },
  },
  defaultSet: 'Path',
  outputs: ['System.Byte', 'System.String'],
  examples: [
    { setup: "'one','two','three' | Set-Content C:\\a.txt", script: 'Get-Content C:\\a.txt -Tail 1', output: 'three' },
    { setup: "'one','two' | Set-Content C:\\a.txt", script: '(Get-Content C:\\a.txt -Raw).Length', output: '8' },
  ],
  create: (cmdlet) => {
    const put = (values: Value[]): void => {
      const size = integer(cmdlet.args.ReadCount, 1);
      if (size === 1) return cmdlet.writeAll(values);
      const step = size <= 0 ? values.length : size;
      for (let start = 0; start < values.length; start += step) cmdlet.write(values.slice(start, start + step));
    };
    const read = ({ provider, path }: ResolvedPath): Value[] => {
      if (provider.hierarchical && provider.isContainer(path)) {
        const message = `Unable to get content because it is a directory: '${path}'. Please use 'Get-ChildItem' instead.`;
        throw failed(
          'System.InvalidOperationException',
          message,
          'GetContainerContentException',
          'InvalidOperation',
          null,
        );
      }
      const { Raw: raw, AsByteStream: asBytes, Delimiter: delimiter, Encoding: encoding } = cmdlet.args;
      return [...provider.readContent(path, { raw: raw === true, asBytes: asBytes === true, delimiter, encoding })];
    };
    const part = (values: Value[]): Value[] => {
      const total = integer(cmdlet.args.TotalCount, -1);
      const tail = integer(cmdlet.args.Tail, -1);
      if (total >= 0) return values.slice(0, total);
      return tail >= 0 ? values.slice(Math.max(0, values.length - tail)) : values;
    };
    /** Gives what is added to the file until Ctrl+C stops it. */
    const follow = (item: ResolvedPath, seen: number): void => {
      for (let count = seen; ; ) {
        cmdlet.checkInterrupt();
        cmdlet.host.clock.sleep(POLL_INTERVAL_MS);
        if (!item.provider.exists(item.path)) return;
        const values = read(item);
        if (values.length < count) count = 0;
        cmdlet.writeAll(values.slice(count));
        count = values.length;
      }
    };
    return {
      process() {
        if (integer(cmdlet.args.TotalCount, -1) === 0) return;
        for (const item of expandContentPaths(cmdlet)) {
          reporting(cmdlet, () => {
            checkTogether(cmdlet);
            const values = read(item);
            put(part(values));
            if (cmdlet.args.Wait) follow(item, values.length);
          });
        }
      },
    };
  },
});
