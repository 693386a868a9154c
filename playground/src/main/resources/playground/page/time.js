// Dates and times as people in London read them.

const ZONE = 'Europe/London';
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' });
const DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 10:05 */
export function clockTime(date) {
  return CLOCK.format(date);
}

/** Tuesday 1 December */
export function day(date) {
  return DAY.format(date).replace(',', '');
}

/** Tuesday 1 December 2026, 10:05am */
export function inWords(date) {
  return `${DATE.format(date).replace(',', '')}, ${spoken(date)}`;
}

/** 10:05am, midday */
function spoken(date) {
  const [hour, minute] = CLOCK.format(date).split(':').map(Number);
  if (minute === 0 && hour % 12 === 0) {
    return hour === 0 ? 'midnight' : 'midday';
  }
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** 2026-12-01T10:05, for an input */
export function toLocalInput(epochSeconds) {
  const part = partsOf(new Date(epochSeconds * 1000));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** Seconds since 1970 of a London time such as 2026-12-01T10:05. */
export function fromLocalInput(text) {
  const asIfUtc = Date.parse(`${text}:00Z`);
  if (Number.isNaN(asIfUtc)) {
    return null;
  }
  const shown = Date.parse(`${toLocalInput(asIfUtc / 1000)}:00Z`);
  return (asIfUtc - (shown - asIfUtc)) / 1000;
}

function partsOf(date) {
  return Object.fromEntries(PARTS.formatToParts(date).map((part) => [part.type, part.value]));
}
