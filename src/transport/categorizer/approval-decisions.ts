// What ends an approval: a moderator's answer, its age, or that no moderator could be asked. The first answer counts
// (*Moderated transport*). Approved mail goes on; else the sender is told, as SendModerationNotifications has it.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { type Message, Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track, trackContent } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { type Approval, allApproved } from './approval.ts';

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** A message for an arbitration mailbox: a moderator's answer, or the report that a moderator can't be reached. */
export function takeAnswer(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  address: string,
): void {
  const { content } = message;
  track(simulation, machine, message, {
    source: 'STOREDRIVER',
    eventId: 'DELIVER',
    serverHostname: machine.name,
    recipients: [address],
  });
  if (content.kind === 'FailureDsn') {
    noteBounce(simulation, service, machine, content);
    return;
  }
  const [, word, rest = ''] = /^\s*(approve|reject):\s*(.*)$/i.exec(content.subject) ?? [];
  const approval = [...simulation.approvals.values()].find(
    (candidate) =>
      same(candidate.arbitration, address) &&
      candidate.moderators.some((moderator) => same(moderator, message.returnPath)) &&
      (rest === '' || same(rest, candidate.request.subject) || same(rest, candidate.content.subject)),
  );
  if (word === undefined || approval === undefined || !message.authenticated) return;
  const approved = word.toLowerCase() === 'approve';
  note(simulation, machine, approval, approved ? 'MODERATORAPPROVE' : 'MODERATORREJECT', message.returnPath);
  end(simulation, approval, message.returnPath);
  if (approved) release(simulation, service, machine, approval);
  else tellSender(simulation, service, machine, approval, 'Rejected', rejection(approval, content.body));
}

function rejection(approval: Approval, comment: string): string[] {
  const lines = [`Your message to ${approval.address} was rejected by its moderator.`];
  if (comment.trim() !== '') lines.push('', "The moderator's comment:", comment.trim());
  return lines;
}

function note(
  simulation: Simulation,
  machine: Machine,
  approval: Approval,
  eventId: string,
  sourceContext: string,
): void {
  trackContent(simulation, machine, approval.content, {
    file: 'MSGTRKMA',
    source: 'APPROVAL',
    eventId,
    serverHostname: machine.name,
    recipients: [approval.address],
    reference: approval.request.messageId,
    sourceContext,
    returnPath: approval.returnPath,
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'Categorizer',
    approval.content,
    [approval.address],
    eventId,
    sourceContext,
  );
}

/** The approval is over: the request leaves the other moderators' mailboxes, the decider's goes to Deleted Items. */
function end(simulation: Simulation, approval: Approval, decider: string): void {
  simulation.approvals.delete(approval.id);
  for (const address of approval.moderators) {
    const owner = simulation.directory.recipientByAddress(address)?.guid;
    if (owner !== undefined)
      simulation.store.settle(owner, approval.request, same(address, decider) ? 'Deleted Items' : undefined);
  }
}

/** Approved: the original goes on to the recipient, which will not be asked for again. */
function release(simulation: Simulation, service: TransportService, machine: Machine, approval: Approval): void {
  const object = simulation.directory.recipientByAddress(approval.address);
  const nested = (object?.properties as Record<string, unknown> | undefined)?.BypassNestedModerationEnabled === true;
  const message = makeMessage(simulation, service, {
    content: approval.content,
    machine,
    returnPath: approval.returnPath,
    sourceName: 'Approval',
    sourceIp: machine.address,
    authenticated: approval.authenticated,
    hops: approval.hops,
    entered: approval.entered,
  });
  // Rules have not seen the mail yet, unless it was one of them that asked for approval.
  message.rulesDone = simulation.directory.find('transportRule', approval.guid) !== undefined;
  message.mark({ approvals: [...approval.approvals, approval.guid, ...(nested ? [allApproved] : [])] });
  const recipient = new Recipient(approval.address, approval.address, '');
  recipient.notify = approval.notify;
  message.addRecipient(recipient);
  track(simulation, machine, message, {
    source: 'APPROVAL',
    eventId: 'RECEIVE',
    serverHostname: machine.name,
    recipients: [approval.address],
    reference: approval.request.messageId,
  });
  submit(simulation, service, message);
}

/** Event `approval.expire`: nobody has decided in time. */
export function expireApproval(simulation: Simulation, id: number): void {
  const approval = simulation.approvals.get(id);
  if (approval === undefined) return;
  // The work is done by whichever server of the organisation can: the arbitration mailbox is nobody's in particular.
  const machine = [...simulation.machinesById.values()].find(
    (candidate) => !candidate.isEdge && simulation.runningTransport(candidate) !== undefined,
  );
  if (machine === undefined) {
    simulation.kernel.after(3_600_000, 'approval.expire', id);
    return;
  }
  note(simulation, machine, approval, 'MODERATIONEXPIRE', 'No moderator has decided');
  end(simulation, approval, '');
  tellSender(simulation, machine.transport!, machine, approval, 'Expired', [
    `Your message to ${approval.address} has expired: no moderator approved or rejected it in time.`,
  ]);
}

function noteBounce(simulation: Simulation, service: TransportService, machine: Machine, content: Content): void {
  const about = content.report?.originalMessageId ?? '';
  for (const approval of simulation.approvals.values()) {
    if (approval.request.messageId !== about) continue;
    approval.bounced.push(...content.report!.recipients.map((recipient) => recipient.originalAddress));
    if (!approval.moderators.every((address) => approval.bounced.some((other) => same(other, address)))) continue;
    end(simulation, approval, '');
    refuseWithoutModerators(simulation, service, machine, approval);
  }
}

/** No moderator can be asked: the sender gets the message back. */
export function refuseWithoutModerators(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  approval: Approval,
): void {
  note(simulation, machine, approval, 'MODERATORSALLNDR', 'No moderator could be reached');
  tellSender(simulation, service, machine, approval, 'Undeliverable', [
    `Your message to ${approval.address} could not be delivered: it needs a moderator's approval, and no moderator could be reached.`,
  ]);
}

/** SendModerationNotifications: Always, Internal (senders of the organisation) or Never. */
function isTold(simulation: Simulation, approval: Approval): boolean {
  const object = simulation.directory.recipientByAddress(approval.address) as ConfigObject | undefined;
  const setting = (object?.properties as Record<string, unknown> | undefined)?.SendModerationNotifications ?? 'Always';
  return setting === 'Always' || (setting === 'Internal' && approval.authenticated);
}

function tellSender(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  approval: Approval,
  what: string,
  lines: readonly string[],
): void {
  if (!isTold(simulation, approval)) return;
  const content = new Content(
    simulation.newContentId(),
    '',
    machine.fqdn,
    approval.arbitration,
    [approval.returnPath],
    [],
    `${what}: ${approval.content.subject}`,
    [...lines, '', `Subject: ${approval.content.subject}`].join('\n'),
    4096,
    'Normal',
    simulation.now,
    'ModerationNotice',
    undefined,
  );
  const notice = makeMessage(simulation, service, {
    content,
    machine,
    returnPath: '',
    sourceName: 'Approval',
    sourceIp: machine.address,
    authenticated: true,
    hops: undefined,
    entered: simulation.now,
  });
  notice.rulesDone = true;
  notice.addRecipient(new Recipient(approval.returnPath, approval.returnPath, ''));
  track(simulation, machine, notice, {
    source: 'APPROVAL',
    eventId: 'RECEIVE',
    serverHostname: machine.name,
    recipients: [approval.returnPath],
    reference: approval.content.messageId,
  });
  submit(simulation, service, notice);
}
