// Environment variables as a Windows machine with Exchange has them. Nothing of the host's environment is here. The values depend on
// the machine, so they are made when the first is asked for: a shell that asks for none need not open its sandbox.

import { installPath } from '../logs/log-settings.ts';
import type { World } from '../transport/world.ts';

/** A Map whose keys ignore letter case and whose first content is made on first use. */
class LazyEnvironment extends Map<string, string> {
  #fill: (() => Iterable<[string, string]>) | undefined;
  readonly #names = new Map<string, string>();

  constructor(fill: () => Iterable<[string, string]>) {
    super();
    this.#fill = fill;
  }

  #ready(): void {
    const fill = this.#fill;
    if (!fill) return;
    const made = [...fill()];
    this.#fill = undefined;
    for (const [name, value] of made) if (!this.#names.has(name.toLowerCase())) this.set(name, value);
  }

  override get(name: string): string | undefined {
    this.#ready();
    return super.get(this.#names.get(name.toLowerCase()) ?? name);
  }
  override has(name: string): boolean {
    this.#ready();
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

export function sandboxEnvironment(machine: () => { world: World; server: string }): Map<string, string> {
  return new LazyEnvironment(() => {
    const { world, server } = machine();
    return Object.entries(variables(world, server));
  });
}

function variables(world: World, server: string): Record<string, string> {
  const properties = world.find('server', server)?.properties;
  const domain = properties?.Domain ?? '';
  const netBios = (domain.split('.')[0] ?? '').toUpperCase();
  const install = installPath(properties?.Version ?? 2016);
  return {
    ALLUSERSPROFILE: 'C:\\ProgramData',
    APPDATA: 'C:\\Users\\Administrator\\AppData\\Roaming',
    CommonProgramFiles: 'C:\\Program Files\\Common Files',
    COMPUTERNAME: server,
    ComSpec: 'C:\\Windows\\system32\\cmd.exe',
    ExchangeInstallPath: install,
    HOMEDRIVE: 'C:',
    HOMEPATH: '\\Users\\Administrator',
    LOCALAPPDATA: 'C:\\Users\\Administrator\\AppData\\Local',
    LOGONSERVER: `\\\\${world.machines().find((machine) => machine.version === undefined)?.name ?? server}`,
    NUMBER_OF_PROCESSORS: '4',
    OS: 'Windows_NT',
    Path: `C:\\Windows\\system32;C:\\Windows;C:\\Windows\\System32\\Wbem;${install}bin`,
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
    USERDNSDOMAIN: domain.toUpperCase(),
    USERDOMAIN: netBios,
    USERNAME: 'Administrator',
    USERPROFILE: 'C:\\Users\\Administrator',
    windir: 'C:\\Windows',
  };
}
