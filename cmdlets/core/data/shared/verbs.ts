// The approved verbs of cmdlet names with their alias prefixes, by group (Get-Verb).

export interface ApprovedVerb {
  verb: string;
  aliasPrefix: string;
  group: string;
}

const GROUPS: Record<string, string> = {
  Common:
    'Add a;Clear cl;Close cs;Copy cp;Enter et;Exit ex;Find fd;Format f;Get g;Hide h;Join j;Lock lk;Move m;New n;Open op;Optimize om;Push pu;Pop pop;Redo re;Remove r;Rename rn;Reset rs;Resize rz;Search sr;Select sc;Set s;Show sh;Skip sk;Split sl;Step st;Switch sw;Undo un;Unlock uk;Watch wc',
  Communications: 'Connect cc;Disconnect dc;Read rd;Receive rc;Send sd;Write wr',
  Data: 'Backup ba;Checkpoint ch;Compare cr;Compress cm;Convert cv;ConvertFrom cf;ConvertTo ct;Dismount dm;Edit ed;Expand en;Export ep;Group gp;Import ip;Initialize in;Limit l;Merge mg;Mount mt;Out o;Publish pb;Restore rr;Save sv;Sync sy;Unpublish ub;Update ud',
  Diagnostic: 'Debug db;Measure ms;Ping pi;Repair rp;Resolve rv;Test t;Trace tr',
  Lifecycle:
    'Approve ap;Assert as;Build bd;Complete cmp;Confirm cn;Deny dn;Deploy dp;Disable d;Enable e;Install is;Invoke i;Register rg;Request rq;Restart rt;Resume ru;Start sa;Stop sp;Submit sb;Suspend ss;Uninstall us;Unregister ur;Wait w',
  Other: 'Use u',
  Security: 'Block bl;Grant gr;Protect pt;Revoke rk;Unblock ul;Unprotect up',
};

export function approvedVerbs(): ApprovedVerb[] {
  const verbs: ApprovedVerb[] = [];
  for (const group in GROUPS) {
    for (const entry of GROUPS[group]!.split(';')) {
      const [verb, aliasPrefix] = entry.split(' ');
      verbs.push({ verb: verb!, aliasPrefix: aliasPrefix!, group });
    }
  }
  return verbs;
}
