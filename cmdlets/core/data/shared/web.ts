// Web requests: the sandbox has no way to the network, which every request says at once.

import type { CmdletContext, CmdletRun } from '../../../../src/runtime/cmdlet.ts';
import { toText } from '../../../../src/runtime/convert.ts';

export function refuseRequest(cmdlet: CmdletContext): CmdletRun {
  return {
    process() {
      const address = toText(cmdlet.args.Uri);
      const host = /^(?:[a-z]+:\/\/)?([^/?#]+)/i.exec(address)?.[1] ?? address;
      const message = `No such host is known. (${host.includes(':') ? host : `${host}:${/^https:/i.test(address) ? 443 : 80}`}) The sandbox has no connection to the internet.`;
      const record = cmdlet.makeError(
        message,
        'WebCmdletWebResponseException',
        'InvalidOperation',
        null,
        'System.Net.Http.HttpRequestException',
      );
      cmdlet.fail(record);
    },
  };
}
