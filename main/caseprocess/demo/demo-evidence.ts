import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import type { Reliability } from '#shared/domain/rating/admiralty.ts';

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

type DemoPlace =
  | { readonly coordinates: string; readonly precision: 'locality' }
  | { readonly coordinates: string; readonly precision: 'region'; readonly radiusMetres: number };
export type DemoEntity = {
  readonly key: string;
  readonly kind: EntityKind;
  readonly names: readonly string[];
  readonly roleOnly?: string;
  readonly place?: DemoPlace;
};
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
  {
    key: 'tyva',
    kind: 'place',
    names: ['Republic of Tyva', 'Республика Тыва', 'Тыва Республика'],
    place: { coordinates: '51.7147, 94.4534', precision: 'region', radiusMetres: 300_000 },
  },
  {
    key: 'kursk',
    kind: 'place',
    names: ['Kursk region', 'Курская область'],
    place: { coordinates: '51.7373, 36.1874', precision: 'region', radiusMetres: 100_000 },
  },
  { key: 'kyiv', kind: 'place', names: ['Kyiv', 'Київ'], place: { coordinates: '50.4501, 30.5234', precision: 'locality' } },
];
