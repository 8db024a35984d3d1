import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawBoard } from '#shared/domain/board/draw-board.ts';
import { writeGraphml } from '#shared/domain/graph/graphml.ts';

const hostile = '"><script>alert(1)</script>&\u0000\ud800 Тыва 투바';
const attribute = (element: { getAttribute: (name: string) => string | null } | null | undefined, name: string) => element?.getAttribute(name);

describe('a graph for other programs', () => {
  const text = writeGraphml(
    [
      { id: 'a', values: { label: hostile, grade: null, degree: 3 } },
      { id: 'b', values: { label: '', atRisk: true } },
    ],
    [{ id: 'e', from: 'a', to: 'b', values: { relation: 'supports' } }],
  );

  it('declares each value once with its type and leaves out what is not stated', () => {
    expect(text.match(/<key /g)?.length).toBe(4);
    expect(text).toContain('attr.name="degree" attr.type="double"');
    expect(text).toContain('attr.name="atRisk" attr.type="boolean"');
    expect(text).not.toContain('attr.name="grade"');
    const { document } = parseHTML(text);
    expect([...document.querySelectorAll('node')].map((node) => attribute(node, 'id'))).toEqual(['a', 'b']);
    expect(attribute(document.querySelector('edge'), 'target')).toBe('b');
  });

  it('holds any text without becoming anything else', () => {
    expect(text).not.toContain('<script');
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;\ufffd\ufffd Тыва 투바');
  });

  it('so does the picture of a board', () => {
    const svg = drawBoard(hostile, [{ id: 'a', kind: 'claim', label: hostile, remark: hostile }], [], new Map([['a', { x: 1, y: 2 }]]));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
