// Properties of recipients that the engine reads, and of what makes them: users without mailbox, address policies, X.400 domains.

import type { JsonValue } from './json.ts';

type Limit = number | 'Unlimited';

export interface RecipientProperties {
  Alias: string;
  DisplayName: string;
  PrimarySmtpAddress: string;
  EmailAddresses: string[];
  EmailAddressPolicyEnabled: boolean;
  LegacyExchangeDN: string;
  MaxSendSize: Limit;
  MaxReceiveSize: Limit;
  RecipientLimits: Limit;
  ForwardingAddress: string | null;
  DeliverToMailboxAndForward: boolean;
  RequireSenderAuthenticationEnabled: boolean;
  AcceptMessagesOnlyFrom: string[];
  AcceptMessagesOnlyFromDLMembers: string[];
  RejectMessagesFrom: string[];
  RejectMessagesFromDLMembers: string[];
  HiddenFromAddressListsEnabled: boolean;
}

/** Classes around recipients, by class. */
export interface RecipientSurroundings {
  /** An account without mailbox. */
  user: { UserPrincipalName: string; SamAccountName: string; DisplayName: string };
  emailAddressPolicy: {
    /** From 1; the default policy has the lowest. */
    Priority: number;
    RecipientFilter: string;
    RecipientFilterApplied: boolean;
    RecipientContainer: string | null;
    /** `SMTP:%m@contoso.com` the primary one, `smtp:…` others. */
    EnabledEmailAddressTemplates: string[];
    DisabledEmailAddressTemplates: string[];
  };
  x400AuthoritativeDomain: { X400DomainName: string; X400ExternalRelay: boolean };
  transportRule: {
    State: 'Enabled' | 'Disabled';
    Mode: string;
    Priority: number;
    Conditions: JsonValue;
    Exceptions: JsonValue;
    Actions: JsonValue;
    Comments: string | null;
    /** Milliseconds; null: none. */
    ActivationDate: number | null;
    ExpiryDate: number | null;
    RuleErrorAction: string;
    SenderAddressLocation: string;
    RuleSubType: string;
    StopRuleProcessing: boolean;
    /** The Edge server that has it; null: the organisation's. */
    Server: string | null;
  };
  journalRule: {
    Enabled: boolean;
    Recipient: string | null;
    JournalEmailAddress: string;
    Scope: 'Global' | 'Internal' | 'External';
  };
  /** Name = the mailbox's name. */
  moveRequest: {
    SourceDatabase: string;
    TargetDatabase: string;
    Status: string;
    PercentComplete: number;
    MailboxGuid: string | null;
    SuspendWhenReadyToComplete: boolean;
    /** Instant of the next step, 0 before it is queued. */
    NextStep: number;
  };
}
