import { useId, useState } from 'react';
import type { OtherPassphrases } from '#shared/contract/unlock.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';

export type Others = {
  readonly asked: boolean;
  readonly choice: OtherPassphrases;
  readonly choose: (choice: OtherPassphrases) => void;
  /** Asks when that is what a problem says. */
  readonly askIf: (problem: Problem) => void;
  /** As the request wants it: nothing until the case process has said that there are several. */
  readonly given: { readonly others?: OtherPassphrases };
};

/** What becomes of other passphrases, asked only where there are several. */
export function useOthers(): Others {
  const [asked, setAsked] = useState(false);
  const [choice, choose] = useState<OtherPassphrases>('keep');
  return { asked, choice, choose, askIf: (problem) => saysOthers(problem) && setAsked(true), given: asked ? { others: choice } : {} };
}

function saysOthers(problem: Problem): boolean {
  return problem.kind === 'refused' && problem.rule === 'other-passphrases';
}

export function OtherPassphrasesField({ others }: { readonly others: Others }) {
  const name = useId();
  if (!others.asked) return null;
  const said = unlockWords.recover;
  return (
    <div className="ways" role="radiogroup" aria-label={said.others}>
      <p>{said.others}</p>
      {(['keep', 'remove'] as const).map((each) => (
        <label key={each} className="way">
          <input type="radio" name={name} checked={others.choice === each} onChange={() => others.choose(each)} />
          {each === 'keep' ? said.keepOthers : said.removeOthers}
        </label>
      ))}
    </div>
  );
}
