// Set-StrictMode.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import type { Value } from '../../../src/runtime/values.ts';

const LATEST = 3;
/** Versions of PowerShell that are valid here. */
const KNOWN = /^(1\.0|2\.0|3\.0|4\.0|5\.0|5\.1|6\.0|6\.1|6\.2|7\.\d)(\.0+)*$/;

/** `Latest`, a number, a version: the level of strictness. */
function strictVersion(value: Value): Value {
  const text = toText(value);
  if (/^latest$/i.test(text)) return LATEST;
  const version = /^\d+$/.test(text) ? `${text}.0` : text;
  if (!/^\d+(\.\d+){1,3}$/.test(version)) {
    throw new DotNetException(
      'System.Management.Automation.PSInvalidCastException',
      `Cannot convert value "${text}" to type "System.Version".`,
    );
  }
  return KNOWN.test(version) ? Math.min(Number.parseInt(version, 10), LATEST) : version;
}

export default defineCmdlet({
  name: 'Set-StrictMode',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Sets how strictly code is checked while it runs.',
  parameters: {
    Off: { type: 'switch', mandatory: true, sets: 'Off', help: 'Switches strict mode off.' },
    Version: {
      type: 'version',
      aliases: ['v'],
      mandatory: true,
      sets: 'Version',
      transform: strictVersion,
      help: 'Version of the rules: 1.0, 2.0, 3.0 or Latest.',
    },
  },
  defaultSet: 'Version',
  examples: [{ script: 'Set-StrictMode -Version Latest; Set-StrictMode -Off; "[$neverSet]"', output: '[]' }],
  create: (cmdlet) => ({
    end() {
      const version = cmdlet.args.Version as number | string | undefined;
      if (typeof version === 'string') {
        const message = `Cannot validate argument on parameter 'Version'. The "${version}" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.`;
        cmdlet.fail(
          cmdlet.makeError(
            message,
            'ParameterArgumentValidationError',
            'InvalidData',
            null,
            'System.Management.Automation.ParameterBindingValidationException',
          ),
        );
      }
      cmdlet.engine.scope.strictMode = cmdlet.args.Off ? 0 : (version as number);
    },
  }),
});
