export {
  type Activity,
  type ActivityDraft,
  activityFaults,
  SECTORS,
  type Sector,
  TEAM_MAX,
} from './activity.ts'
export {
  type ActivityTables,
  activitiesById,
  activitiesOfMembers,
  activityById,
  joinTeams,
  openActivities,
  openActivity,
} from './activity-store.ts'
export { clearedBudget, type FreeBudget, freeBudgets, lockBudgets } from './free-budget.ts'
