// The file that an Edge server is subscribed with: XML that names the server and holds the credentials of the bootstrap account.

import type { MachineView } from '../../../src/transport/views.ts';

export interface EdgeFile {
  serverName: string;
  serverFqdn: string;
  effectiveMs: number;
  durationMs: number;
}

/** A value that belongs to the server and the time, as a key or password would. */
function token(text: string, length: number): string {
  let hash = 0x811c9dc5;
  let result = '';
  for (let i = 0; result.length < length; i++) {
    hash = Math.imul(hash ^ (text.charCodeAt(i % text.length) + i), 0x01000193);
    result += (hash >>> 0).toString(36);
  }
  return result.slice(0, length);
}

/** The subscription file of an Edge server; its credentials are good for `durationMs`. */
export function writeEdgeFile(machine: MachineView, nowMs: number, durationMs: number): string {
  const ticks = (ms: number): string => String(BigInt(Math.round(ms)) * 10_000n + 621_355_968_000_000_000n);
  const seed = `${machine.fqdn}/${nowMs}`;
  const fields: [string, string][] = [
    ['EdgeServerName', machine.name],
    ['EdgeServerFQDN', machine.fqdn],
    ['EdgeCertificateBlob', btoa(token(seed, 96))],
    ['ESRAUsername', `cn=ESRA.${machine.name},CN=Services,CN=Configuration,CN={${token(seed, 32)}}`],
    ['ESRAPassword', token(`${seed}/password`, 40)],
    ['EffectiveDate', ticks(nowMs)],
    ['Duration', String(BigInt(Math.round(durationMs)) * 10_000n)],
    ['AdamSslPort', '50636'],
    ['ServerType', 'Standard Evaluation'],
    ['ProductID', ''],
    ['VersionNumber', String(machine.version ?? '')],
    ['SerialNumber', `Version ${machine.version ?? ''}`],
  ];
  const lines = fields.map(([name, value]) => `  <${name}>${value}</${name}>`);
  return ['<?xml version="1.0"?>', '<EdgeSubscriptionData>', ...lines, '</EdgeSubscriptionData>', ''].join('\r\n');
}

/** Undefined for a text that is no subscription file. */
export function readEdgeFile(text: string): EdgeFile | undefined {
  const field = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  const serverName = field('EdgeServerName');
  const effective = field('EffectiveDate');
  const duration = field('Duration');
  if (!serverName || !/^\d+$/.test(effective ?? '') || !/^\d+$/.test(duration ?? '')) return undefined;
  return {
    serverName,
    serverFqdn: field('EdgeServerFQDN') ?? serverName,
    effectiveMs: Number((BigInt(effective!) - 621_355_968_000_000_000n) / 10_000n),
    durationMs: Number(BigInt(duration!) / 10_000n),
  };
}
