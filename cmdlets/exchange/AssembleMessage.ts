// AssembleMessage: writes what Export-Message puts out to a file. In the product a function of the shell.

import { convertTo } from '../../src/runtime/convert.ts';
import { enumerate } from '../../src/runtime/enumerate.ts';
import { FileError } from '../../src/runtime/host.ts';
import { getMember } from '../../src/runtime/members.ts';
import { describeFileError } from '../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../src/runtime/providers/provider-session.ts';
import type { Value } from '../../src/runtime/values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { BinaryFileData } from './types/binary-file-data.ts';

/** Bytes of the object of Export-Message, or of one that came over a remote session. */
function bytesOf(input: Value): Uint8Array {
  if (input instanceof BinaryFileData) return input.data;
  const data = getMember(input, 'FileData');
  return Uint8Array.from([...enumerate(data)], (byte) => Number(convertTo(byte, 'System.Int32')));
}

export default exchangeCmdlet({
  name: 'AssembleMessage',
  synopsis: 'Writes a message that Export-Message copied to a file.',
  parameterLines: `
    Path     String ! 0  # The file, .eml by custom.
    InputObject BinaryFileDataObject ! value  # The message.
  `,
  examples: [
    {
      setup:
        "Suspend-Queue EX01\\Submission -Confirm:$false; Send-SandboxMessage alice bob -Subject copy -Server EX01; Step-SandboxClock -Seconds 30; Suspend-Message -Filter {Subject -eq 'copy'} -Confirm:$false",
      script:
        "Get-Message -Filter {Subject -eq 'copy'} | Export-Message | AssembleMessage -Path C:\\copy.eml\nTest-Path C:\\copy.eml",
      output: 'True',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { path } = providersOf(cmdlet.engine).resolve(cmdlet.args.Path);
      const input = cmdlet.args.InputObject;
      const bytes = bytesOf(input.raw ?? input);
      try {
        cmdlet.host.files.write(path, bytes);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        const { type, message } = describeFileError(error);
        cmdlet.error(cmdlet.makeError(message, 'FileOpenFailure', 'OpenError', path, type));
      }
    },
  }),
});
