// Trace-SandboxMessage.

import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import type { DecisionView } from '../../src/transport/views.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { notFound } from './support/errors.ts';
import { decisionObject } from './support/objects.ts';

const fits = (texts: readonly string[], patterns: string[] | undefined): boolean =>
  patterns === undefined || patterns.some((pattern) => texts.some((text) => matchesWildcard(text, pattern, true)));

function clockText(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** The decisions as a tree: servers in order of time, below each what was decided there and why. */
function* treeLines(messageId: string, decisions: DecisionView[]): Iterable<string> {
  yield messageId;
  let server: string | undefined;
  for (const decision of decisions) {
    if (decision.server !== server) yield `+- ${(server = decision.server)}`;
    const rule = decision.rule === '' ? '' : ` [${decision.rule}]`;
    const recipients = decision.recipients.length === 0 ? '' : ` (${decision.recipients.join(', ')})`;
    yield `|  +- ${clockText(decision.time)} ${decision.component}: ${decision.decision}${rule}${recipients}`;
    if (decision.reason !== '') yield `|  |     because ${decision.reason}`;
    for (const alternative of decision.alternatives) yield `|  |     not ${alternative}`;
    for (const input of decision.inputs) yield `|  |     given ${input}`;
  }
}

export default sandboxCmdlet({
  name: 'Trace-SandboxMessage',
  synopsis: 'Tells why a message is where it is: every decision with its reason.',
  parameters: {
    MessageId: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      aliases: ['InternetMessageId'],
      help: 'Message-ID as Send-SandboxMessage puts it out, or a message, tracking event or mailbox item.',
    },
    Recipient: { type: 'string[]', wildcards: true, help: 'Only decisions about these recipients.' },
    Server: { type: 'string[]', wildcards: true, help: 'Only decisions of these servers.' },
    Rule: { type: 'string[]', wildcards: true, help: 'Only decisions by these rules of rerouting.' },
    AsTree: { type: 'switch', help: 'Puts out text lines instead of objects.' },
  },
  outputs: ['Hubshell.Sandbox.Decision', 'System.String'],
  examples: [
    {
      setup: '$id = Send-SandboxMessage alice kenji; Step-SandboxClock -Minutes 1',
      script: 'Trace-SandboxMessage $id -AsTree',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { MessageId: ids, Recipient: recipients, Server: servers, Rule: rules, AsTree: asTree } = cmdlet.args;
      for (const id of ids as string[]) {
        const all = worldOf(cmdlet).decisions(id);
        if (all.length === 0) {
          notFound(cmdlet, 'message', id);
          continue;
        }
        const shown = all.filter(
          (decision) =>
            fits(decision.recipients, recipients) && fits([decision.server], servers) && fits([decision.rule], rules),
        );
        if (asTree) cmdlet.writeAll(treeLines(id, shown));
        else cmdlet.writeAll(shown.map(decisionObject));
      }
    },
  }),
});
