// The Edge Rule agent, as far as its rules answer the client while the session is open: rejection with a reply of the rule's, or the
// connection dropped. What its other rules do to a mail happens when the mail is categorized (categorizer/rules.ts).

import type { JsonObject } from '../../../../state/schema/json.ts';
import { reply } from '../../../smtp/reply.ts';
import { matchingRecipients } from '../../categorizer/rules/predicates.ts';
import { type Rule, RuleMail } from '../../categorizer/rules/rule-mail.ts';
import { rulesOf } from '../../categorizer/rules/rules-of-server.ts';
import type { Content } from '../../mail/content.ts';
import { Message, Recipient } from '../../mail/message.ts';
import type { FilterAgent, FilteredSession, Verdict } from './agent.ts';

const defaultText = 'Delivery not authorized, message refused';

/** The mail as a rule sees it; nothing of it is kept. */
function mailOf(session: FilteredSession, content: Content): RuleMail {
  const { simulation, machine, from, address, external, scl } = session;
  const origin = { sourceName: '', sourceIp: address, authenticated: !external, receiveConnector: '', scl };
  const message = new Message(0, content, machine.id, simulation.now, from, origin, undefined, simulation.now);
  const recipients = session.recipients.map((each) => new Recipient(each, each, ''));
  return new RuleMail(simulation, machine.transport!, machine, message, recipients);
}

function verdictOf(rule: Rule): Verdict | undefined {
  const actions = (rule.properties.Actions ?? {}) as JsonObject;
  const found = { reason: 'EdgeRule', reasonData: rule.name };
  if (actions.Disconnect === true)
    return { action: 'RejectConnection', reply: reply(421, '4.7.0', 'Connection dropped', { close: true }), ...found };
  const { SmtpRejectMessageRejectStatusCode: code, SmtpRejectMessageRejectText: text } = actions;
  if (code === undefined && text === undefined) return undefined;
  const status = Number(code ?? 550);
  const enhanced = status < 500 ? '4.7.1' : '5.7.1';
  return { action: 'RejectMessage', reply: reply(status, enhanced, String(text ?? defaultText)), ...found };
}

export const edgeRule: FilterAgent = {
  onEndOfData(session, content) {
    const rules = rulesOf(session.simulation, session.machine);
    if (rules.length === 0) return undefined;
    const mail = mailOf(session, content);
    for (const rule of rules) {
      if (matchingRecipients(mail, rule).length === 0) continue;
      const verdict = rule.properties.Mode === 'Enforce' ? verdictOf(rule) : undefined;
      if (verdict !== undefined) return verdict;
      if ((rule.properties.Actions as JsonObject | undefined)?.StopRuleProcessing === true) return undefined;
    }
    return undefined;
  },
};
