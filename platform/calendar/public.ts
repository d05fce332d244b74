export { type CalendarYear, type Deadline, type WorkingCalendar, workingCalendar } from './working-days.ts';
