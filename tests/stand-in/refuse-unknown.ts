// Asked by await, JSON, the inspector, bundlers and Node's own event emitter; real objects lack them as well.
const asked = new Set([
  'then',
  'toJSON',
  'constructor',
  'domain',
  '__esModule',
  'default',
  'nodeType',
  'inspect',
  'cause',
  'subtype',
  'className',
  'asymmetricMatch',
  '$$typeof',
]);

/** Makes a member that the stand-in lacks an error with its name, where a plain object would answer undefined and hide the difference. */
export function refuseUnknown(name: string, target: object): void {
  const above = Object.getPrototypeOf(target) as object;
  Object.setPrototypeOf(
    target,
    new Proxy(above, {
      get(parent, property, receiver) {
        if (typeof property === 'symbol' || property in parent || asked.has(property) || property.startsWith('_'))
          return Reflect.get(parent, property, receiver);
        throw new Error(`stand-in: ${name}.${property} is not supported; see tests/stand-in/README.md`);
      },
    }),
  );
}
