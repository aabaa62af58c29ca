// The transport agents that the product brings: by the factory that makes them, what they do here and at which events of the pipeline.

/** What an agent does in this simulation; agents of other factories are listed and do nothing. */
export type AgentKind =
  | 'ConnectionFiltering'
  | 'SenderFilter'
  | 'RecipientFilter'
  | 'SenderId'
  | 'ContentFilter'
  | 'ProtocolAnalysis'
  | 'TransportRule'
  | 'EdgeRule'
  | 'Other';

interface KnownAgent {
  name: string;
  factory: string;
  kind: AgentKind;
  events: readonly string[];
}

const transportAgent = 'Microsoft.Exchange.Transport.Agent';
const known = (name: string, factory: string, kind: AgentKind, ...events: string[]): KnownAgent => ({
  name,
  factory: `${transportAgent}.${factory}`,
  kind,
  events,
});

/** Agents of anti-spam, in the order in which an Edge server's setup and the antispam script install them. */
export const antispamAgents = {
  connection: () =>
    known(
      'Connection Filtering Agent',
      'ConnectionFiltering.ConnectionFilteringAgentFactory',
      'ConnectionFiltering',
      'OnConnectEvent',
      'OnMailCommand',
      'OnRcptCommand',
      'OnEndOfHeaders',
    ),
  content: () =>
    known('Content Filter Agent', 'ContentFilter.ContentFilterAgentFactory', 'ContentFilter', 'OnEndOfData'),
  senderId: () => known('Sender Id Agent', 'SenderId.SenderIdAgentFactory', 'SenderId', 'OnEndOfHeaders'),
  sender: () =>
    known(
      'Sender Filter Agent',
      'ProtocolFilter.SenderFilterAgentFactory',
      'SenderFilter',
      'OnMailCommand',
      'OnEndOfHeaders',
    ),
  recipient: () =>
    known('Recipient Filter Agent', 'ProtocolFilter.RecipientFilterAgentFactory', 'RecipientFilter', 'OnRcptCommand'),
  protocol: () =>
    known(
      'Protocol Analysis Agent',
      'ProtocolAnalysis.ProtocolAnalysisAgentFactory',
      'ProtocolAnalysis',
      'OnEndOfHeaders',
      'OnEndOfData',
      'OnReject',
      'OnRsetCommand',
      'OnDisconnectEvent',
    ),
};

const submitted = 'OnSubmittedMessage';
const routed = 'OnRoutedMessage';
const rule = () => known('Transport Rule Agent', 'Rule.TransportRuleAgentFactory', 'TransportRule', routed);
const textRouting = () =>
  known('Text Messaging Routing Agent', 'TextMessaging.TextMessagingRoutingAgentFactory', 'Other', 'OnResolvedMessage');
const textDelivery = () =>
  known('Text Messaging Delivery Agent', 'TextMessaging.TextMessagingDeliveryAgentFactory', 'Other');

/** Hub and Mailbox servers, 2013 and later (facts/outputs 3.5). */
export const modernHubAgents = (): KnownAgent[] => [
  rule(),
  known('DLP Policy Agent', 'DlpPolicy.DlpPolicyAgentFactory', 'Other', routed),
  known('Retention Policy Agent', 'RetentionPolicy.RetentionPolicyAgentFactory', 'Other', routed),
  known('Supervisory Review Agent', 'SupervisoryReview.SupervisoryReviewAgentFactory', 'Other', routed),
  known('Malware Agent', 'Malware.MalwareAgentFactory', 'Other', submitted),
  textRouting(),
  textDelivery(),
  known('System Probe Drop Smtp Agent', 'SystemProbeDrop.SystemProbeDropSmtpAgentFactory', 'Other', 'OnEndOfHeaders'),
  known('System Probe Drop Routing Agent', 'SystemProbeDrop.SystemProbeDropRoutingAgentFactory', 'Other', routed),
];

export const olderHubAgents = (): KnownAgent[] => [rule(), textRouting(), textDelivery()];

export const edgeAgents = (): KnownAgent[] => [
  antispamAgents.connection(),
  known(
    'Address Rewriting Inbound Agent',
    'AddressRewrite.AddressRewritingInboundAgentFactory',
    'Other',
    'OnEndOfHeaders',
  ),
  known('Edge Rule Agent', 'Rule.EdgeRuleAgentFactory', 'EdgeRule', 'OnEndOfData'),
  antispamAgents.content(),
  antispamAgents.senderId(),
  antispamAgents.sender(),
  antispamAgents.recipient(),
  antispamAgents.protocol(),
  known('Attachment Filtering Agent', 'AttachmentFilter.AttachmentFilteringAgentFactory', 'Other', 'OnEndOfData'),
  known('Address Rewriting Outbound Agent', 'AddressRewrite.AddressRewritingOutboundAgentFactory', 'Other', submitted),
];

let byFactory: Map<string, KnownAgent> | undefined;

/** What a factory makes; its namespace may be shortened as administrators' scripts do. */
export function agentOfFactory(factory: string): KnownAgent | undefined {
  byFactory ??= new Map(
    [...modernHubAgents(), ...edgeAgents()].map((agent) => [shortName(agent.factory), agent] as const),
  );
  return byFactory.get(shortName(factory));
}

/** The class alone: `ContentFilterAgentFactory`. */
const shortName = (factory: string): string => factory.slice(factory.lastIndexOf('.') + 1).toLowerCase();

/** Events of the transport pipeline, in its order. */
const pipelineEvents = [
  'OnConnectEvent',
  'OnHeloCommand',
  'OnEhloCommand',
  'OnAuthCommand',
  'OnEndOfAuthentication',
  'OnMailCommand',
  'OnRcptCommand',
  'OnDataCommand',
  'OnEndOfHeaders',
  'OnEndOfData',
  'OnHelpCommand',
  'OnNoopCommand',
  'OnReject',
  'OnRsetCommand',
  'OnDisconnectEvent',
  'OnSubmittedMessage',
  'OnResolvedMessage',
  'OnRoutedMessage',
  'OnCategorizedMessage',
] as const;

/** Which of a service's agents, given in order of priority, are called at which event. */
export function pipelineOf(agents: readonly (readonly [name: string, kind: AgentKind, factory: string])[]): {
  event: string;
  agents: string[];
}[] {
  return pipelineEvents.map((event) => ({
    event,
    agents: agents.filter(([, , factory]) => agentOfFactory(factory)?.events.includes(event)).map(([name]) => name),
  }));
}
