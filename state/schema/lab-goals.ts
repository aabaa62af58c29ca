// What a lab can ask for: conditions on the world and on the fate of messages. Each is judged on a copy of the world that has run
// on, so that only what really works counts. docs/labs.md shows each kind with an example.

import * as v from 'valibot';

const nonEmpty = () => v.pipe(v.string(), v.nonEmpty('must not be empty'));
const texts = () => v.pipe(v.array(nonEmpty()), v.minLength(1, 'must name at least one'));
const oneOrMore = () => v.union([nonEmpty(), texts()], 'must be a text or a list of texts');
const count = () => v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0, 'must not be negative'));

/** `hh:mm:ss` or `d.hh:mm:ss`, as PowerShell writes time spans. */
export const span = () =>
  v.pipe(v.string(), v.regex(/^(\d+\.)?\d{1,2}:\d{2}:\d{2}$/, 'must be a time span such as 00:30:00'));

/** A text of several lines may be written as a list of them. */
const lines = () => v.union([nonEmpty(), texts()], 'must be a text or a list of lines');

/** What a learner reads, in every language of ours. */
export const bilingual = () => v.strictObject({ en: lines(), ja: lines() });

/** Script text, as one text or as a list of lines. */
export const script = () => lines();

const goal = <const K extends string, const E extends v.ObjectEntries>(kind: K, entries: E) =>
  v.strictObject({
    kind: v.literal(kind),
    id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words in small letters with hyphens')),
    /** What is to hold, as the learner reads it. */
    text: bilingual(),
    /** Shown when it does not hold, instead of the sentence that the kind makes. Must not give the answer away. */
    why: v.optional(bilingual()),
    ...entries,
  });

/** A mail that is sent in the copy to see what becomes of it. */
const probe = {
  from: nonEmpty(),
  to: oneOrMore(),
  subject: v.optional(v.string()),
  body: v.optional(v.string()),
  sizeKB: v.optional(count()),
  count: v.optional(count()),
  priority: v.optional(v.picklist(['High', 'Normal', 'Low'])),
  via: v.optional(v.picklist(['Mapi', 'Smtp'])),
  server: v.optional(nonEmpty()),
  port: v.optional(count()),
  sourceAddress: v.optional(nonEmpty()),
  /** How long it may take; 00:30:00 by default. */
  within: v.optional(span()),
};

const setting = { class: nonEmpty(), identity: v.optional(nonEmpty()) };
const scalar = () => v.union([v.string(), v.number(), v.boolean(), v.null()]);

export const operators = ['eq', 'ne', 'like', 'notlike', 'contains', 'notcontains', 'ge', 'le'] as const;

function build() {
  return v.variant('kind', [
    /** Mail sent now arrives. `through` and `avoiding` name servers that must, or must not, be on its way. */
    goal('mail-delivered', { ...probe, through: v.optional(oneOrMore()), avoiding: v.optional(oneOrMore()) }),
    /** Mail sent now must not arrive: refused in the session (`refused`), returned by a report (`returned`), or either. */
    goal('mail-refused', { ...probe, outcome: v.optional(v.picklist(['refused', 'returned', 'any'])) }),
    /** Mail that was waiting when the lab began arrives. */
    goal('waiting-mail-delivered', {
      subject: v.optional(nonEmpty()),
      to: v.optional(nonEmpty()),
      within: v.optional(span()),
    }),
    /** Nothing that was on its way when the lab began is lost: it has arrived or still waits. */
    goal('no-mail-lost', { subject: v.optional(nonEmpty()), within: v.optional(span()) }),
    goal('nothing-suspended', {}),
    /** No queue has been in Retry for longer than this. */
    goal('queue-age', {
      maximum: v.optional(span()),
      server: v.optional(oneOrMore()),
      nextHop: v.optional(nonEmpty()),
      after: v.optional(span()),
    }),
    /** So many messages in the queues that fit. */
    goal('queue-count', {
      server: v.optional(oneOrMore()),
      nextHop: v.optional(nonEmpty()),
      deliveryType: v.optional(nonEmpty()),
      status: v.optional(nonEmpty()),
      minimum: v.optional(count()),
      maximum: v.optional(count()),
      after: v.optional(span()),
    }),
    goal('component-state', {
      server: oneOrMore(),
      component: nonEmpty(),
      state: v.picklist(['Active', 'Inactive', 'Draining']),
    }),
    goal('service-state', {
      server: oneOrMore(),
      service: nonEmpty(),
      status: v.optional(v.picklist(['Running', 'Stopped'])),
      startType: v.optional(v.picklist(['Automatic', 'Manual', 'Disabled'])),
    }),
    /** A property of a configuration object. */
    goal('setting', { ...setting, property: nonEmpty(), operator: v.picklist(operators), value: scalar() }),
    goal('object-exists', { class: nonEmpty(), identity: nonEmpty(), exists: v.optional(v.boolean()) }),
    /** A configuration object, or some of its properties, is as it was when the lab began: a forbidden shortcut. */
    goal('unchanged', { ...setting, properties: v.optional(texts()), except: v.optional(texts()) }),
    /** A report has, or has not, come to a mailbox since the lab began. */
    goal('report', {
      mailbox: nonEmpty(),
      report: v.picklist(['DelayDsn', 'FailureDsn', 'DeliveredDsn', 'RelayedDsn', 'ExpandedDsn']),
      subject: v.optional(nonEmpty()),
      received: v.boolean(),
      within: v.optional(span()),
    }),
    /** What a server answers to a conversation by hand; `reply` is a wildcard that one of the last reply's lines must fit. */
    goal('smtp-reply', {
      from: nonEmpty(),
      server: nonEmpty(),
      port: v.optional(count()),
      sourceAddress: v.optional(nonEmpty()),
      lines: v.optional(v.array(v.string())),
      reply: oneOrMore(),
    }),
    /** What the learner found out and gave with Set-LabAnswer. Wildcards; `expectedScript` computes it on the copy. */
    goal('answer', {
      question: bilingual(),
      expected: v.optional(oneOrMore()),
      expectedScript: v.optional(script()),
    }),
    /** No more virtual time than this has passed since the start: an outage with a clock running. */
    goal('time-limit', { maximum: span() }),
    /** Anything else: a script that must put out something true, run in the copy. */
    goal('script', { script: script(), after: v.optional(span()) }),
  ]);
}

let built: ReturnType<typeof build> | undefined;
/** Made on first use: nobody pays for it at start. */
export const goalSchema = () => (built ??= build());

export type LabGoal = v.InferOutput<ReturnType<typeof build>>;
export type GoalOf<K extends LabGoal['kind']> = Extract<LabGoal, { kind: K }>;
export type LabText = { en: string | string[]; ja: string | string[] };

/** Milliseconds of a span that the schema accepted. */
export function spanMs(text: string): number {
  const [, days = '0', hours, minutes, seconds] = /^(?:(\d+)\.)?(\d+):(\d+):(\d+)$/.exec(text)!;
  return ((Number(days) * 24 + Number(hours)) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
