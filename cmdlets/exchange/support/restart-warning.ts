// What changes to transport agents print (facts/outputs 3.5; the space before the colon is the product's).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';

const services: Record<string, string> = {
  FrontEnd: 'MSExchangeFrontEndTransport',
  MailboxSubmission: 'MSExchangeSubmission',
  MailboxDelivery: 'MSExchangeDelivery',
};

export function warnOfRestart(cmdlet: CmdletContext, transportService = 'Hub'): void {
  const service = services[transportService] ?? 'MSExchangeTransport';
  cmdlet.warning(`The following service restart is required for the change(s) to take effect : ${service}`);
}
