// Resubmit requests as objects, and what a cmdlet's Identity and Server name (facts/outputs 5; *Get-ResubmitRequest*).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { convertTo, toText } from '../../../src/runtime/convert.ts';
import { PSObject, typedArray } from '../../../src/runtime/values.ts';
import type { ResubmitRequestView } from '../../../src/transport/views.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError } from './errors.ts';
import { dateTimeOf } from './times.ts';

export const resubmitRequestTypeName = 'Microsoft.Exchange.Data.Transport.ResubmitRequest';

export function resubmitRequestObject(view: ResubmitRequestView): PSObject {
  return PSObject.of(
    {
      ResubmitRequestId: view.number,
      Server: view.server,
      StartTime: dateTimeOf(view.startTime),
      EndTime: dateTimeOf(view.endTime),
      Destination: view.destination === '' ? '' : toText(convertTo(view.destination, 'System.Guid')),
      CorrelationId: convertTo(view.correlationId, 'System.Guid'),
      UnresponsivePrimaryServers: typedArray(view.unresponsivePrimaryServers, 'System.String'),
      CreationTime: dateTimeOf(view.creationTime),
      State: view.state,
      DiagnosticInformation: view.diagnostics,
      Identity: String(view.number),
      IsValid: true,
      ObjectState: 'New',
    },
    resubmitRequestTypeName,
  );
}

/** The server that Identity and Server mean: a piped request's own, the one named, or the local one. */
function serverOf(cmdlet: CmdletContext): string {
  if (cmdlet.has('Server')) return textOf(cmdlet.args.Server);
  const given = cmdlet.has('Identity') ? rawOf(cmdlet.args.Identity) : undefined;
  const own = given instanceof PSObject ? given.get('Server') : undefined;
  return own === undefined || own === null ? localName(cmdlet) : toText(own);
}

/** The requests that the parameters select; one that is not there is an error. */
export function selectRequests(cmdlet: CmdletContext): { server: string; requests: ResubmitRequestView[] } {
  const server = serverOf(cmdlet);
  const requests = attempt(cmdlet, () => worldOf(cmdlet).resubmitRequests(server));
  if (requests === undefined || !cmdlet.has('Identity')) return { server, requests: requests ?? [] };
  const identity = textOf(cmdlet.args.Identity);
  const found = requests.filter((request) => String(request.number) === identity);
  if (found.length === 0)
    cmdlet.error(
      exchangeError(
        cmdlet,
        'notFound',
        `The resubmit request '${identity}' couldn't be found on '${server}'.`,
        identity,
      ),
    );
  return { server, requests: found };
}

/** Runs a change on the selected request. */
export function changeRequest(
  cmdlet: CmdletContext,
  doing: string,
  change: (server: string, number: number) => void,
): void {
  const { server, requests } = selectRequests(cmdlet);
  for (const request of requests) {
    if (!confirmed(cmdlet, `${doing} resubmit request "${request.number}" on server "${server}".`)) continue;
    attempt(cmdlet, () => change(server, request.number));
  }
}
