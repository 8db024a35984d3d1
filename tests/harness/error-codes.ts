import { errorCode } from '#main/casefile/file-system.ts';

/** The code with which the disk refuses, as text that says so when it does not. */
export function codeOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return 'nothing refused';
  } catch (error) {
    return errorCode(error);
  }
}
export function codeOfLater(attempt: Promise<unknown>): Promise<string | undefined> {
  return attempt.then(
    () => 'nothing refused',
    (error: unknown) => errorCode(error),
  );
}
