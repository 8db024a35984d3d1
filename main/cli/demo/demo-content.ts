import type { Finding, MediaVerdict, SpeechAct } from '#shared/domain/claim/claim.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import type { Credibility, Reliability } from '#shared/domain/rating/admiralty.ts';

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

export type DemoEvidence = {
  readonly key: string;
  readonly file: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  readonly language?: string;
  readonly reliability: Reliability;
  readonly marks?: readonly AtRiskMark[];
  readonly legalBasis?: string;
};
export const demoEvidence: readonly DemoEvidence[] = [
  {
    key: 'precis',
    file: 'precis.html',
    kind: 'article',
    title: 'Le Monde with AFP, 12 January 2025, in précis',
    publisher: 'Le Monde with AFP (précis by the demonstration)',
    published: '2025-01-12',
    language: 'en',
    reliability: 'B',
  },
  {
    key: 'card',
    file: 'specimen-card.png',
    kind: 'image',
    title: 'Drawn stand-in for the photograph of an army identity card',
    publisher: 'Drawn by the project',
    published: '2025-01-11',
    language: 'ru',
    reliability: 'F',
  },
  {
    key: 'beds',
    file: 'two-beds.png',
    kind: 'image',
    title: 'Drawn stand-in for the photographs of two prisoners',
    publisher: 'Drawn by the project',
    published: '2025-01-11',
    reliability: 'F',
    marks: ['captive'],
    legalBasis: 'Held for verification only; not to be shown outside the team (Geneva Convention III, article 13, as read by the ICRC).',
  },
  {
    key: 'later',
    file: 'later-report.txt',
    kind: 'document',
    title: 'Reports of the days after, in précis',
    publisher: 'Several outlets (précis by the demonstration)',
    published: '2025-01~',
    language: 'en',
    reliability: 'C',
  },
];

export type DemoEntity = { readonly key: string; readonly kind: EntityKind; readonly names: readonly string[]; readonly roleOnly?: string };
export const demoEntities: readonly DemoEntity[] = [
  { key: 'president', kind: 'person', names: ['Volodymyr Zelensky', 'Володимир Зеленський'] },
  { key: 'sbu', kind: 'organisation', names: ['Security Service of Ukraine (SBU)', 'Служба безпеки України'] },
  { key: 'minister', kind: 'person', names: ['Andriy Sybiha', 'Андрій Сибіга'] },
  { key: 'afp', kind: 'organisation', names: ['Agence France-Presse', 'AFP'] },
  { key: 'lemonde', kind: 'organisation', names: ['Le Monde'] },
  { key: 'nis', kind: 'organisation', names: ['National Intelligence Service of South Korea', '국가정보원'] },
  { key: 'seoul', kind: 'organisation', names: ['Government of South Korea', '대한민국 정부'] },
  { key: 'russia', kind: 'organisation', names: ['Government of Russia', 'Правительство России'] },
  { key: 'pyongyang', kind: 'organisation', names: ['Government of North Korea', '조선민주주의인민공화국'] },
  { key: 'doctor', kind: 'person', names: ['Doctor at the place of detention'] },
  { key: 'reports', kind: 'actor', names: ['Unnamed reports'] },
  { key: 'outlets', kind: 'actor', names: ['Several outlets'] },
  { key: 'captive1', kind: 'person', names: ['Prisoner with wrapped hands'], roleOnly: 'captive 1' },
  { key: 'captive2', kind: 'person', names: ['Prisoner with wrapped jaw'], roleOnly: 'captive 2' },
  { key: 'holder', kind: 'person', names: ['Holder named on the card', 'Образец-оол Пример Бланкович'] },
  { key: 'document', kind: 'identity-document', names: ['Army identity card', 'Военный билет'] },
  { key: 'tyva', kind: 'place', names: ['Republic of Tyva', 'Республика Тыва', 'Тыва Республика'] },
];

export type DemoAnchor = {
  readonly on: string;
  readonly quote?: string;
  readonly region?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
};
export type DemoClaim = {
  readonly key: string;
  readonly text: string;
  readonly by: string;
  readonly act: SpeechAct;
  readonly via: readonly string[];
  readonly said?: string;
  readonly event?: string;
  readonly at: readonly DemoAnchor[];
  readonly finding: Finding;
  readonly credibility: Credibility;
  readonly verdict?: MediaVerdict;
};
const relayed = ['afp', 'lemonde'];
const inPrecis = (quote: string): readonly DemoAnchor[] => [{ on: 'precis', quote }];
export const demoClaims: readonly DemoClaim[] = [
  {
    key: 'captured',
    text: 'Ukrainian troops captured two wounded North Korean soldiers alive in the Kursk region.',
    by: 'president',
    act: 'said',
    via: relayed,
    said: '2025-01-11',
    event: '2025-01-11~',
    at: inPrecis('Ukrainian troops had taken two wounded North Korean soldiers alive in Russia’s Kursk region'),
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'questioned',
    text: 'Both men were brought to Kyiv, where the SBU is questioning them.',
    by: 'president',
    act: 'said',
    via: relayed,
    said: '2025-01-11',
    event: '2025-01-11',
    at: inPrecis('investigators of the security service, the SBU, were interviewing them'),
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'photographs',
    text: 'Photographs show the two wounded men in beds.',
    by: 'president',
    act: 'showed',
    via: relayed,
    said: '2025-01-11',
    at: [
      { on: 'beds', region: { x: 90, y: 400, w: 530, h: 360 } },
      { on: 'beds', region: { x: 790, y: 400, w: 530, h: 360 } },
    ],
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'no-proof',
    text: 'Nothing shown by 12 January 2025 proved directly that the two men are North Korean.',
    by: 'afp',
    act: 'published',
    via: ['lemonde'],
    said: '2025-01-12',
    event: '2025-01-12',
    at: inPrecis('nothing shown so far proves directly where the two men come from'),
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'russia-silent',
    text: 'Russia had not answered by 12 January 2025.',
    by: 'russia',
    act: 'did-not-respond',
    via: relayed,
    event: '2025-01-12',
    at: inPrecis('Moscow had given no answer'),
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'pyongyang-silent',
    text: 'North Korea had not answered by 12 January 2025.',
    by: 'pyongyang',
    act: 'did-not-respond',
    via: relayed,
    event: '2025-01-12',
    at: inPrecis('Pyongyang had given none either'),
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'seasoned',
    text: 'The prisoners described themselves as experienced soldiers.',
    by: 'sbu',
    act: 'reported-citing',
    via: relayed,
    said: '2025-01-11~',
    at: inPrecis('the prisoners described themselves as seasoned soldiers'),
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'training',
    text: 'One prisoner expected to be trained in Russia, not to fight.',
    by: 'captive1',
    act: 'said',
    via: ['sbu', ...relayed],
    said: '2025-01-11~',
    at: inPrecis('he had expected to train in Russia, not to fight there'),
    finding: 'unverifiable',
    credibility: '6',
  },
  {
    key: 'video',
    text: 'A video shows one man with wrapped hands and one with a wrapped jaw, in hospital beds.',
    by: 'sbu',
    act: 'showed',
    via: relayed,
    said: '2025-01-11~',
    at: inPrecis('the first man has his hands wrapped, the second his jaw'),
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'leg',
    text: 'The man with the wrapped hands also has a broken leg.',
    by: 'doctor',
    act: 'said',
    via: ['sbu', ...relayed],
    said: '2025-01-11~',
    at: inPrecis('the first has a fractured leg as well'),
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'interpreters',
    text: 'Korean interpreters take part in the interviews with help from South Korea’s intelligence service.',
    by: 'sbu',
    act: 'said',
    via: relayed,
    said: '2025-01-11~',
    at: inPrecis('through Korean interpreters, with help from South Korea’s National Intelligence Service'),
    finding: 'corroborated',
    credibility: '2',
  },
  {
    key: 'losses-3000',
    text: 'Close to 3,000 North Korean soldiers were killed or wounded in the Kursk region.',
    by: 'president',
    act: 'claimed',
    via: relayed,
    said: '2024-12',
    event: '2024-12~',
    at: inPrecis('dead and injured together, at close to 3,000'),
    finding: 'disputed',
    credibility: '3',
  },
  {
    key: 'losses-10000',
    text: 'As the article has it, Seoul puts that figure at 10,000.',
    by: 'seoul',
    act: 'claimed',
    via: relayed,
    said: '2024-12~',
    at: inPrecis('The article sets beside it a figure of 10,000 and credits it to Seoul'),
    finding: 'disputed',
    credibility: '6',
  },
  {
    key: 'deployed-10000',
    text: 'About 10,000 North Korean troops were sent to Russia.',
    by: 'seoul',
    act: 'claimed',
    via: ['outlets'],
    said: '2024-12~',
    at: [{ on: 'later', quote: "Seoul's estimate of how many North Korean troops were sent to Russia" }],
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'earlier-died',
    text: 'Several badly wounded North Koreans captured earlier died.',
    by: 'president',
    act: 'said',
    via: relayed,
    said: '2024-12~',
    event: '2024-12~',
    at: inPrecis('several gravely wounded North Koreans were captured and did not survive'),
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'own-wounded',
    text: 'Russian and North Korean troops kill their own wounded so that they cannot be captured.',
    by: 'president',
    act: 'claimed',
    via: relayed,
    said: '2025-01-11',
    at: inPrecis('Russians and North Koreans kill their own wounded'),
    finding: 'unverifiable',
    credibility: '6',
  },
  {
    key: 'card-read',
    text: 'One picture shows a Russian army identity card of a man aged 26 from Tyva.',
    by: 'afp',
    act: 'published',
    via: ['lemonde'],
    said: '2025-01-12',
    at: [...inPrecis('the holder is 26 years old and comes from the Republic of Tyva'), { on: 'card', region: { x: 740, y: 470, w: 580, h: 190 } }],
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'false-papers',
    text: 'Russia hides North Korean fighters behind papers in other people’s names.',
    by: 'reports',
    act: 'claimed',
    via: relayed,
    at: inPrecis('Russia hides North Korean fighters behind papers in other people’s names'),
    finding: 'uncorroborated',
    credibility: '4',
  },
  {
    key: 'regulars',
    text: 'The two are the first North Korean prisoners of war in Kyiv, regular troops and no mercenaries.',
    by: 'minister',
    act: 'said',
    via: relayed,
    said: '2025-01-11~',
    at: inPrecis('the first North Korean prisoners of war to reach Kyiv, and spoke of regular troops'),
    finding: 'uncorroborated',
    credibility: '3',
  },
  {
    key: 'confirmed',
    text: 'South Korea’s intelligence service confirmed that two North Korean soldiers are held in Ukraine.',
    by: 'nis',
    act: 'confirmed',
    via: ['outlets'],
    said: '2025-01~',
    at: [{ on: 'later', quote: 'confirmed that two North Korean soldiers are held in Ukraine' }],
    finding: 'uncorroborated',
    credibility: '2',
  },
  {
    key: 'age-26',
    text: 'One of the prisoners is said to be 26 years old.',
    by: 'outlets',
    act: 'published',
    via: [],
    said: '2025-01~',
    at: [{ on: 'later', quote: 'One of them was said to be 26' }],
    finding: 'uncorroborated',
    credibility: '3',
  },
];

export type DemoLink = { readonly from: string; readonly type: LinkType; readonly to: string; readonly why: string };
export const demoLinks: readonly DemoLink[] = [
  { from: 'beds', type: 'depicts', to: 'captive1', why: 'As the captions say; no face is to be compared.' },
  { from: 'beds', type: 'depicts', to: 'captive2', why: 'As the captions say; no face is to be compared.' },
  { from: 'card', type: 'depicts', to: 'document', why: 'A picture of the card, not the card itself.' },
  { from: 'document', type: 'mentions', to: 'holder', why: 'The name on it. Who carried it is another question.' },
  { from: 'document', type: 'mentions', to: 'tyva', why: 'Place of birth as printed.' },
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
    text: 'Both hold as of the day of the report. To be looked at again before anything is published, and replaced, not deleted, when an answer comes.',
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
