import { type FaultPlan, failingParts, faultPlans, liveOnFailingDisk, madeCase } from '#tests/harness/failing-life.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** Every operation of the disk fails, once, four times and for good, with nothing, a part and all of it done. */
export async function diskErrors(run: LongRun): Promise<Section> {
  const made = await madeCase();
  const violations: string[] = [];
  let [runs, refusals, all] = [0, 0, 0];
  const found = { once: 0, burst: 0, 'for good': 0 };
  const outOfTime = timekeeper(run.minutes, () => `${grouped(runs)} runs, ${violations.length} violations`);
  for (const part of failingParts) {
    const { steps } = await liveOnFailingDisk(part, made, null);
    const plans: FaultPlan[] = [...faultPlans(steps)];
    all += plans.length;
    for (const [at, plan] of plans.entries()) {
      if (run.count !== undefined && at % Math.max(1, Math.ceil((plans.length * failingParts.length) / run.count)) !== 0) continue;
      if (outOfTime()) break;
      const outcome = await liveOnFailingDisk(part, made, plan);
      runs += 1;
      refusals += outcome.refusals;
      if (outcome.foundRefused) found[plan.length === 1 ? 'once' : Number.isFinite(plan.length) ? 'burst' : 'for good'] += 1;
      for (const each of outcome.violations) {
        if (violations.length < 10) say(`  ${part}, ${JSON.stringify(plan)}: ${each}`);
        violations.push(each);
      }
    }
    say(`  ${part}: ${steps} steps, ${grouped(runs)} runs so far, ${violations.length} violations`);
  }
  const told = Object.entries(found).map(([how, times]) => `${grouped(times)} ${how}`);
  const reached = runs === all || run.count !== undefined;
  const line = `disk: ${grouped(runs)} of ${grouped(all)} runs, ${grouped(refusals)} refusals, ${violations.length} violations; a refused edit found afterwards: ${told.join(', ')}`;
  return { line, sound: violations.length === 0 && reached };
}
