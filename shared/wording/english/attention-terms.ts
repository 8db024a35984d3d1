import type { Standing } from '../../contract/case.ts';
import { spoken } from '../spoken.ts';

type AttentionCode = Standing['attention'][number]['code'];

/** What wants attention on the overview: a line for a count, and why it matters. */
export const attentionTerms: { readonly [K in AttentionCode]: { readonly line: (count: number) => string; readonly why: string } } = spoken('attentionTerms', {
  'claims-in-conflict': {
    line: (count) => (count === 1 ? '1 claim is contradicted' : `${count} claims are contradicted`),
    why: 'Something in the case speaks against them. Compare what each measures and where each comes from.',
  },
  'corroborated-by-one-origin': {
    line: (count) =>
      count === 1 ? '1 claim is called corroborated but rests on one origin' : `${count} claims are called corroborated but rest on one origin`,
    why: 'Corroboration takes two or more independent origins. Outlets that relay one speaker are one origin.',
  },
  'credibility-1-by-one-origin': {
    line: (count) => (count === 1 ? '1 claim is graded 1 but rests on one origin' : `${count} claims are graded 1 but rest on one origin`),
    why: 'Grade 1 means confirmed by other, independent sources.',
  },
  'claim-without-evidence': {
    line: (count) => (count === 1 ? '1 claim rests on no evidence' : `${count} claims rest on no evidence`),
    why: 'A dossier refuses claims that cite nothing.',
  },
  'claim-unassessed': {
    line: (count) => (count === 1 ? '1 claim is not assessed yet' : `${count} claims are not assessed yet`),
    why: 'Give each a finding, even if it is that it cannot be verified at present.',
  },
  'at-risk-evidence': {
    line: (count) => (count === 1 ? '1 item shows people at risk' : `${count} items show people at risk`),
    why: 'They stay out of public dossiers and are listed there as withheld.',
  },
});
