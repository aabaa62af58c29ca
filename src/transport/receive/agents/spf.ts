// SPF records (RFC 7208, and v=spf1 as Sender ID reads it): may an address send for a domain?

import type { Machine } from '../../machines/machine.ts';
import { addressNumber, rangeBounds } from '../../network/connection.ts';
import { resolve } from '../../network/resolver.ts';
import type { Simulation } from '../../simulation.ts';

export type SpfResult = 'Pass' | 'Neutral' | 'SoftFail' | 'Fail' | 'None' | 'TempError' | 'PermError';

export interface SpfQuestion {
  simulation: Simulation;
  machine: Machine;
  servers: readonly string[];
  address: string;
  /** Time that the answers took; added to. */
  waitMs: number;
  /** Terms that asked DNS so far: more than ten are an error. */
  lookups: number;
}

/** Breaks off an evaluation. */
class SpfError extends Error {
  constructor(readonly result: 'TempError' | 'PermError') {
    super(result);
  }
}

const results: Record<string, SpfResult> = { '+': 'Pass', '-': 'Fail', '~': 'SoftFail', '?': 'Neutral' };
const maxLookups = 10;

export function checkSpf(question: SpfQuestion, domain: string): SpfResult {
  try {
    return evaluate(question, domain);
  } catch (error) {
    if (error instanceof SpfError) return error.result;
    throw error;
  }
}

function values(question: SpfQuestion, name: string, type: 'A' | 'MX' | 'TXT'): string[] {
  const answer = resolve(question.simulation, question.machine, question.servers, name, type);
  question.waitMs += answer.waitMs;
  if (answer.status !== 'NoError' && answer.status !== 'NxDomain') throw new SpfError('TempError');
  return answer.values.map(({ value }) => value);
}

function evaluate(question: SpfQuestion, domain: string): SpfResult {
  const records = values(question, domain, 'TXT')
    .map((text) => text.replace(/"/g, '').trim())
    .filter((text) => /^v=spf1(\s|$)/i.test(text));
  if (records.length === 0) return 'None';
  if (records.length > 1) throw new SpfError('PermError');
  let redirect = '';
  for (const term of records[0]!.toLowerCase().split(/\s+/).slice(1)) {
    const modifier = /^redirect=(.+)$/.exec(term);
    if (modifier !== null) redirect = modifier[1]!;
    if (term.includes('=')) continue;
    const match = /^([-+~?]?)([a-z0-9]+)(?:[:](.*?))?(?:\/(\d+))?$/.exec(term);
    if (match === null) throw new SpfError('PermError');
    const [, qualifier = '', mechanism = '', argument = '', bits] = match;
    if (fits(question, domain, mechanism, argument, bits)) return results[qualifier === '' ? '+' : qualifier]!;
  }
  if (redirect === '') return 'Neutral';
  countLookup(question);
  const result = evaluate(question, redirect);
  return result === 'None' ? 'PermError' : result;
}

function countLookup(question: SpfQuestion): void {
  question.lookups += 1;
  if (question.lookups > maxLookups) throw new SpfError('PermError');
}

function fits(
  question: SpfQuestion,
  domain: string,
  mechanism: string,
  argument: string,
  bits: string | undefined,
): boolean {
  const suffix = bits === undefined ? '' : `/${bits}`;
  switch (mechanism) {
    case 'all':
      return true;
    case 'ip4':
      return isWithin(question.address, argument + suffix);
    case 'ip6':
      return false;
    case 'a':
      countLookup(question);
      return values(question, argument === '' ? domain : argument, 'A').some((value) =>
        isWithin(question.address, value + suffix),
      );
    case 'mx':
      countLookup(question);
      return values(question, argument === '' ? domain : argument, 'MX').some((exchanger) =>
        values(question, exchanger, 'A').some((value) => isWithin(question.address, value + suffix)),
      );
    case 'include': {
      countLookup(question);
      const result = evaluate(question, argument);
      if (result === 'None') throw new SpfError('PermError');
      return result === 'Pass';
    }
    case 'exists':
      countLookup(question);
      return values(question, argument, 'A').length > 0;
    default:
      throw new SpfError('PermError');
  }
}

function isWithin(address: string, range: string): boolean {
  const bounds = rangeBounds(range);
  const value = addressNumber(address);
  return bounds !== undefined && value !== undefined && value >= bounds[0] && value <= bounds[1];
}
