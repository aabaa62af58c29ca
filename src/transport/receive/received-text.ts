// A message that came as text (DATA, BDAT) made into mail: header fields read, limits of the header checked.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { parseText } from '../mail/parse-text.ts';
import type { Simulation } from '../simulation.ts';
import type { IncomingMail } from './incoming.ts';

const bareLinefeed = reply(550, '5.6.11', 'Bare linefeeds are illegal');

export interface Envelope {
  from: string;
  recipients: string[];
  authenticated: boolean;
}

export function readText(
  simulation: Simulation,
  machine: Machine,
  connector: ConfigObject<'receiveConnector'>,
  lines: readonly string[],
  envelope: Envelope,
): IncomingMail | SmtpReply {
  const { BareLinefeedRejectionEnabled, MaxHeaderSize } = connector.properties;
  if (BareLinefeedRejectionEnabled && lines.some((line) => line.includes('\n'))) return bareLinefeed;
  const parsed = parseText(lines);
  if (parsed.headerSize > MaxHeaderSize) return replies.headerTooLarge;
  const content = new Content(
    simulation.newContentId(),
    parsed.messageId,
    machine.fqdn,
    parsed.from === '' ? envelope.from : parsed.from,
    parsed.to.length > 0 ? parsed.to : envelope.recipients,
    parsed.cc,
    parsed.subject,
    parsed.body,
    parsed.size,
    parsed.priority,
    parsed.date ?? simulation.now,
    'Message',
    undefined,
  );
  const own = machine.fqdn.toLowerCase();
  return {
    content: parsed.headers.length === 0 ? content : content.amended(content.id, {}, { headers: parsed.headers }),
    hops: undefined,
    entered: 0,
    authenticated: envelope.authenticated,
    recipients: undefined,
    expanded: undefined,
    suppressDsn: false,
    upstreamServer: 0,
    upstreamMessage: 0,
    headerSize: parsed.headerSize,
    receivedLines: {
      all: parsed.receivedBy.length,
      local: parsed.receivedBy.filter((host) => host.toLowerCase() === own).length,
    },
  };
}
