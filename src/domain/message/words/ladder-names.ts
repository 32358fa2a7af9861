/** How levels and competencies of the ladder in the repository are named, as pieces of a pattern. */
export const LEVEL = '(?:l[1-9]|junior|senior|staff|principal)'
export const COMPETENCY =
  '(?:mastery|scope|judge?ment|ownership|communication|planning|flexibility|trust|feedback)'
