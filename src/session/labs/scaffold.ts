// A lab's file made from the trainer's sandbox: what was done becomes the faults, what differs from the organisation's start becomes
// goals. The trainer then writes story, hints and solutions; every such place says so.

import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonValue } from '../../../state/schema/json.ts';
import { type Lab, labNameRule } from '../../../state/schema/lab.ts';
import type { LabGoal } from '../../../state/schema/lab-goals.ts';
import { SandboxControlError } from '../../../state/store/sandbox-control.ts';
import type { World } from '../../transport/world.ts';
import { compareJson } from '../compare-json.ts';
import { mailInTransit } from './fates.ts';
import type { LabSession } from './lab-session.ts';

/** Configuration that a fault may lie in, as `setting` goals name it. */
const classes: ConfigClass[] = [
  ...(['transportConfig', 'transportService', 'sendConnector', 'receiveConnector', 'foreignConnector'] as const),
  ...([
    'acceptedDomain',
    'remoteDomain',
    'mailbox',
    'distributionGroup',
    'transportRule',
    'adSite',
    'adSiteLink',
  ] as const),
] as ConfigClass[];

const both = (en: string, ja: string) => ({ en, ja });
const write = (what: string, was: string) => both(`Write ${what} here.`, `ここに${was}を書きます。`);

export function scaffoldLab(session: LabSession, name: string): string {
  if (!labNameRule.test(name))
    throw new SandboxControlError(
      'InvalidValue',
      `'${name}' is no name for a lab: words in small letters with hyphens.`,
    );
  const { keeper } = session.place;
  const { world, store } = keeper;
  const start = keeper.scratch({ organization: world.organizationName, seed: store.origin.seed });
  const goals = [...differences(start, world)];
  const faults = store
    .fullHistory()
    .lineage()
    .flatMap(({ record: { entry } }) => (entry && entry.kind !== 'Lab' ? [entry.text] : []));
  if (goals.length === 0 && faults.length === 0)
    throw new SandboxControlError(
      'NotPossible',
      'Nothing differs from the start of the organisation: there is nothing to repair.',
    );
  const lab: Lab = {
    name,
    title: write('a title', 'タイトル'),
    level: 2,
    organization: world.organizationName,
    seed: store.origin.seed,
    faults: faults.length > 0 ? faults : ['# Write the faults here, as commands.'],
    story: write('what a user or a colleague reports', '利用者や同僚からの報告'),
    goals: numbered(goals.length > 0 ? goals : [probeGoal()]),
    hints: [
      write('a first hint', '最初のヒント'),
      write('a second hint, nearer to the answer', 'より答えに近いヒント'),
    ],
    solutions: [{ title: write('what is done', '操作の内容'), script: ['# Write a solution here, as commands.'] }],
    wrongFixes: ['one', 'two'].map((number) => ({
      title: write(`what seems to help (${number})`, '効くように見えて効かない操作'),
      script: ['# Write here what seems to help, as commands.'],
      fails: (goals[0] ?? probeGoal()).id,
    })),
    debrief: {
      cause: write('what was wrong and why it had this effect', '原因とその影響'),
      documentation: ['Mail flow and the transport pipeline'],
    },
  };
  return `${JSON.stringify(lab, undefined, 2)}\n`;
}

/** Ids are counted so that no two are the same. */
function numbered(goals: LabGoal[]): LabGoal[] {
  const seen = new Map<string, number>();
  return goals.map((goal) => {
    const count = (seen.get(goal.id) ?? 0) + 1;
    seen.set(goal.id, count);
    return count === 1 ? goal : { ...goal, id: `${goal.id}-${count}` };
  });
}

const probeGoal = (): LabGoal => ({
  kind: 'mail-delivered',
  id: 'mail-flows',
  text: both('Mail flows.', 'メールが配信される。'),
  from: 'someone@example.com',
  to: 'someone@example.com',
});

function* differences(start: World, world: World): Iterable<LabGoal> {
  yield* stateDifferences(start, world);
  for (const configClass of classes) yield* objectDifferences(start, world, configClass);
  if (mailInTransit(world).length > 0) {
    const text = both('The mail that waits is delivered.', '待機しているメールが配信される。');
    yield { kind: 'waiting-mail-delivered', id: 'waiting-mail', text };
    yield { kind: 'no-mail-lost', id: 'no-mail-lost', text: both('No mail is lost.', 'メールが失われない。') };
  }
}

function* stateDifferences(start: World, world: World): Iterable<LabGoal> {
  for (const { name: server } of start.machines()) {
    if (!world.findMachine(server)) continue;
    const components = new Map(world.components(server).map((one) => [one.component, one.state]));
    for (const { component, state } of start.components(server)) {
      if (components.get(component) === state) continue;
      const text = both(`${component} on ${server} is ${state}.`, `${server} の ${component} が ${state} である。`);
      yield { kind: 'component-state', id: `${component}-state`.toLowerCase(), text, server, component, state };
    }
    const services = new Map(world.services(server).map((one) => [one.name, one]));
    for (const { name: service, status, startType } of start.services(server)) {
      const now = services.get(service);
      if (!now || (now.status === status && now.startType === startType)) continue;
      if (status !== 'Running' && status !== 'Stopped') continue;
      const text = both(`${service} on ${server} is ${status}.`, `${server} の ${service} が ${status} である。`);
      yield { kind: 'service-state', id: 'service-state', text, server, service, status, startType };
    }
  }
}

function* objectDifferences(start: World, world: World, configClass: ConfigClass): Iterable<LabGoal> {
  const before = new Map((start.objects(configClass) as unknown as ConfigObject[]).map((one) => [one.identity, one]));
  const after = new Map((world.objects(configClass) as unknown as ConfigObject[]).map((one) => [one.identity, one]));
  for (const [identity, object] of before) {
    const present = after.get(identity);
    if (!present) {
      const text = both(`${identity} exists.`, `${identity} が存在する。`);
      yield { kind: 'object-exists', id: 'object-exists', text, class: configClass, identity };
    } else yield* propertyDifferences(configClass, identity, object, present);
  }
  for (const identity of after.keys())
    if (!before.has(identity)) {
      const text = both(`${identity} does not exist.`, `${identity} が存在しない。`);
      yield { kind: 'object-exists', id: 'object-exists', text, class: configClass, identity, exists: false };
    }
}

function* propertyDifferences(
  configClass: string,
  identity: string,
  before: ConfigObject,
  after: ConfigObject,
): Iterable<LabGoal> {
  const all = (object: ConfigObject): JsonValue => {
    const values: Record<string, JsonValue> = {};
    const properties = object.properties as Record<string, JsonValue>;
    for (const name in properties) values[name] = properties[name] ?? null;
    return values;
  };
  const changed = new Set([...compareJson(all(before), all(after))].map(({ path }) => path.split(/[.[]/)[0]!));
  for (const property of changed) {
    const value = (before.properties as Record<string, JsonValue>)[property] ?? null;
    if (/^When/.test(property)) continue;
    const text = both(`${property} of ${identity} is right.`, `${identity} の ${property} が正しい。`);
    const simple = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    yield {
      kind: 'setting',
      id: 'setting',
      text,
      class: configClass,
      identity,
      property,
      operator: 'eq',
      value: simple,
    };
  }
}
