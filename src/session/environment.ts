// Environment variables as a Windows machine with Exchange has them. Nothing of the host's environment is here. Some values
// depend on the machine; they are made when first asked for, so that a shell that needs none need not open its sandbox.

import { installPath } from '../logs/log-settings.ts';
import type { World } from '../transport/world.ts';

/** A Map whose keys ignore letter case. What depends on the machine is filled in when something else than the rest is asked for. */
class LazyEnvironment extends Map<string, string> {
  #fill: (() => Record<string, string>) | undefined;
  readonly #names = new Map<string, string>();

  constructor(fixed: Record<string, string>, fill: () => Record<string, string>) {
    super();
    this.#fill = fill;
    for (const name in fixed) this.set(name, fixed[name]!);
  }

  #ready(): void {
    if (!this.#fill) return;
    const made = this.#fill();
    this.#fill = undefined;
    for (const name in made) if (!this.#names.has(name.toLowerCase())) this.set(name, made[name]!);
  }

  override get(name: string): string | undefined {
    return this.has(name) ? super.get(this.#names.get(name.toLowerCase())!) : undefined;
  }
  override has(name: string): boolean {
    if (!this.#names.has(name.toLowerCase())) this.#ready();
    return this.#names.has(name.toLowerCase());
  }
  override set(name: string, value: string): this {
    // The names' map does not exist yet while the base class is being constructed; nothing is set then.
    const known = this.#names.get(name.toLowerCase());
    if (known === undefined) this.#names.set(name.toLowerCase(), name);
    return super.set(known ?? name, value);
  }
  override delete(name: string): boolean {
    this.#ready();
    const known = this.#names.get(name.toLowerCase());
    if (known === undefined) return false;
    this.#names.delete(name.toLowerCase());
    return super.delete(known);
  }
  override clear(): void {
    this.#fill = undefined;
    this.#names.clear();
    super.clear();
  }
  override get size(): number {
    this.#ready();
    return super.size;
  }
  override keys() {
    this.#ready();
    return super.keys();
  }
  override values() {
    this.#ready();
    return super.values();
  }
  override entries() {
    this.#ready();
    return super.entries();
  }
  override [Symbol.iterator]() {
    return this.entries();
  }
  override forEach(callback: (value: string, name: string, map: Map<string, string>) => void): void {
    this.#ready();
    super.forEach(callback);
  }
}

/** Variables of a shell; `refresh` is called when it sits on another machine. */
export interface SandboxEnvironment {
  variables: Map<string, string>;
  refresh(): void;
}

export function sandboxEnvironment(machine: () => { world: World; server: string }): SandboxEnvironment {
  let isFilled = false;
  const fill = () => {
    const { world, server } = machine();
    isFilled = true;
    return machineVariables(world, server);
  };
  const variables = new LazyEnvironment(fixedVariables, fill);
  return {
    variables,
    refresh() {
      if (isFilled) for (const [name, value] of Object.entries(fill())) variables.set(name, value);
    },
  };
}

const fixedVariables: Record<string, string> = {
  ALLUSERSPROFILE: 'C:\\ProgramData',
  APPDATA: 'C:\\Users\\Administrator\\AppData\\Roaming',
  CommonProgramFiles: 'C:\\Program Files\\Common Files',
  ComSpec: 'C:\\Windows\\system32\\cmd.exe',
  HOMEDRIVE: 'C:',
  HOMEPATH: '\\Users\\Administrator',
  LOCALAPPDATA: 'C:\\Users\\Administrator\\AppData\\Local',
  NUMBER_OF_PROCESSORS: '4',
  OS: 'Windows_NT',
  PATHEXT: '.COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.MSC;.CPL',
  PROCESSOR_ARCHITECTURE: 'AMD64',
  ProgramData: 'C:\\ProgramData',
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  PSModulePath: 'C:\\Users\\Administrator\\Documents\\PowerShell\\Modules;C:\\Program Files\\PowerShell\\Modules',
  PUBLIC: 'C:\\Users\\Public',
  SystemDrive: 'C:',
  SystemRoot: 'C:\\Windows',
  TEMP: 'C:\\Users\\Administrator\\AppData\\Local\\Temp',
  TMP: 'C:\\Users\\Administrator\\AppData\\Local\\Temp',
  USERNAME: 'Administrator',
  USERPROFILE: 'C:\\Users\\Administrator',
  windir: 'C:\\Windows',
};

function machineVariables(world: World, server: string): Record<string, string> {
  const properties = world.find('server', server)?.properties;
  const domain = properties?.Domain ?? '';
  const install = installPath(properties?.Version ?? 2016);
  return {
    COMPUTERNAME: server,
    ExchangeInstallPath: install,
    LOGONSERVER: `\\\\${world.machines().find((machine) => machine.version === undefined)?.name ?? server}`,
    Path: `C:\\Windows\\system32;C:\\Windows;C:\\Windows\\System32\\Wbem;${install}bin`,
    USERDNSDOMAIN: domain.toUpperCase(),
    USERDOMAIN: (domain.split('.')[0] ?? '').toUpperCase(),
  };
}
