// System.ServiceProcess.ServiceController: what Get-Service puts out. The object asks the simulation whenever it is read after Refresh().

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { EnumValue } from '../../../src/runtime/types/enum-value.ts';
import { declareType, knownType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { typedArray } from '../../../src/runtime/values.ts';
import type { ServiceView } from '../../../src/transport/views.ts';
import { WorldError } from '../../../src/transport/world-error.ts';
import { waitMilliseconds, worldOf } from '../local-machine.ts';

const typeName = 'System.ServiceProcess.ServiceController';
const assembly =
  'System.ServiceProcess.ServiceController, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a';

export class ServiceController {
  readonly psType: PSType;
  readonly #cmdlet: CmdletContext;
  view: ServiceView;

  constructor(cmdlet: CmdletContext, view: ServiceView) {
    this.psType = serviceControllerType();
    this.#cmdlet = cmdlet;
    this.view = view;
  }

  get machineName(): string {
    return this.view.server;
  }
  refresh(): void {
    const now = worldOf(this.#cmdlet)
      .services(this.view.server)
      .find((service) => service.name === this.view.name);
    if (now) this.view = now;
  }
  related(names: string[]): Value {
    const services = worldOf(this.#cmdlet).services(this.view.server);
    const found = names.flatMap((name) => services.filter((each) => each.name.toLowerCase() === name.toLowerCase()));
    return typedArray(
      found.map((view) => new ServiceController(this.#cmdlet, view)),
      typeName,
    );
  }
  control(action: 'start' | 'stop'): void {
    const { server, name } = this.view;
    try {
      worldOf(this.#cmdlet).apply({ kind: 'service', server, service: name, action, force: action === 'stop' });
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      throw new DotNetException(
        'System.InvalidOperationException',
        `Cannot ${action} service '${name}' on computer '${this.#where()}'.`,
      );
    }
    this.refresh();
  }
  #where(): string {
    return this.view.server === this.#cmdlet.host.environment.get('COMPUTERNAME') ? '.' : this.view.server;
  }
  /** Waits in virtual time until the status is reached; TimeoutException after `limitMs`. */
  waitForStatus(wanted: string, limitMs: number): void {
    const world = worldOf(this.#cmdlet);
    const deadline = world.now + limitMs;
    this.refresh();
    while (this.view.status !== wanted) {
      if (world.now >= deadline)
        throw new DotNetException(
          'System.ServiceProcess.TimeoutException',
          'Time out has expired and the operation has not been completed.',
        );
      const next = this.view.completesAt ?? deadline;
      waitMilliseconds(this.#cmdlet, Math.max(1, Math.min(next, deadline) - world.now));
      this.refresh();
    }
  }
}

function enumValue(typeName: string, name: string): EnumValue {
  const type = knownType(typeName);
  return new EnumValue(type, type.spec.enumValues?.[name] ?? 0);
}

const enums: [string, Record<string, number>][] = [
  [
    'System.ServiceProcess.ServiceControllerStatus',
    {
      Stopped: 1,
      StartPending: 2,
      StopPending: 3,
      Running: 4,
      ContinuePending: 5,
      PausePending: 6,
      Paused: 7,
    },
  ],
  ['System.ServiceProcess.ServiceStartMode', { Boot: 0, System: 1, Automatic: 2, Manual: 3, Disabled: 4 }],
  ['System.ServiceProcess.ServiceType', { Win32OwnProcess: 16, Win32ShareProcess: 32 }],
];

function declareEnums(): void {
  for (const [name, enumValues] of enums) declareType({ name, kind: 'enum', enumValues, assembly });
  declareType({ name: 'System.ServiceProcess.TimeoutException', base: 'System.SystemException', assembly });
}

export function serviceControllerType(): PSType {
  const known = resolveType(typeName);
  if (known) return known;
  declareEnums();
  type Self = ServiceController;
  return declareType({
    name: typeName,
    base: 'System.ComponentModel.Component',
    assembly,
    properties: {
      'bool CanPauseAndContinue': () => false,
      'bool CanShutdown': (self: Self) => self.view.status === 'Running',
      'bool CanStop': (self: Self) => self.view.status === 'Running',
      'string DisplayName': (self: Self) => self.view.displayName,
      [`${typeName}[] DependentServices`]: (self: Self) => self.related(self.view.dependents),
      'string MachineName': (self: Self) => self.machineName,
      'string ServiceName': (self: Self) => self.view.name,
      [`${typeName}[] ServicesDependedOn`]: (self: Self) => self.related(self.view.dependsOn),
      'System.ServiceProcess.ServiceStartMode StartType': (self: Self) =>
        enumValue('System.ServiceProcess.ServiceStartMode', self.view.startType),
      'System.ServiceProcess.ServiceControllerStatus Status': (self: Self) =>
        enumValue('System.ServiceProcess.ServiceControllerStatus', self.view.status),
      'System.ServiceProcess.ServiceType ServiceType': () =>
        enumValue('System.ServiceProcess.ServiceType', 'Win32OwnProcess'),
    },
    aliasProperties: { Name: 'ServiceName', RequiredServices: 'ServicesDependedOn' },
    extensions: { 'string UserName': (self: Self) => self.view.account },
    methods: {
      'void Refresh()': (self: Self) => self.refresh(),
      'void Start()': (self: Self) => self.control('start'),
      'void Stop()': (self: Self) => self.control('stop'),
      'void Close()': () => undefined,
      'void WaitForStatus(System.ServiceProcess.ServiceControllerStatus desiredStatus)': (
        self: Self,
        wanted: unknown,
      ) => self.waitForStatus(String(wanted), Number.POSITIVE_INFINITY),
      'void WaitForStatus(System.ServiceProcess.ServiceControllerStatus desiredStatus, timespan timeout)': (
        self: Self,
        wanted: unknown,
        timeout: { ticks: bigint },
      ) => self.waitForStatus(String(wanted), Number(timeout.ticks / 10_000n)),
      'string ToString()': (self: Self) => self.view.name,
    },
  });
}
