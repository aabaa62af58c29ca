// Goals about the fate of mail: sent now in the copy, or on its way when the lab began.

import type { SubmitInput } from '../../../state/schema/inputs.ts';
import { type GoalOf, spanMs } from '../../../state/schema/lab-goals.ts';
import { matchesWildcard } from '../../runtime/operators/strings.ts';
import { WorldError } from '../../transport/world-error.ts';
import { type Fate, fateOf, type Transit, wayOf } from './fates.ts';
import {
  type GoalContext,
  listOf,
  now,
  type Phrase,
  type PreparedGoal,
  spanText,
  type Verdict,
} from './goal-context.ts';

const usualWithin = '00:30:00';
const withinMs = ({ within = usualWithin }: { within?: string }) => spanMs(within);

type Probe = GoalOf<'mail-delivered'> | GoalOf<'mail-refused'>;

function submit({ world }: GoalContext, probe: Probe): string[] | Phrase {
  const {
    from,
    subject = `Test of ${probe.id}`,
    body,
    sizeKB,
    count,
    priority,
    via,
    server,
    port,
    sourceAddress,
  } = probe;
  const to = listOf(probe.to);
  const input: SubmitInput = {
    kind: 'submit',
    ...{ from, to, subject, body, sizeKB, count, priority, via, server, port, sourceAddress },
  };
  try {
    return world.apply(JSON.parse(JSON.stringify(input)) as SubmitInput).messageIds ?? [];
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    return {
      en: `Mail from ${from} could not even be sent: ${error.message}`,
      ja: `${from} からのメールは送信もできませんでした: ${error.message}`,
    };
  }
}

const stillWaits: Record<Exclude<Fate, 'delivered' | 'gone'>, Phrase> = {
  drafts: { en: 'it still lies with its sender', ja: '送信者の手元に残ったままです' },
  queue: { en: 'it still waits in a queue', ja: 'キューで待機したままです' },
  outside: { en: 'the sending side still tries to hand it over', ja: '送信側がまだ引き渡しを試みています' },
};

function whereabouts(fate: Exclude<Fate, 'delivered'>): Phrase {
  if (fate !== 'gone') return stillWaits[fate];
  return {
    en: 'it was refused, returned or removed, or went somewhere else',
    ja: '拒否、返送、削除されたか、別の場所に届いています',
  };
}

export function mailDelivered(goal: GoalOf<'mail-delivered'>, context: GoalContext): PreparedGoal {
  const ids = submit(context, goal);
  if (!Array.isArray(ids)) return now(() => ids);
  const span = withinMs(goal);
  return { afterMs: span, judge: () => arrived(goal, ids, span, context) };
}

function arrived(
  goal: GoalOf<'mail-delivered'>,
  ids: string[],
  spanMilliseconds: number,
  context: GoalContext,
): Verdict {
  const after = spanText(spanMilliseconds);
  for (const id of ids) {
    for (const recipient of listOf(goal.to)) {
      const fate = fateOf(context.world, id, recipient);
      if (fate === 'delivered') continue;
      const where = whereabouts(fate);
      return {
        en: `A mail from ${goal.from} to ${recipient} has not arrived after ${after}: ${where.en}.`,
        ja: `${goal.from} から ${recipient} へのメールは ${after} 経っても届いていません。${where.ja}。`,
      };
    }
    const way = wayOf(context.world, id);
    if (listOf(goal.through).some((server) => !way.has(server.toLowerCase())))
      return {
        en: 'The mail arrived, but not by the way it has to go.',
        ja: 'メールは届きましたが、通るべき経路を通っていません。',
      };
    if (listOf(goal.avoiding).some((server) => way.has(server.toLowerCase())))
      return {
        en: 'The mail arrived, but by a way it must not go.',
        ja: 'メールは届きましたが、通ってはならない経路を通りました。',
      };
  }
  return undefined;
}

export function mailRefused(goal: GoalOf<'mail-refused'>, context: GoalContext): PreparedGoal {
  const ids = submit(context, goal);
  // What nobody can even send is refused.
  if (!Array.isArray(ids)) return now(() => undefined);
  return { afterMs: withinMs(goal), judge: () => refused(goal, ids, context) };
}

function refused(goal: GoalOf<'mail-refused'>, ids: string[], { world, begun }: GoalContext): Verdict {
  const { from, outcome = 'any' } = goal;
  for (const id of ids) {
    for (const recipient of listOf(goal.to)) {
      const fate = fateOf(world, id, recipient);
      if (fate === 'gone') continue;
      if (fate === 'delivered')
        return {
          en: `A mail from ${from} to ${recipient} was delivered, and it must not be.`,
          ja: `${from} から ${recipient} へのメールが配信されましたが、配信されてはなりません。`,
        };
      const where = whereabouts(fate);
      return {
        en: `A mail from ${from} to ${recipient} was not turned away: ${where.en}.`,
        ja: `${from} から ${recipient} へのメールは拒否されていません。${where.ja}。`,
      };
    }
  }
  if (outcome === 'any') return undefined;
  const reports = (world.mailboxItems(from) ?? []).filter(
    (item) => item.kind === 'FailureDsn' && item.received >= begun,
  );
  if (outcome === 'returned' && reports.length === 0)
    return {
      en: `${from} was not told by a report that the mail could not be delivered.`,
      ja: `${from} に配信不能レポートが届いていません。`,
    };
  return undefined;
}

const fits = (transit: Transit, subject: string | undefined, to: string | undefined) =>
  (subject === undefined || matchesWildcard(transit.subject, subject, true)) &&
  (to === undefined || matchesWildcard(transit.recipient, to, true));

function fatesOf({ world, baseline }: GoalContext, subject?: string, to?: string): Record<Fate, Transit[]> {
  const fates: Record<Fate, Transit[]> = { delivered: [], queue: [], drafts: [], outside: [], gone: [] };
  for (const transit of baseline.transit)
    if (fits(transit, subject, to)) fates[fateOf(world, transit.messageId, transit.recipient)].push(transit);
  return fates;
}

const lostText = (lost: Transit[]): Phrase => ({
  en: `Mail is lost: of what was on its way at the start, ${lost.length === 1 ? 'one mail' : `${lost.length} mails`} will never arrive, such as "${lost[0]!.subject}" for ${lost[0]!.recipient}.`,
  ja: `メールが失われています。開始時に配送中だったもののうち ${lost.length} 通は届くことがありません (例: ${lost[0]!.recipient} 宛て「${lost[0]!.subject}」)。`,
});

export function waitingMailDelivered(goal: GoalOf<'waiting-mail-delivered'>, context: GoalContext): PreparedGoal {
  return {
    afterMs: withinMs(goal),
    judge: () => {
      const fates = fatesOf(context, goal.subject, goal.to);
      if (fates.gone.length > 0) return lostText(fates.gone);
      const waiting = [...fates.queue, ...fates.drafts, ...fates.outside];
      if (waiting.length === 0) return undefined;
      const [first] = waiting;
      return {
        en: `Mail that was waiting at the start still waits: ${waiting.length} of it, such as "${first!.subject}" for ${first!.recipient}.`,
        ja: `開始時に待機していたメールがまだ届いていません: ${waiting.length} 通 (例: ${first!.recipient} 宛て「${first!.subject}」)。`,
      };
    },
  };
}

export function noMailLost(goal: GoalOf<'no-mail-lost'>, context: GoalContext): PreparedGoal {
  return {
    afterMs: withinMs(goal),
    judge: () => {
      const { gone } = fatesOf(context, goal.subject);
      return gone.length > 0 ? lostText(gone) : undefined;
    },
  };
}

export function report(goal: GoalOf<'report'>, { world, baseline }: GoalContext): PreparedGoal {
  const { mailbox, report: kind, subject, received } = goal;
  return {
    afterMs: goal.within === undefined ? 0 : spanMs(goal.within),
    judge: () => {
      const found = (world.mailboxItems(mailbox) ?? []).some(
        (item) =>
          item.kind === kind &&
          item.received > baseline.at &&
          (subject === undefined || matchesWildcard(item.subject, subject, true)),
      );
      if (found === received) return undefined;
      const [en, ja] = kind === 'DelayDsn' ? ['delay notice', '遅延通知'] : ['report', 'レポート'];
      return received
        ? { en: `${mailbox} has not received the ${en}.`, ja: `${mailbox} に${ja}が届いていません。` }
        : { en: `${mailbox} has received a ${en} (${kind}).`, ja: `${mailbox} に${ja} (${kind}) が届きました。` };
    },
  };
}
