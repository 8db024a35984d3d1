import { PortEnd } from './ports.ts';

export type PortFrame =
  | { readonly op: 'port'; readonly id: string; readonly data: unknown; readonly ports: readonly string[] }
  | { readonly op: 'port-close'; readonly id: string };
export type PortCodec = { readonly encode: (value: unknown) => unknown; readonly decode: (value: unknown) => unknown };

/** Carries any number of ports over one connection, to a page or to another process: each end that crosses gets a number. */
export class PortLink {
  readonly #ends = new Map<string, PortEnd>();
  readonly #send: (frame: PortFrame) => void;
  readonly #codec: PortCodec;
  readonly #prefix: string;
  #next = 0;

  constructor(prefix: string, send: (frame: PortFrame) => void, codec: PortCodec) {
    this.#prefix = prefix;
    this.#send = send;
    this.#codec = codec;
  }

  /** Gives an end to the other side and answers the number under which it will know it. */
  export(end: PortEnd): string {
    const id = `${this.#prefix}${++this.#next}`;
    this.#hold(id, end);
    return id;
  }

  /** Accepts an end the other side has given. */
  import(id: string): PortEnd {
    const [mine, theirs] = PortEnd.pair();
    this.#hold(id, theirs);
    return mine;
  }

  receive(frame: PortFrame): void {
    const end = this.#ends.get(frame.id);
    if (frame.op === 'port') end?.post({ data: this.#codec.decode(frame.data), ports: frame.ports.map((id) => this.import(id)) });
    else {
      this.#ends.delete(frame.id);
      end?.close();
    }
  }

  /** The page or process is gone: everyone who holds the other ends hears `close`. */
  closeAll(): void {
    for (const end of this.#ends.values()) end.close();
    this.#ends.clear();
  }

  #hold(id: string, end: PortEnd): void {
    this.#ends.set(id, end);
    end.listen(
      ({ data, ports }) => this.#send({ op: 'port', id, data: this.#codec.encode(data), ports: ports.map((port) => this.export(port)) }),
      () => {
        if (this.#ends.delete(id)) this.#send({ op: 'port-close', id });
      },
    );
  }
}
