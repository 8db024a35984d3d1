import type { LinkType } from '#shared/domain/link/link.ts';
import { claimsAboutTheMen } from './claims-about-the-men.ts';
import { claimsAroundThem } from './claims-around-them.ts';
import type { DemoClaim } from './demo-claim.ts';

/**
 * The demonstration case: what was said in January 2025 of two prisoners in Kyiv, in the project's own words, and pictures drawn
 * by the project. It shows a relay chain, a confirmation that is not independent, figures that may not measure the same thing,
 * an answer that was not given as of a day, rival readings of one document, and people at risk. Keys are names within this file.
 */
export const demoCase = {
  title: 'Two prisoners shown in Kyiv',
  purpose: 'Who are the two men shown in January 2025, who says so, and what of it rests on more than one origin?',
  handling: 'TLP:AMBER. Demonstration case: invented holder, drawn pictures, nobody is depicted.',
  analyst: 'Demonstration analyst',
  dossierTitle: 'Two prisoners shown in Kyiv: what was said, and by whom',
};

/** Opens the demonstration case and nothing else; printed, so it must never be anybody's own. */
export const demoPassphrase = 'nothing in this case is secret';

export const demoClaims: readonly DemoClaim[] = [...claimsAboutTheMen, ...claimsAroundThem];

export type DemoLink = { readonly from: string; readonly type: LinkType; readonly to: string; readonly why: string };
export const demoLinks: readonly DemoLink[] = [
  { from: 'beds', type: 'depicts', to: 'captive1', why: 'As the captions say; no face is to be compared.' },
  { from: 'beds', type: 'depicts', to: 'captive2', why: 'As the captions say; no face is to be compared.' },
  { from: 'card', type: 'depicts', to: 'document', why: 'A picture of the card, not the card itself.' },
  { from: 'document', type: 'mentions', to: 'holder', why: 'The name on it. Who carried it is another question.' },
  { from: 'document', type: 'mentions', to: 'tyva', why: 'Place of birth as printed.' },
  { from: 'captured', type: 'located-at', to: 'kursk', why: 'No place within the region was named.' },
  { from: 'questioned', type: 'located-at', to: 'kyiv', why: 'The city was named, the building was not.' },
  { from: 'video', type: 'supports', to: 'questioned', why: 'It shows the two in care, but not where.' },
  { from: 'photographs', type: 'supports', to: 'captured', why: 'Two wounded men are shown; where they come from is not.' },
  {
    from: 'losses-10000',
    type: 'contradicts',
    to: 'losses-3000',
    why: 'Only if both count the same. One counts dead and wounded in the Kursk region; what the other counts is open: elsewhere 10,000 is the number sent to Russia.',
  },
  { from: 'deployed-10000', type: 'same-origin-as', to: 'losses-10000', why: 'Both go back to Seoul. It may be one figure, told twice with two meanings.' },
  {
    from: 'confirmed',
    type: 'same-origin-as',
    to: 'captured',
    why: 'Seoul’s service supplied the interpreters: it knows the men through the SBU’s interviews and is no second origin.',
  },
  { from: 'regulars', type: 'same-origin-as', to: 'captured', why: 'Two members of one government.' },
  {
    from: 'holder',
    type: 'not-same-as',
    to: 'captive2',
    why: 'Both are said to be 26. An age in common is no identity; kept apart until something else joins them.',
  },
];

export type DemoNote = { readonly title: string; readonly about: readonly string[]; readonly text: string };
/** `[[key]]` becomes a reference to the object of that key. */
export const demoNotes: readonly DemoNote[] = [
  {
    title: 'Rival readings of the card',
    about: ['card-read', 'document'],
    text: 'Question: whose card is it, and why was it there? [[card-read]]\n\nH1  Genuine, issued to another man, and given to a North Korean as cover.\nH2  Forged as cover.\nH3  Genuine, and the carrier’s own: he is from Tyva.\nH4  Picked up on the field and carried.\nH5  Planted to be found.\n\nThe picture alone fits all five. What would tell them apart: examining the card itself (paper, print, number series), and asking the issuing office. [[false-papers]] does not decide it: those reports name no origin and count as one family.',
  },
  {
    title: 'Two figures that may not measure the same thing',
    about: ['losses-3000', 'losses-10000', 'deployed-10000'],
    text: '[[losses-3000]] counts dead and wounded, in one region, up to December. [[losses-10000]] names no such measure, and in other reports 10,000 is the number of troops sent, [[deployed-10000]]. They are not set against each other until what is counted is the same.',
  },
  {
    title: 'Why the confirmation is not independent',
    about: ['confirmed', 'interpreters'],
    text: 'By [[interpreters]] Seoul’s service takes part in the very interviews that [[captured]] rests on. [[confirmed]] therefore does not make it two origins, and the finding stays at uncorroborated.',
  },
  {
    title: 'What “no answer” means',
    about: ['russia-silent', 'pyongyang-silent'],
    text: 'Both hold as of the day of the report. To be looked at again before anything is published, and replaced, not deleted, when an answer comes.\n\n- [ ] Has either capital answered since?\n- [ ] Who asked them, and how long did they have to answer?\n- [x] Do both editions say the same?',
  },
  {
    title: 'Before anything leaves the team',
    about: ['photographs', 'captive1', 'captive2'],
    text: 'The pictures show prisoners. [[beds]] stays out of every public edition, and the two men go by their role. The man with the wrapped jaw must not be joined to the card by his age.',
  },
];

export const demoStatements: readonly { readonly text: string; readonly cites: readonly string[] }[] = [
  {
    text: 'Ukraine’s president says that two North Korean soldiers were captured alive in the Kursk region; nothing shown by 12 January 2025 proved directly where they come from.',
    cites: ['captured', 'no-proof', 'precis'],
  },
  {
    text: 'South Korea’s intelligence service confirmed it, but took part in the interviews itself, so the two do not count as independent origins.',
    cites: ['confirmed', 'interpreters', 'later'],
  },
  {
    text: 'An identity card of a man aged 26 from Tyva is shown. Whose it is, and why it was there, is open; the card itself would have to be examined.',
    cites: ['card-read', 'card'],
  },
  {
    text: 'Figures of 3,000 and 10,000 stand side by side in the reporting and may not count the same thing.',
    cites: ['losses-3000', 'losses-10000', 'deployed-10000'],
  },
  { text: 'As of 12 January 2025 neither Russia nor North Korea had answered.', cites: ['russia-silent', 'pyongyang-silent'] },
  { text: 'Pictures of the two prisoners are held and not shown outside the team.', cites: ['photographs', 'beds'] },
];
