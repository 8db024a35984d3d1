import { spoken } from '../spoken.ts';

/** What a new note may begin with: title and Markdown. The five pillars are those of verification (DOMAIN of the field: provenance, source, date, location, motivation). */
export const noteTemplates = spoken('noteTemplates', {
  interview: {
    name: 'Interview',
    title: 'Interview with …',
    text: `## Circumstances

- **Who:**
- **When and where:**
- **Language, interpreter:**
- **Consent, and to what:**
- **May be named:**

## What was said

> …

## How the person knows

- [ ] saw it
- [ ] was told, by whom
- [ ] concludes it

## Safety

What could happen to this person if the note were read by others?

## To follow up

- [ ] …`,
  },
  verification: {
    name: 'Verification checklist',
    title: 'Verification of …',
    text: `Each pillar is judged for itself; none makes up for another.

## Provenance

- [ ] Is this the original, or the earliest copy that can be found?
- [ ] What has been done to it since?

## Source

- [ ] Who made it, and who published it?
- [ ] What else have they published, and what became of it?

## Date

- [ ] When was it made, as against when it was published?
- [ ] What in it can be dated: weather, shadows, events, versions?

## Location

- [ ] Where was it made? Which features fit the place?
- [ ] What would not fit?

## Motivation

- [ ] Why was it made, and why was it published now?
- [ ] Who gains if it is believed?

## Judgment

…`,
  },
  questions: {
    name: 'Open questions',
    title: 'Open questions',
    text: `| Question | Why it matters | What would answer it | Who, until when |
| --- | --- | --- | --- |
| … | … | … | … |

## What would change our mind

- …`,
  },
});
