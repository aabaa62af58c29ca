// Which mailboxes Get-Mailbox shows: the system's own only by the switch that asks for them.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { recipientTypeDetails } from '../../../src/transport/directory/recipient-types.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';

const kinds: Record<string, string> = {
  Arbitration: 'ArbitrationMailbox',
  AuditLog: 'AuditLogMailbox',
  AuxAuditLog: 'AuxAuditLogMailbox',
  Monitoring: 'MonitoringMailbox',
  PublicFolder: 'PublicFolderMailbox',
  GroupMailbox: 'GroupMailbox',
};

export function isShownMailbox(cmdlet: CmdletContext, object: ConfigObject): boolean {
  const details = recipientTypeDetails(object);
  const asked = Object.keys(kinds).filter((parameter) => cmdlet.has(parameter) && cmdlet.args[parameter]);
  if (cmdlet.has('Archive') && cmdlet.args.Archive && object.properties.ArchiveStatus !== 'Active') return false;
  return asked.length > 0
    ? asked.some((parameter) => kinds[parameter] === details)
    : cmdlet.has('RecipientTypeDetails') || !Object.values(kinds).includes(details);
}
