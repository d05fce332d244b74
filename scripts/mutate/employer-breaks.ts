import type { Break } from './break.ts';

const migration = 'migrations/0125-employers-report.sql';
const staff = ['business/life-events/staff/staff.db.test.ts'];
const logins = ['business/access/logins.db.test.ts'];

/** Guards of what an employer does about its staff, and of acting in one capacity at a time. */
export const employerBreaks: readonly Break[] = [
  {
    name: 'employer-own-staff',
    guard: 'An employer’s login reports nobody else’s staff',
    file: 'business/life-events/own-staff.ts',
    find: 'return employerId !== null && worksFor(reader, { personId, employerId });',
    replace: 'return employerId !== null;',
    tests: staff,
  },
  {
    name: 'employer-own-staff-in-sql',
    guard: 'The database takes no report of somebody who does not work for the employer',
    file: migration,
    find: "(p_action = 'submit' AND NOT public.works_for(p_case.owner_id, v_employer))",
    replace: 'false',
    tests: staff,
  },
  {
    name: 'employer-own-session',
    guard: 'A step in an employer’s name is of a session that acts for that employer',
    file: migration,
    find: 'public.live_employer(p_token, v_employer) IS DISTINCT FROM p_actor OR',
    replace: '',
    tests: staff,
  },
  {
    name: 'employer-own-reports',
    guard: 'An employer sees no case of another’s staff',
    file: 'business/life-events/own-staff.ts',
    find: 'return (await ownEmployerWith(reader, { caller, creditCode })) !== null;',
    replace: "return creditCode !== '';",
    tests: staff,
  },
  {
    name: 'employer-own-roster',
    guard: 'An employer’s roster is shown to its own login alone, and to officers',
    file: 'business/life-events/staff/report-staff.ts',
    find: "asked.caller.kind === 'officer' || ownsEmployer(asked)",
    replace: "asked.caller.kind !== 'anyone'",
    tests: staff,
  },
  {
    name: 'employer-line-once',
    guard: 'A line of a report becomes one case, however often it is sent on',
    file: migration,
    find: 'AND l.line_no = p_line AND l.done_at IS NULL FOR UPDATE',
    replace: 'AND l.line_no = p_line FOR UPDATE',
    tests: staff,
  },
  {
    name: 'employer-line-refused',
    guard: 'What one line of a report is refused for keeps no later line waiting',
    file: 'business/life-events/staff/report-staff.ts',
    find: '  // The case that was begun is gone with its transaction;',
    replace:
      "  if (code === 'life-events.not-your-employer') return opened;\n  // The case that was begun is gone with its transaction;",
    tests: staff,
  },
  {
    name: 'employer-others-number',
    guard: 'An employer is told the number of no case that another employer reported',
    file: 'business/life-events/report-life-event.ts',
    find: "caller.kind === 'employer' && !(await isOwnReport(reader, { caller, file: open }))",
    replace: 'false && !(await isOwnReport(reader, { caller, file: open }))',
    tests: staff,
  },
  {
    name: 'agent-account',
    guard: 'An agent sees an account only where they were let look at the record',
    file: 'business/personal-account/may-see-account.ts',
    find: 'return caller.personIds.includes(owner);',
    replace: 'return (caller.actsFor ?? caller.personIds).includes(owner);',
    tests: ['business/mandate/mandate.db.test.ts'],
  },
  {
    name: 'capacity-own',
    guard: 'A session changes to no capacity that its login does not have',
    file: 'business/access/change-capacity.ts',
    find: '!has.includes(capacity)',
    replace: 'has.length === 0',
    tests: logins,
  },
  {
    name: 'capacity-cookie-stays',
    guard: 'A session in a cookie is exchanged for no token that a script can read',
    file: 'business/access/routes-sessions.ts',
    find: "by === 'cookie' && deliver === 'token'",
    replace: "by === undefined && deliver === 'token'",
    tests: ['apps/api/sign-in.e2e.test.ts'],
  },
  {
    name: 'capacity-no-longer',
    guard: 'Changing the capacity makes no session longer',
    file: 'business/access/change-capacity.ts',
    find: 'const { openedAt } = session;',
    replace: 'const openedAt = session.now;',
    tests: logins,
  },
  {
    name: 'capacity-one-session',
    guard: 'A session whose capacity was changed is over',
    file: 'business/access/change-capacity.ts',
    find: 'if (!(await endLiveSession(tx, at))) return noSession;',
    replace: '',
    tests: logins,
  },
];
