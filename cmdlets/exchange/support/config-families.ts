// Get-, Set-, New- and Remove- of a class of configuration objects: the common way, which a cmdlet with ways of its own replaces.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { boundProperties, changeObject } from './config-changes.ts';
import {
  configShellObject,
  findObject,
  findObjects,
  type Presentation,
  presentedProperties,
} from './config-objects.ts';
import { confirmed } from './confirmation.ts';
import { attempt } from './errors.ts';
import type { DescribedStarter } from './exchange-cmdlet.ts';

type Starter = (cmdlet: CmdletContext) => CmdletRun;

/** A starter that says which properties its objects have, for completion. */
function presenting(configClass: ConfigClass, presentation: Presentation, starter: Starter): DescribedStarter {
  return Object.assign(starter, { outputProperties: () => presentedProperties(configClass, presentation) });
}

/** Get-: by identity or all, in order of name. `also` narrows by other parameters. */
export function getting(
  configClass: ConfigClass,
  presentation: Presentation,
  also: (cmdlet: CmdletContext, object: ConfigObject) => boolean = () => true,
): DescribedStarter {
  return presenting(configClass, presentation, (cmdlet) => ({
    process() {
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      for (const object of findObjects(cmdlet, configClass, identity, presentation.listed))
        if (also(cmdlet, object)) cmdlet.write(configShellObject(object, presentation));
    },
  }));
}

export interface ChangeOptions {
  /** What the question names: `Send connector`. */
  noun: string;
  /** Parameters that `adjust` turns into properties itself. */
  skip?: readonly string[];
  adjust?: (cmdlet: CmdletContext, changes: JsonObject, object: ConfigObject | undefined) => JsonObject | undefined;
  after?: (cmdlet: CmdletContext, object: ConfigObject) => void;
}

/** Set-: `identityOf` gives the object's identity when the parameter is not there (singletons). */
export function setting(configClass: ConfigClass, options: ChangeOptions, singleton = false): Starter {
  return (cmdlet) => ({
    process() {
      const object =
        singleton && !cmdlet.has('Identity')
          ? worldOf(cmdlet).objects(configClass)[0]
          : findObject(cmdlet, configClass, textOf(cmdlet.args.Identity));
      if (!object) return;
      let changes: JsonObject | undefined = boundProperties(cmdlet, configClass, object.properties, options.skip);
      if (options.adjust) changes = options.adjust(cmdlet, changes, object);
      if (!changes) return;
      const question = `Setting ${options.noun} "${object.identity}".`;
      if (changeObject(cmdlet, object, changes, question)) options.after?.(cmdlet, object);
    },
  });
}

export interface CreationOptions extends ChangeOptions {
  presentation: Presentation;
  /** Name of the new object; default the parameter Name. */
  nameOf?: (cmdlet: CmdletContext) => string;
  /** What -WhatIf and -Confirm say when it is not `Creating <noun> "<name>".` */
  question?: (cmdlet: CmdletContext, name: string) => string;
}

export function creating(configClass: ConfigClass, options: CreationOptions): DescribedStarter {
  return presenting(configClass, options.presentation, (cmdlet) => ({
    process() {
      const name = options.nameOf?.(cmdlet) ?? textOf(cmdlet.args.Name);
      let properties: JsonObject | undefined = boundProperties(cmdlet, configClass, undefined, [
        ...(options.skip ?? []),
        'Name',
      ]);
      if (options.adjust) properties = options.adjust(cmdlet, properties, undefined);
      const question = options.question?.(cmdlet, name) ?? `Creating ${options.noun} "${name}".`;
      if (!properties || !confirmed(cmdlet, question)) return;
      const input = { kind: 'config.new', class: configClass, name, properties } as const;
      const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      const object = made && worldOf(cmdlet).find(configClass, made.identity ?? name);
      if (!object) return;
      options.after?.(cmdlet, object);
      cmdlet.write(configShellObject(object, options.presentation));
    },
  }));
}

/** Remove-: asks, as all cmdlets of that verb do. `refuse` gives the reason why an object can't be removed. */
export function removing(
  configClass: ConfigClass,
  noun: string,
  refuse?: (cmdlet: CmdletContext, object: ConfigObject) => boolean,
): Starter {
  return (cmdlet) => ({
    process() {
      const object = findObject(cmdlet, configClass, textOf(cmdlet.args.Identity));
      if (!object || refuse?.(cmdlet, object)) return;
      const question = `Removing ${noun} "${object.identity}".`;
      if (!confirmed(cmdlet, question)) return;
      const input = { kind: 'config.remove', class: configClass, identity: object.guid } as const;
      attempt(cmdlet, () => worldOf(cmdlet).apply(input));
    },
  });
}
