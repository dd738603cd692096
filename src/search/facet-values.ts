/** Values that the schema fixes. What only the data know is checked against the data. */
export const FIXED_VALUES = {
  level: ['beginner', 'intermediate', 'advanced', 'all'],
  cost: ['free', 'paid', 'freemium'],
  type: ['conference', 'summit', 'meetup', 'webinar', 'workshop', 'seminar', 'cohort'],
  mode: ['in-person', 'online', 'hybrid'],
  relevance: ['core', 'adjacent'],
  certainty: ['confirmed', 'tentative', 'estimated'],
  status: ['scheduled', 'cancelled', 'postponed', 'active', 'ended', 'archived', 'acquired', 'moved'],
} as const;
