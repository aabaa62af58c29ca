// Goals about queues, components, services, and what a server answers by hand.

import { type GoalOf, spanMs } from '../../../state/schema/lab-goals.ts';
import { matchesWildcard } from '../../runtime/operators/strings.ts';
import type { QueueView } from '../../transport/views.ts';
import type { World } from '../../transport/world.ts';
import { WorldError } from '../../transport/world-error.ts';
import { type GoalContext, listOf, now, type PreparedGoal, spanText, type Verdict } from './goal-context.ts';

/** Queues of all servers whose transport service runs; of a server that is off nothing can be said. */
function allQueues(world: World, servers: string[]): QueueView[] {
  const names = servers.length > 0 ? servers : world.machines().map(({ name }) => name);
  return names.flatMap((name) => {
    try {
      return world.queues(name);
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      return [];
    }
  });
}

const fits = (text: string, pattern: string | undefined) =>
  pattern === undefined || matchesWildcard(text, pattern, true);

export function nothingSuspended({ world }: GoalContext): PreparedGoal {
  return now(() => {
    const queue = allQueues(world, []).find(({ status }) => status === 'Suspended');
    if (queue)
      return { en: `A queue is suspended: ${queue.identity}.`, ja: `中断されたキューがあります: ${queue.identity}。` };
    for (const { content, places } of world.simulation.messages())
      if (places.some(({ status }) => status === 'Suspended'))
        return {
          en: `A message is suspended: "${content.subject}".`,
          ja: `中断されたメッセージがあります:「${content.subject}」。`,
        };
    return undefined;
  });
}

export function queueAge(goal: GoalOf<'queue-age'>, { world }: GoalContext): PreparedGoal {
  const { maximum = '01:00:00', nextHop, after = '00:00:00' } = goal;
  const maximumMs = spanMs(maximum);
  return {
    afterMs: spanMs(after),
    judge: () => {
      const old = allQueues(world, listOf(goal.server)).find(
        ({ status, firstRetryTime, nextHopDomain, messageCount }) =>
          status === 'Retry' &&
          messageCount > 0 &&
          fits(nextHopDomain, nextHop) &&
          firstRetryTime !== undefined &&
          world.now - firstRetryTime > maximumMs,
      );
      if (!old) return undefined;
      const age = spanText(world.now - old.firstRetryTime!);
      return {
        en: `The queue ${old.identity} has been in Retry for ${age}.`,
        ja: `キュー ${old.identity} は ${age} の間、再試行の状態にあります。`,
      };
    },
  };
}

export function queueCount(goal: GoalOf<'queue-count'>, { world }: GoalContext): PreparedGoal {
  const { nextHop, deliveryType, status, minimum = 0, maximum = Number.POSITIVE_INFINITY, after = '00:00:00' } = goal;
  return {
    afterMs: spanMs(after),
    judge: () => {
      const found = allQueues(world, listOf(goal.server)).filter(
        (queue) =>
          (queue.deliveryType !== 'ShadowRedundancy' || deliveryType !== undefined) &&
          fits(queue.nextHopDomain, nextHop) &&
          fits(queue.deliveryType, deliveryType) &&
          fits(queue.status, status),
      );
      const messages = found.reduce((sum, { messageCount }) => sum + messageCount, 0);
      if (messages >= minimum && messages <= maximum) return undefined;
      return messages > maximum
        ? {
            en: `${messages} messages still wait in these queues.`,
            ja: `これらのキューに ${messages} 通のメッセージが残っています。`,
          }
        : {
            en: `Only ${messages} messages are in these queues.`,
            ja: `これらのキューには ${messages} 通のメッセージしかありません。`,
          };
    },
  };
}

export function componentState(goal: GoalOf<'component-state'>, { world }: GoalContext): PreparedGoal {
  return now(() => {
    for (const server of listOf(goal.server)) {
      const component = world
        .components(server)
        .find((candidate) => candidate.component.toLowerCase() === goal.component.toLowerCase());
      if (component?.state !== goal.state)
        return {
          en: `${goal.component} on ${server} is ${component?.state ?? 'missing'}, not ${goal.state}.`,
          ja: `${server} の ${goal.component} は ${goal.state} ではなく ${component?.state ?? 'なし'} です。`,
        };
    }
    return undefined;
  });
}

export function serviceState(goal: GoalOf<'service-state'>, { world }: GoalContext): PreparedGoal {
  return now(() => {
    for (const server of listOf(goal.server)) {
      const service = world.services(server).find(({ name }) => name.toLowerCase() === goal.service.toLowerCase());
      const { status = 'missing', startType = 'missing' } = service ?? {};
      if (goal.status !== undefined && status !== goal.status)
        return {
          en: `The service ${goal.service} on ${server} is ${status}, not ${goal.status}.`,
          ja: `${server} のサービス ${goal.service} は ${goal.status} ではなく ${status} です。`,
        };
      if (goal.startType !== undefined && startType !== goal.startType)
        return {
          en: `The service ${goal.service} on ${server} starts ${startType}, not ${goal.startType}: it will not be as now after the next start of the machine.`,
          ja: `${server} のサービス ${goal.service} のスタートアップは ${goal.startType} ではなく ${startType} です。次の再起動後は今の状態になりません。`,
        };
    }
    return undefined;
  });
}

export function smtpReply(goal: GoalOf<'smtp-reply'>, { world }: GoalContext): PreparedGoal {
  const { from, server, port = 25, sourceAddress } = goal;
  const converse = (): string[] => {
    // An outside host, or a device that is no machine of the organisation, comes from an address and goes to one.
    const address = sourceAddress ?? world.findHosts(from)[0]?.Addresses[0];
    const to = world.findMachine(from) ? server : (world.findMachine(server)?.addresses[0] ?? server);
    const opened = world.apply({ kind: 'smtp.open', from, to, port, ...(address !== undefined && { address }) });
    let { lines = [], closed = opened.session === undefined } = opened;
    for (const line of goal.lines ?? []) {
      // Whoever is turned away says no more: that reply is the answer.
      if (closed || /^[45]/.test(lines.at(-1) ?? '')) break;
      ({ lines = [], closed = false } = world.apply({ kind: 'smtp.line', session: opened.session!, line }));
    }
    if (!closed) world.apply({ kind: 'smtp.close', session: opened.session! });
    return lines;
  };
  return now((): Verdict => {
    let lines: string[];
    try {
      lines = converse();
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      lines = [];
    }
    if (lines.some((line) => listOf(goal.reply).some((pattern) => matchesWildcard(line, pattern, true))))
      return undefined;
    const got = lines.at(-1);
    return got === undefined
      ? { en: `Port ${port} of ${server} gives no answer.`, ja: `${server} のポート ${port} から応答がありません。` }
      : { en: `Port ${port} of ${server} answers: ${got}`, ja: `${server} のポート ${port} の応答: ${got}` };
  });
}

export function timeLimit({ maximum }: GoalOf<'time-limit'>, { begun, baseline }: GoalContext): PreparedGoal {
  return now(() => {
    const usedMs = begun - baseline.at;
    if (usedMs <= spanMs(maximum)) return undefined;
    return {
      en: `It took too long: ${spanText(usedMs)} instead of ${maximum}. Start-Lab with -Restart begins again.`,
      ja: `時間切れです。${maximum} のところ ${spanText(usedMs)} かかりました。Start-Lab -Restart で最初からやり直せます。`,
    };
  });
}
