// Recipients as the cmdlets find, narrow and show them. Views and properties: facts/outputs 2.6; the reference pages of Get-Mailbox,
// Get-Recipient and Get-User for the parameters that narrow.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import type { RuntimeHost } from '../../../src/runtime/host.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { PSObject, Value } from '../../../src/runtime/values.ts';
import { filterValues, recipientFilter } from '../../../src/transport/directory/recipient-filter.ts';
import { recipientType, recipientTypeDetails } from '../../../src/transport/directory/recipient-types.ts';
import { World } from '../../../src/transport/world.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import { textsOf } from '../../sandbox/support/lists.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { bareName, configShellObject, type Presentation, presentedProperties } from './config-objects.ts';
import { attempt, exchangeError, objectNotFound } from './errors.ts';
import type { DescribedStarter } from './exchange-cmdlet.ts';
import { resultSize } from './paging.ts';
import { recipientPresentation } from './recipient-presentations.ts';
import { recipientScope } from './server-settings.ts';

const addressesOf = (object: ConfigObject): string[] =>
  ((object.properties as Record<string, unknown>).EmailAddresses as string[] | undefined) ?? [];

/** All by which an identity may name a recipient or user. */
function namesOf(object: ConfigObject): string[] {
  const properties = object.properties as Record<string, unknown>;
  const names = [
    object.name,
    object.guid,
    object.distinguishedName,
    ...addressesOf(object).map((text) => text.slice(text.indexOf(':') + 1)),
  ];
  for (const property of ['Alias', 'DisplayName', 'UserPrincipalName', 'LegacyExchangeDN', 'SamAccountName'])
    if (typeof properties[property] === 'string') names.push(properties[property]);
  return names;
}

/** Objects of some classes that an identity names, in order of their names; the product's error when there is none. */
export function recipientsOf(
  cmdlet: CmdletContext,
  classes: readonly ConfigClass[],
  identity: string | undefined,
): ConfigObject[] {
  const world = worldOf(cmdlet);
  const all = (): ConfigObject[] =>
    classes
      .flatMap((configClass) => world.objects(configClass) as ConfigObject[])
      .sort((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
  if (identity === undefined) return all();
  if (hasWildcards(identity))
    return all().filter((object) => namesOf(object).some((name) => matchesWildcard(name, identity, true)));
  const found = recipientNamed(cmdlet, classes, identity);
  if (found === undefined) cmdlet.error(objectNotFound(cmdlet, identity));
  return found === undefined ? [] : [found];
}

/** The recipient or user of one of the classes that an identity names. */
export function recipientNamed(
  cmdlet: CmdletContext,
  classes: readonly ConfigClass[],
  identity: string,
): ConfigObject | undefined {
  const world = worldOf(cmdlet);
  for (const text of new Set([identity, identity.replace(/^smtp:/i, ''), bareName(identity)])) {
    for (const configClass of classes) {
      const found = world.find(configClass, text) as ConfigObject | undefined;
      if (found !== undefined) return found;
    }
    const lower = text.toLowerCase();
    for (const configClass of classes)
      for (const object of world.objects(configClass) as ConfigObject[])
        if (namesOf(object).some((name) => name.toLowerCase() === lower)) return object;
  }
  return undefined;
}

/** Names of the recipients that an argument lists; writes the error of the first unknown one and gives undefined. */
export function namedRecipients(cmdlet: CmdletContext, names: readonly string[]): string[] | undefined {
  const resolved: string[] = [];
  for (const name of names) {
    const found = worldOf(cmdlet).findRecipient(name) ?? worldOf(cmdlet).findRecipient(bareName(name));
    if (found === undefined) {
      cmdlet.error(objectNotFound(cmdlet, name));
      return undefined;
    }
    resolved.push(found.name);
  }
  return resolved;
}

export function recipientObject(cmdlet: CmdletContext, object: ConfigObject, shownAs?: Presentation): PSObject {
  return configShellObject(object, shownAs ?? recipientPresentation(worldOf(cmdlet), object.class));
}

type Narrowing = (object: ConfigObject) => boolean;

/** What the bound parameters demand; a bad filter is the cmdlet's error. */
function narrowings(cmdlet: CmdletContext): Narrowing[] | undefined {
  const tests: Narrowing[] = [];
  const world = worldOf(cmdlet);
  const text = (parameter: string): string | undefined =>
    cmdlet.has(parameter) ? textOf(cmdlet.args[parameter]) : undefined;
  const property = (object: ConfigObject, name: string): string =>
    String((object.properties as Record<string, unknown>)[name] ?? '').toLowerCase();
  for (const parameter of ['Filter', 'RecipientPreviewFilter']) {
    const filter = text(parameter);
    if (filter === undefined || filter.trim() === '') continue;
    const test = attempt(cmdlet, () => recipientFilter(withValues(cmdlet, filter)));
    if (test === undefined) return undefined;
    tests.push(test);
  }
  const anr = (text('Anr') ?? text('ANR'))?.toLowerCase();
  if (anr !== undefined)
    tests.push((object) =>
      ['Alias', 'DisplayName', 'FirstName', 'LastName', 'LegacyExchangeDN']
        .map((name) => property(object, name))
        .concat(
          object.name.toLowerCase(),
          ...addressesOf(object).map((each) => each.slice(each.indexOf(':') + 1).toLowerCase()),
        )
        .some((each) => each.startsWith(anr)),
    );
  const unit = text('OrganizationalUnit')?.toLowerCase();
  if (unit !== undefined)
    tests.push((object) => isInUnit(object, unit, world.objects('organization')[0]?.properties.Forest ?? ''));
  const scope = recipientScope(cmdlet)?.toLowerCase();
  if (scope !== undefined && unit === undefined && !cmdlet.args.IgnoreDefaultScope)
    tests.push((object) => isInUnit(object, scope, world.objects('organization')[0]?.properties.Forest ?? ''));
  const database = text('Database')?.toLowerCase();
  if (database !== undefined) tests.push((object) => property(object, 'Database') === database);
  const server = text('Server')?.toLowerCase();
  if (server !== undefined)
    tests.push((object) => {
      const holder = world.find('database', property(object, 'Database'))?.properties.Server ?? '';
      return holder.toLowerCase() === server || world.findMachine(holder)?.fqdn.toLowerCase() === server;
    });
  for (const [parameter, kind] of [
    ['RecipientType', recipientType],
    ['RecipientTypeDetails', recipientTypeDetails],
  ] as const) {
    if (!cmdlet.has(parameter)) continue;
    const wanted = new Set(textsOf(cmdlet.args[parameter]).map((each) => each.toLowerCase()));
    tests.push((object) => wanted.has(kind(object).toLowerCase()));
  }
  if (cmdlet.has('ManagedBy')) {
    const manager = worldOf(cmdlet)
      .findRecipient(text('ManagedBy') ?? '')
      ?.name.toLowerCase();
    tests.push((object) => filterValues(object, 'ManagedBy').some((each) => each.toLowerCase() === manager));
  }
  return tests;
}

/** Variables of the script stand for their values. */
function withValues(cmdlet: CmdletContext, filter: string): string {
  return filter
    .replace(/\$(?!(?:true|false|null)\b)(?:\{([^}]+)\}|([A-Za-z_][\w:]*))/gi, (_, braced?: string, name?: string) => {
      const value = toText(cmdlet.engine.valueOf(braced ?? name ?? ''));
      return `'${value.replaceAll("'", "''")}'`;
    })
    .replace(/'('[^']*')'/g, '$1');
}

function isInUnit(object: ConfigObject, unit: string, forest: string): boolean {
  const own = filterValues(object, 'OrganizationalUnit')[0]?.toLowerCase() ?? `${forest.toLowerCase()}/users`;
  const full = own.startsWith(`${forest.toLowerCase()}/`) ? own : `${forest.toLowerCase()}/${own}`;
  const wanted = unit.startsWith(`${forest.toLowerCase()}`) ? unit : `${forest.toLowerCase()}/${unit}`;
  return full === wanted || full.startsWith(`${wanted}/`) || object.distinguishedName.toLowerCase().includes(unit);
}

function sortBy(objects: ConfigObject[], property: string): ConfigObject[] {
  const key = (object: ConfigObject): string => (filterValues(object, property)[0] ?? '').toLowerCase();
  return objects.sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}

/** In order of display names, from the bookmark on. */
function fromBookmark(cmdlet: CmdletContext, objects: ConfigObject[]): ConfigObject[] {
  const bookmark = textOf(cmdlet.args.BookmarkDisplayName).toLowerCase();
  const included = cmdlet.args.IncludeBookmarkObject !== false;
  return sortBy(objects, 'DisplayName').filter((object) => {
    const name = (filterValues(object, 'DisplayName')[0] ?? '').toLowerCase();
    return name > bookmark || (included && name === bookmark);
  });
}

/** Get- of recipients of some classes. `also` narrows by parameters of the cmdlet's own. */
export function gettingRecipients(
  classes: readonly ConfigClass[],
  shownAs?: (cmdlet: CmdletContext, object: ConfigObject) => Presentation,
  also?: (cmdlet: CmdletContext, object: ConfigObject) => boolean,
): DescribedStarter {
  const start = (cmdlet: CmdletContext): CmdletRun => {
    let left = 0;
    let more = false;
    let tests: Narrowing[] | undefined = [];
    return {
      begin() {
        left = resultSize(cmdlet);
      },
      process() {
        tests = narrowings(cmdlet);
        if (tests === undefined) return;
        const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
        let found = recipientsOf(cmdlet, classes, identity).filter(
          (object) => tests!.every((test) => test(object)) && (also === undefined || also(cmdlet, object)),
        );
        const order = cmdlet.args.SortBy ?? cmdlet.args.Sortby;
        if (order !== undefined) found = sortBy(found, textOf(order));
        if (cmdlet.has('BookmarkDisplayName')) found = fromBookmark(cmdlet, found);
        for (const object of found) {
          if (left <= 0) {
            more = true;
            return;
          }
          left -= 1;
          cmdlet.write(recipientObject(cmdlet, object, shownAs?.(cmdlet, object)));
        }
      },
      end() {
        if (more)
          cmdlet.warning(
            'There are more results available than are currently displayed. To view them, increase the value of the ResultSize parameter.',
          );
      },
    };
  };
  const outputProperties = (host: RuntimeHost): string[] => {
    const world = host.services.get(World);
    return classes.flatMap((each) => presentedProperties(each, recipientPresentation(world, each)));
  };
  return Object.assign(start, { outputProperties });
}

/** The one recipient of an identity, for Set-, Remove- and the like; writes the error otherwise. */
export function oneRecipient(
  cmdlet: CmdletContext,
  classes: readonly ConfigClass[],
  identity: string,
): ConfigObject | undefined {
  const found = recipientNamed(cmdlet, classes, identity);
  if (found === undefined) cmdlet.error(objectNotFound(cmdlet, identity));
  return found;
}

export function refuse(cmdlet: CmdletContext, text: string, target: Value = null): void {
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', text, target));
}
