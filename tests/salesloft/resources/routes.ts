import type { Routes } from '../call.ts';
import { accountRoutes } from './accounts.ts';
import { actionRoutes } from './actions.ts';
import { activityHistoryRoutes } from './activity-histories.ts';
import { cadenceRoutes } from './cadences.ts';
import { callRoutes } from './calls.ts';
import { crmFieldRoutes } from './crm-fields.ts';
import { dispositionRoutes } from './dispositions.ts';
import { noteRoutes } from './notes.ts';
import { peopleRoutes } from './people.ts';
import { phoneNumberRoutes } from './phone-numbers.ts';
import { rarelyUsedRoutes } from './rarely-used.ts';
import { taskRoutes } from './tasks.ts';
import { teamRoutes } from './team.ts';

/** Every operation this Salesloft answers. */
export const routes: Routes = {
  ...teamRoutes,
  ...taskRoutes,
  ...actionRoutes,
  ...cadenceRoutes,
  ...peopleRoutes,
  ...accountRoutes,
  ...dispositionRoutes,
  ...callRoutes,
  ...noteRoutes,
  ...phoneNumberRoutes,
  ...crmFieldRoutes,
  ...activityHistoryRoutes,
  ...rarelyUsedRoutes,
};
