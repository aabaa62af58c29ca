// Who logs on by AUTH. The simulation knows no passwords: each mailbox user's is accepted whatever it is, as long as there is one.

import { domainOf } from '../directory/names.ts';
import type { Simulation } from '../simulation.ts';

/** Primary address of the user behind `alice`, `CONTOSO\alice` or `alice@contoso.com`; undefined when the logon fails. */
export function logonAccount(simulation: Simulation, user: string, password: string): string | undefined {
  const name = user.slice(user.lastIndexOf('\\') + 1);
  if (name === '' || password === '') return undefined;
  const { directory } = simulation;
  const found =
    directory.findRecipient(name) ??
    (domainOf(name) === simulation.data.forest.toLowerCase()
      ? directory.findRecipient(name.slice(0, name.lastIndexOf('@')))
      : undefined);
  return found?.class === 'mailbox'
    ? (found.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress
    : undefined;
}
