// Transport rules: run once, on the first Hub that categorizes a message, when its recipients are known; on Edge servers the rules of
// the Edge server when the message has come in. Conditions: rules/predicates.ts; actions: rules/actions.ts. Without rules nothing of
// this costs anything.

import type { JsonObject } from '../../../state/schema/json.ts';
import type { Machine } from '../machines/machine.ts';
import type { Message, Recipient } from '../mail/message.ts';
import { finishIfDone, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { AgentKind } from '../receive/agents/catalog.ts';
import type { Simulation } from '../simulation.ts';
import { journal } from './journaling.ts';
import { actionNames, changesContent, takeActions } from './rules/actions.ts';
import { matchingRecipients } from './rules/predicates.ts';
import { endRecipients, fork } from './rules/recipient-changes.ts';
import { type Rule, RuleMail } from './rules/rule-mail.ts';
import { rulesOf } from './rules/rules-of-server.ts';

/** The agent that runs rules is enabled, as the service found it when it started. */
function isLoaded(service: TransportService, agent: AgentKind): boolean {
  const agents = service.settings.agents ?? [];
  return agents.length === 0 || agents.some(([, kind]) => kind === agent);
}

/** Runs the rules for recipients that are resolved; gives those that the mail still goes to, new ones among them. */
export function applyRules(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: Recipient[],
): Recipient[] {
  if (message.returnPath === '' || machine.version === 2003 || recipients.length === 0) return recipients;
  const rules = rulesOf(simulation, machine);
  if (rules.length === 0 || !isLoaded(service, machine.isEdge ? 'EdgeRule' : 'TransportRule')) return recipients;
  const mail = new RuleMail(simulation, service, machine, message, recipients);
  run(mail, rules, 0);
  return mail.recipients;
}

function run(mail: RuleMail, rules: readonly Rule[], from: number): void {
  for (let index = from; index < rules.length && mail.recipients.length > 0; index += 1) {
    const rule = rules[index]!;
    const matching = matchingRecipients(mail, rule);
    if (matching.length === 0) continue;
    note(mail, rule, matching);
    const actions = (rule.properties.Actions ?? {}) as JsonObject;
    if (matching.length < mail.recipients.length) {
      runApart(mail, rules, index, matching);
      continue;
    }
    takeActions(mail, rule, rule.properties.Mode);
    if (stops(rule, actions)) return;
  }
}

const stops = (rule: Rule, actions: JsonObject): boolean =>
  (rule.properties.StopRuleProcessing === true || actions.StopRuleProcessing === true) &&
  rule.properties.Mode === 'Enforce';

/** The rule is about some recipients only: they get a copy of their own if the mail changes or their ways part. */
function runApart(mail: RuleMail, rules: readonly Rule[], index: number, matching: Recipient[]): void {
  const rule = rules[index]!;
  const actions = (rule.properties.Actions ?? {}) as JsonObject;
  const enforced = rule.properties.Mode === 'Enforce';
  if (enforced && (changesContent(actions) || stops(rule, actions) || actions.RedirectMessageTo !== undefined)) {
    const copy = fork(mail, matching);
    takeActions(copy, rule, rule.properties.Mode);
    if (!stops(rule, actions)) run(copy, rules, index + 1);
    sendOn(copy);
    return;
  }
  const part = new RuleMail(mail.simulation, mail.service, mail.machine, mail.message, matching);
  takeActions(part, rule, rule.properties.Mode);
  endRecipients(mail, []);
}

/** The copy takes its way from the Submission queue; rules are done with it. */
function sendOn({ simulation, service, machine, message }: RuleMail): void {
  message.rulesDone = true;
  journal(simulation, service, machine, message, message.recipients);
  if (message.recipients.some((recipient) => recipient.state !== 'done')) submit(simulation, service, message);
  else finishIfDone(simulation, service, message);
}

const severities: Record<string, number> = { Low: 1, Medium: 2, High: 3 };

/** That a rule fits stands in the trace, and from 2013 on in the tracking log (event AGENTINFO). */
function note(mail: RuleMail, rule: Rule, recipients: readonly Recipient[]): void {
  const { simulation, machine, message } = mail;
  const actions = (rule.properties.Actions ?? {}) as JsonObject;
  const names = actionNames(actions);
  const addresses = recipients.map(({ address }) => address);
  simulation.trace.record(
    simulation.now,
    machine,
    'TransportRules',
    message.content,
    addresses,
    `Rule '${rule.name}' applies`,
    names.join(', '),
  );
  if ((machine.version ?? 0) < 2013 || actions.SetAuditSeverity === 'DoNotAudit') return;
  const severity = severities[String(actions.SetAuditSeverity ?? 'Low')] ?? 1;
  const changed = new Date(rule.whenChanged).toISOString();
  const done = names.map((name) => `|action=${name}`).join('');
  track(simulation, machine, message, {
    source: 'AGENT',
    eventId: 'AGENTINFO',
    serverHostname: machine.name,
    recipients: addresses,
    customData: `S:TRA=ETR|ruleId=${rule.guid}|st=${changed}${done}|sev=${severity}|mode=${rule.properties.Mode}`,
  });
}
