// EdgeTransport.exe.config: settings of the transport process that no cmdlet has. The file lies on each server's drive; the service reads
// it when it starts (facts 2; *Configure message retry, resubmit, and expiration intervals*, *Priority queuing*).

import { installPath } from '../../../state/schema/property-catalog.ts';
import type { Content, Priority } from '../mail/content.ts';
import type { Machine } from './machine.ts';

export interface ApplicationConfig {
  glitchRetryCount: number;
  glitchRetryIntervalMs: number;
  mailboxRetryIntervalMs: number;
  maxIdleTimeBeforeResubmitMs: number;
  /** Undefined: SafetyNetHoldTime of the organisation counts. */
  safetyNetHoldTimeMs: number | undefined;
  /** Undefined: priority queuing is off. */
  priorities: PriorityConfig | undefined;
}

export interface PriorityConfig {
  maxHighPriorityBytes: number;
  delayNotificationMs: Record<Priority, number>;
  expirationMs: Record<Priority, number>;
}

/** A High message above the limit counts as a Normal one. */
export function effectivePriority(content: Content, config: PriorityConfig): Priority {
  return content.priority === 'High' && content.size > config.maxHighPriorityBytes ? 'Normal' : content.priority;
}

const defaults: Record<string, string> = {
  QueueGlitchRetryCount: '4',
  QueueGlitchRetryInterval: '00:01:00',
  MailboxDeliveryQueueRetryInterval: '00:05:00',
  MaxIdleTimeBeforeResubmit: '12:00:00',
  PriorityQueuingEnabled: 'false',
  MaxHighPriorityMessageSize: '250KB',
  HighPriorityDelayNotificationTimeout: '00:30:00',
  NormalPriorityDelayNotificationTimeout: '04:00:00',
  LowPriorityDelayNotificationTimeout: '08:00:00',
  HighPriorityMessageExpirationTimeout: '08:00:00',
  NormalPriorityMessageExpirationTimeout: '2.00:00:00',
  LowPriorityMessageExpirationTimeout: '2.00:00:00',
};

export function configFile(machine: Machine): string {
  return `${installPath(machine.version ?? 2016)}Bin\\EdgeTransport.exe.config`;
}

/** The file as Setup leaves it. */
export function shippedConfig(): string {
  const lines = Object.entries(defaults).map(([key, value]) => `    <add key="${key}" value="${value}" />`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<configuration>',
    '  <appSettings>',
    ...lines,
    '  </appSettings>',
    '</configuration>',
    '',
  ].join('\r\n');
}

/** `1.02:03:04` in milliseconds. */
function spanMs(text: string): number | undefined {
  const match = /^(?:(\d+)\.)?(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [, days = '0', hours, minutes, seconds] = match;
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

function bytes(text: string): number | undefined {
  const match = /^(\d+)\s*(B|KB|MB)?$/i.exec(text.trim());
  if (match === null) return undefined;
  return Number(match[1]) * ({ B: 1, KB: 1024, MB: 1_048_576 }[(match[2] ?? 'B').toUpperCase()] ?? 1);
}

/** Settings of a file's text; a key that is missing or can't be read has its shipped value. */
export function readConfig(text: string | undefined): ApplicationConfig {
  const keys = new Map<string, string>();
  const active = (text ?? '').replace(/<!--[\s\S]*?-->/g, '');
  for (const [, key, value] of active.matchAll(/<add\s+key\s*=\s*"([^"]*)"\s+value\s*=\s*"([^"]*)"/gi))
    keys.set(key!.toLowerCase(), value!);
  const read = <T>(name: string, parse: (text: string) => T | undefined): T =>
    parse(keys.get(name.toLowerCase()) ?? defaults[name]!) ?? parse(defaults[name]!)!;
  const count = (value: string): number | undefined => (/^\d{1,2}$/.test(value.trim()) ? Number(value) : undefined);
  const byPriority = (name: string): Record<Priority, number> => ({
    High: read(`HighPriority${name}`, spanMs),
    Normal: read(`NormalPriority${name}`, spanMs),
    Low: read(`LowPriority${name}`, spanMs),
  });
  const safetyNet = keys.get('safetynetholdtimeinterval');
  return {
    glitchRetryCount: read('QueueGlitchRetryCount', count),
    glitchRetryIntervalMs: read('QueueGlitchRetryInterval', spanMs),
    mailboxRetryIntervalMs: read('MailboxDeliveryQueueRetryInterval', spanMs),
    maxIdleTimeBeforeResubmitMs: read('MaxIdleTimeBeforeResubmit', spanMs),
    safetyNetHoldTimeMs: safetyNet === undefined ? undefined : spanMs(safetyNet),
    priorities: /^\s*true\s*$/i.test(keys.get('priorityqueuingenabled') ?? '')
      ? {
          maxHighPriorityBytes: read('MaxHighPriorityMessageSize', bytes),
          delayNotificationMs: byPriority('DelayNotificationTimeout'),
          expirationMs: byPriority('MessageExpirationTimeout'),
        }
      : undefined,
  };
}

let shipped: ApplicationConfig | undefined;

/** What holds where no file was changed. */
export function shippedSettings(): ApplicationConfig {
  shipped ??= readConfig(undefined);
  return shipped;
}
