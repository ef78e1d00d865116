import { AccountScreen } from './account.tsx';
import { ApprovalScreen } from './approval.tsx';
import { ApprovalsScreen } from './approvals.tsx';
import { AuditScreen } from './audit.tsx';
import { AuditEntryScreen } from './audit-entry.tsx';
import { ChangeScreen } from './change.tsx';
import { DiagnosisScreen } from './diagnosis.tsx';
import { QueueScreen } from './queue.tsx';
import type { Route } from './routes.ts';
import { SearchScreen } from './search.tsx';

/** The one place that knows which screen a route means. */
export function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'queue':
      return <QueueScreen />;
    case 'search':
      return <SearchScreen />;
    case 'audit':
      return <AuditScreen />;
    case 'audit-entry':
      return <AuditEntryScreen route={route} />;
    case 'account':
      return <AccountScreen route={route} />;
    case 'diagnosis':
      return <DiagnosisScreen route={route} />;
    case 'change':
      return <ChangeScreen route={route} />;
    case 'approvals':
      return <ApprovalsScreen />;
    case 'approval':
      return <ApprovalScreen route={route} />;
  }
}
