import { useEffect, useRef } from 'react';
import { tourWords } from '#shared/wording/english/help-words.ts';
import { useStore } from '../../bridge/store.ts';
import { Button } from '../../components/button/button.tsx';
import { endTour, goToStep, tourAt, tourSteps } from './tour-steps.ts';
import './tour.css';

/** A card that goes along through the views; everything under it can be used meanwhile. */
export function Tour() {
  const at = useStore(tourAt);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (at !== null) card.current?.focus();
  }, [at]);
  const step = at === null ? undefined : tourSteps[at];
  if (at === null || step === undefined) return null;
  const { title, text } = tourWords.steps[step];
  const last = at === tourSteps.length - 1;
  return (
    <section ref={card} className="tour" aria-label={tourWords.title} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && endTour()}>
      <p className="tour-at faint numeric">{tourWords.step(at + 1, tourSteps.length)}</p>
      <h2 className="tour-title">{title}</h2>
      <p className="tour-text">{text}</p>
      <div className="tour-foot">
        {!last && (
          <Button tone="quiet" onPress={endTour}>
            {tourWords.end}
          </Button>
        )}
        <span className="tour-gap" />
        {at > 0 && <Button onPress={() => goToStep(at - 1)}>{tourWords.back}</Button>}
        <Button tone="primary" onPress={() => goToStep(at + 1)}>
          {last ? tourWords.done : tourWords.next}
        </Button>
      </div>
    </section>
  );
}
