// A mail as transport rules look at it: sender, recipients and what follows from the directory, found once and when asked for.

import type { ConfigObject } from '../../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../../state/schema/json.ts';
import { domainOf } from '../../directory/names.ts';
import type { Machine } from '../../machines/machine.ts';
import type { Content } from '../../mail/content.ts';
import type { Message, Recipient } from '../../mail/message.ts';
import type { TransportService } from '../../queues/transport-service.ts';
import { domainFits } from '../../routing/connector-selection.ts';
import type { Simulation } from '../../simulation.ts';

export type Rule = ConfigObject<'transportRule'>;

export const texts = (value: JsonValue | undefined): string[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

export class RuleMail {
  private knownSender: ConfigObject | undefined | null = null;

  constructor(
    readonly simulation: Simulation,
    readonly service: TransportService,
    readonly machine: Machine,
    readonly message: Message,
    /** Recipients that the rules still look at. */
    public recipients: Recipient[],
  ) {}

  get content(): Content {
    return this.message.content;
  }

  get sender(): ConfigObject | undefined {
    if (this.knownSender === null)
      this.knownSender =
        this.simulation.directory.recipientByAddress(this.message.returnPath) ?? this.find(this.content.from);
    return this.knownSender;
  }

  /** A recipient by its address. */
  find(address: string): ConfigObject | undefined {
    return this.simulation.directory.recipientByAddress(address);
  }

  /** Addresses of the sender by SenderAddressLocation. */
  senderAddresses(location: string): string[] {
    const header = this.content.from;
    const envelope = this.message.returnPath;
    if (location === 'Envelope') return [envelope];
    return location === 'HeaderOrEnvelope' ? [header, envelope] : [header];
  }

  /** Authenticated, and of a domain of the organisation. */
  get fromInside(): boolean {
    return this.message.authenticated && this.isOwnDomain(domainOf(this.content.from));
  }

  isOwnDomain(domain: string): boolean {
    return this.simulation.directory
      .sorted('acceptedDomain')
      .some(
        ({ properties }) =>
          properties.DomainType !== 'ExternalRelay' &&
          domainFits(properties.DomainName, properties.MatchSubDomains, domain),
      );
  }

  /** A value of the address book. */
  attribute(object: ConfigObject | undefined, name: string): string {
    if (object === undefined) return '';
    const value = (object.properties as JsonObject)[attributes[name.toLowerCase()] ?? name];
    return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(';') : String(value);
  }

  managerOf(object: ConfigObject | undefined): ConfigObject | undefined {
    const name = this.attribute(object, 'Manager');
    return name === '' ? undefined : this.simulation.directory.findRecipient(name);
  }
}

/** Names of the attributes where the property is called otherwise. */
const attributes: Record<string, string> = {
  city: 'City',
  company: 'Company',
  country: 'CountryOrRegion',
  department: 'Department',
  displayname: 'DisplayName',
  email: 'PrimarySmtpAddress',
  faxnumber: 'Fax',
  firstname: 'FirstName',
  homephonenumber: 'HomePhone',
  initials: 'Initials',
  lastname: 'LastName',
  manager: 'Manager',
  mobilenumber: 'MobilePhone',
  notes: 'Notes',
  office: 'Office',
  otherfaxnumber: 'OtherFax',
  otherhomephonenumber: 'OtherHomePhone',
  otherphonenumber: 'OtherTelephone',
  pagernumber: 'Pager',
  phonenumber: 'Phone',
  pobox: 'PostOfficeBox',
  state: 'StateOrProvince',
  street: 'StreetAddress',
  title: 'Title',
  userlogonname: 'UserPrincipalName',
  zipcode: 'PostalCode',
};
