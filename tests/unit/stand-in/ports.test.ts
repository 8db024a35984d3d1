import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PortLink } from '#tests/stand-in/port-link.ts';
import { MessageChannelMain, MessagePortMain, PortEnd, takeEnds } from '#tests/stand-in/ports.ts';

type Letter = { readonly data: unknown; readonly ports: readonly MessagePortMain[] };

function heard(port: MessagePortMain): Letter[] {
  const letters: Letter[] = [];
  port.on('message', (letter: Letter) => letters.push(letter));
  return letters;
}
function channel(): [MessagePortMain, MessagePortMain] {
  const { port1, port2 } = new MessageChannelMain();
  return [port1 as unknown as MessagePortMain, port2 as unknown as MessagePortMain];
}

test('letters wait for start, keep their order, and are clones', async () => {
  const [one, other] = channel();
  const letters = heard(other);
  const message = { n: [1] };
  one.postMessage(message);
  one.postMessage('second');
  message.n.push(2);
  await later(5);
  expect(letters).toEqual([]);
  other.start();
  await later(5);
  expect(letters.map(({ data }) => data)).toEqual([{ n: [1] }, 'second']);
});

test('a port that was given away is dead for the giver and lives with the receiver', async () => {
  const [one, other] = channel();
  const [inner, far] = channel();
  const letters = heard(other);
  other.start();
  one.postMessage('take it', [inner]);
  await later(5);
  expect(() => inner.postMessage('x')).toThrow('transferred');
  expect(() => one.postMessage('again', [inner])).toThrow('already transferred');
  const echoes = heard(far);
  far.start();
  letters[0]?.ports[0]?.postMessage('from the new holder');
  await later(5);
  expect(echoes.map(({ data }) => data)).toEqual(['from the new holder']);
});

test('closing is heard on the other end, after the letters that were on their way', async () => {
  const [one, other] = channel();
  const order: unknown[] = [];
  other.on('message', ({ data }: Letter) => order.push(data));
  other.on('close', () => order.push('closed'));
  other.start();
  one.postMessage('last');
  one.close();
  await later(5);
  expect(order).toEqual(['last', 'closed']);
});

test('ports cross a link in both directions, ports within messages included, and end with it', async () => {
  const asIs = { encode: (value: unknown) => value, decode: (value: unknown) => value };
  const here: PortLink = new PortLink('here', (frame) => setImmediate(() => there.receive(frame)), asIs);
  const there: PortLink = new PortLink('there', (frame) => setImmediate(() => here.receive(frame)), asIs);
  const [mine, given] = channel();
  const [end] = takeEnds([given]);
  const arrived = new MessagePortMain(there.import(here.export(end as PortEnd)));
  const letters = heard(arrived);
  arrived.start();
  const [innerMine, innerGiven] = channel();
  const inner = heard(innerMine);
  innerMine.start();
  mine.postMessage({ bytes: new Uint8Array([1]) }, [innerGiven]);
  await later(10);
  expect(letters[0]?.data).toEqual({ bytes: new Uint8Array([1]) });
  letters[0]?.ports[0]?.postMessage('through two links');
  await later(10);
  expect(inner.map(({ data }) => data)).toEqual(['through two links']);
  const closed = new Promise((resolve) => mine.on('close', () => resolve('closed')));
  mine.start();
  here.closeAll();
  expect(await closed).toBe('closed');
});

test('an end that nobody holds loses nothing until somebody listens', async () => {
  const [one, other] = PortEnd.pair();
  one.post({ data: 1, ports: [] });
  await later(2);
  const got: unknown[] = [];
  other.listen(
    ({ data }) => got.push(data),
    () => {},
  );
  await later(2);
  expect(got).toEqual([1]);
});
