/** Compile-time proof that a switch covered every case; `where` names the switch when a wrong value gets through at run time. */
export function assertNever(value: never, where: string): never {
  throw new Error(`${where}: unhandled case of type ${typeof value}`);
}
