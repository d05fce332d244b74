export {
  type CalendarYear,
  type Deadline,
  type Holidays,
  type WorkingCalendar,
  workingCalendar,
} from './working-days.ts';
