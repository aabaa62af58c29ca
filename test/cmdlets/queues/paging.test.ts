// Pages of results: -ResultSize, bookmarks and direction (facts/transport 1.7), as rules and on queues of a sandbox.

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageBounds } from '../../../cmdlets/exchange/support/paging.ts';
import { openTestSession, type TestSession } from '../../support/session.ts';

describe('the bounds of a page', () => {
  const sizes = fc.record({
    total: fc.nat(50),
    size: fc.integer({ min: 1, max: 60 }),
    bookmark: fc.option(fc.nat(80), { nil: undefined }),
    forward: fc.boolean(),
    include: fc.boolean(),
  });

  it('lie within the results, and the page is no larger than asked for', () => {
    fc.assert(
      fc.property(sizes, ({ total, size, bookmark, forward, include }) => {
        const [start, end] = pageBounds(total, size, bookmark, forward, include);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(total);
        expect(end - start).toBeLessThanOrEqual(size);
        if (total > 0) expect(end).toBeGreaterThan(start);
      }),
    );
  });
  it('begin at the bookmark, or after it', () => {
    expect(pageBounds(10, 3, 4, true, true)).toEqual([4, 7]);
    expect(pageBounds(10, 3, 4, true, false)).toEqual([5, 8]);
  });
  it('end at the bookmark, or before it, when the search goes backward', () => {
    expect(pageBounds(10, 3, 4, false, true)).toEqual([2, 5]);
    expect(pageBounds(10, 3, 4, false, false)).toEqual([1, 4]);
    expect(pageBounds(10, 3, undefined, false, true)).toEqual([7, 10]);
  });
  it('are the last full page beyond the end, and the first one before the beginning', () => {
    expect(pageBounds(10, 3, 2_147_483_646, true, true)).toEqual([7, 10]);
    expect(pageBounds(10, 3, 1, false, true)).toEqual([0, 3]);
  });
});

describe('on a server with fifteen messages in a queue', () => {
  let test: TestSession;
  const run = (script: string): string[] => test.run(script).trim().split('\n').filter(Boolean);

  beforeAll(() => {
    test = openTestSession();
    test.run('Set-SandboxServer EDGE01 -Online $false');
    test.run('1..15 | ForEach-Object { Send-SandboxMessage alice bob@fabrikam.com -Subject "m$_" -Server EX01 }');
    test.run('Step-SandboxClock -Minutes 2');
  });
  afterAll(() => test.dispose());
  const queue = "(Get-Queue -Filter {DeliveryType -eq 'SmtpRelayWithinAdSiteToEdge'}).Identity";

  it('-ResultSize gives so many and warns of the rest', () => {
    const lines = run(`(Get-Message -Queue (${queue}) -ResultSize 4).Count`);
    expect(lines).toContain('4');
    expect(lines.join('\n')).toContain('WARNING: There are more results available than are currently displayed.');
    expect(run(`(Get-Message -Queue (${queue}) -ResultSize Unlimited).Count`)).toEqual(['15']);
  });
  it('-SortOrder sorts by several properties, the first the most important', () => {
    const subjects = run(`Get-Message -Queue (${queue}) -SortOrder '-Priority,+Subject' | ForEach-Object Subject`);
    expect(subjects).toEqual([...subjects].sort());
    expect(run(`(Get-Message -Queue (${queue}) -SortOrder '-Subject,+Identity')[0].Subject`)).toEqual(['m9']);
  });
  it('-BookmarkIndex counts from 1; what lies beyond the end gives the last full page', () => {
    const all = run(`Get-Message -Queue (${queue}) | ForEach-Object Subject`);
    const page = (more: string) =>
      run(
        `Get-Message -Queue (${queue}) -ResultSize 3 ${more} -WarningAction SilentlyContinue | ForEach-Object Subject`,
      );
    expect(page('-BookmarkIndex 2')).toEqual(all.slice(1, 4));
    expect(page('-BookmarkIndex -5')).toEqual(all.slice(0, 3));
    expect(page('-BookmarkIndex ([int]::MaxValue)')).toEqual(all.slice(-3));
    expect(page('-SearchForward $false')).toEqual(all.slice(-3));
    expect(page('-BookmarkIndex 6 -SearchForward $false')).toEqual(all.slice(3, 6));
  });
  it('-BookmarkObject begins at the object, or at the next one when it is gone', () => {
    const script = `$all = Get-Message -Queue (${queue}); Get-Message -Queue (${queue}) -ResultSize 1 -BookmarkObject $all[4] -WarningAction SilentlyContinue`;
    expect(run(`${script} | ForEach-Object Subject`)).toEqual(['m5']);
    expect(run(`${script} -IncludeBookmark $false | ForEach-Object Subject`)).toEqual(['m6']);
  });
  it('-BookmarkIndex and -BookmarkObject exclude each other', () => {
    expect(run("Get-Message -BookmarkIndex 1 -BookmarkObject 'EX01\\2\\3'").join('\n')).toContain(
      "BookmarkIndex and BookmarkObject parameters can't be used together",
    );
  });
  it('-ReturnPageInfo tells the total and where the page begins', () => {
    expect(
      run(
        `(Get-Message -Queue (${queue}) -ResultSize 2 -BookmarkIndex 5 -ReturnPageInfo $true -WarningAction SilentlyContinue)[0] | ForEach-Object { $_.TotalCount, $_.PageOffset }`,
      ),
    ).toEqual(['15', '5']);
  });
});
