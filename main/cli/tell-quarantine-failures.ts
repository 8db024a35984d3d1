import type { QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import { problemSentence } from '#shared/wording/problems.ts';

/** Says why files stay unexamined, once for each reason: the import itself goes on and only warns. */
export function tellQuarantineFailures(quarantine: QuarantinePort, say: (text: string) => void): QuarantinePort {
  const told = new Set<string>();
  return {
    examine: async (job, watch) => {
      const answer = await quarantine.examine(job, watch);
      if (answer.ok || answer.problem.kind !== 'quarantine-failed' || told.has(answer.problem.reason)) return answer;
      told.add(answer.problem.reason);
      say(`${problemSentence(answer.problem)}\n`);
      return answer;
    },
  };
}
