/**
 * contextBridge between two JavaScript worlds of one page. Chromium clones a CustomEvent's `detail` when it is read in the other
 * world, and dispatching is synchronous; functions and promises cannot be cloned and cross as numbers.
 */
type Reference = { readonly __bridge: 'function' | 'promise'; readonly id: number };
type Message =
  | { readonly op: 'expose'; readonly key: string; readonly api: unknown }
  | { readonly op: 'call'; readonly id: number; readonly args: unknown }
  | { readonly op: 'return'; readonly value?: unknown; readonly error?: unknown }
  | { readonly op: 'settle'; readonly id: number; readonly value?: unknown; readonly error?: unknown };
type Fields = { readonly [key: string]: unknown };
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

export function makeBridge(
  inbound: string,
  outbound: string,
  onExpose: (key: string, api: unknown) => void,
): { readonly expose: (key: string, api: unknown) => void } {
  // Taken before any script of the page can replace them.
  const { CustomEvent: PageEvent, Promise: PagePromise, Object: PageObject, Array: PageArray, Map: PageMap } = globalThis;
  const dispatch = window.dispatchEvent.bind(window);
  const functions = new PageMap<number, (...args: unknown[]) => unknown>();
  const promises = new PageMap<number, Waiting>();
  let next = 0;
  let returned: { readonly value?: unknown; readonly error?: unknown } = {};

  const send = (message: Message) => dispatch(new PageEvent(outbound, { detail: message }));
  const isPlain = (value: object) => PageObject.getPrototypeOf(value) === PageObject.prototype || PageObject.getPrototypeOf(value) === null;
  const mapFields = (value: object, change: (inner: unknown) => unknown) =>
    PageObject.fromEntries(PageObject.entries(value).map(([key, inner]) => [key, change(inner)]));

  function pack(value: unknown): unknown {
    if (typeof value === 'function') {
      functions.set(++next, value as (...args: unknown[]) => unknown);
      return { __bridge: 'function', id: next } satisfies Reference;
    }
    if (value === null || typeof value !== 'object') return value;
    if (typeof (value as { then?: unknown }).then === 'function') return packPromise(value as PromiseLike<unknown>);
    if (PageArray.isArray(value)) return value.map(pack);
    return isPlain(value) ? mapFields(value, pack) : value;
  }

  function packPromise(promise: PromiseLike<unknown>): Reference {
    const id = ++next;
    promise.then(
      (value) => send({ op: 'settle', id, value: pack(value) }),
      (error: unknown) => send({ op: 'settle', id, error }),
    );
    return { __bridge: 'promise', id };
  }

  function unpack(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const { __bridge: kind, id } = value as Partial<Reference>;
    if (kind === 'function' && id !== undefined) return (...args: unknown[]) => call(id, args);
    if (kind === 'promise' && id !== undefined) return new PagePromise((resolve, reject) => promises.set(id, { resolve, reject }));
    if (PageArray.isArray(value)) return value.map(unpack);
    return isPlain(value) ? mapFields(value, unpack) : value;
  }

  function call(id: number, args: unknown[]): unknown {
    send({ op: 'call', id, args: pack(args) }); // the other world has answered when this returns
    const answer = returned;
    if ('error' in answer) throw answer.error;
    return unpack(answer.value);
  }

  function answer(id: number, args: unknown): Message {
    try {
      const run = functions.get(id);
      if (!run) throw new Error('The function is gone');
      return { op: 'return', value: pack(run(...(unpack(args) as unknown[]))) };
    } catch (error) {
      return { op: 'return', error };
    }
  }

  window.addEventListener(
    inbound,
    (event) => {
      event.stopImmediatePropagation();
      const message = (event as CustomEvent<Message>).detail;
      if (message.op === 'expose') onExpose(message.key, unpack(message.api));
      else if (message.op === 'return') returned = message;
      else if (message.op === 'call') send(answer(message.id, message.args));
      else {
        const waiting = promises.get(message.id);
        promises.delete(message.id);
        if ('error' in message) waiting?.reject(message.error);
        else waiting?.resolve(unpack(message.value));
      }
    },
    true,
  );
  const expose = (key: string, api: unknown) => {
    send({ op: 'expose', key, api: pack(api as Fields) });
  };
  return { expose };
}

export function freezeDeep<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}
