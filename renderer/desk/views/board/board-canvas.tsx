import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import { type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { BoardEdge, BoardNode } from '#shared/contract/boards.ts';
import { labelLines } from '#shared/domain/board/label-lines.ts';
import { firstSpot } from '#shared/domain/graph/force-layout.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import { isOpposing, isSupporting } from '#shared/domain/link/link-sense.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useDrawnColours } from '../../components/drawn-colours/drawn-colours.ts';
import { boardStyle, zoomStep } from './board-style.ts';
import { towards } from './towards.ts';
import type { Spot } from './use-layout.ts';

export type CanvasHandle = {
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  readonly move: (spots: ReadonlyMap<string, Spot>) => void;
  /** What is drawn, as PNG, with other labels for the moment of the drawing. */
  readonly png: (labels: ReadonlyMap<string, string>) => Promise<Uint8Array>;
};
type CanvasProps = {
  readonly nodes: readonly BoardNode[];
  readonly edges: readonly BoardEdge[];
  readonly spots: ReadonlyMap<string, Spot>;
  readonly pinned: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
  readonly onUnfold: (id: string) => void;
  readonly onLink: (id: string) => void;
  readonly onPin: (id: string) => void;
  /** The analyst has moved an object by hand. */
  readonly onMoved: (id: string, spot: Spot) => void;
  readonly handle: RefObject<CanvasHandle | null>;
};

// The package would put a style element into the page for one rule, which the policy refuses; the rule is in board.css.
const styleId = '__________cytoscape_stylesheet';

const lettersOfLine = 19;

/** Takes the keyboard itself (WAI-ARIA, application): arrows mean something of its own here. */
const application = { role: 'application', tabIndex: 0, 'aria-label': words.canvas } as const;

/** The graph itself. What it shows is told a second time by the tables under it, for those who cannot see it. */
export function BoardCanvas(props: CanvasProps) {
  const { nodes, edges, spots, pinned, chosen, handle } = props;
  const place = useRef<HTMLDivElement>(null);
  const core = useRef<Core | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const colours = useDrawnColours();
  const lettersReady = useLetters(place, nodes);
  const shownName = useShownName();
  const [step, setStep] = useState(1);
  const styled = useRef<string | null>(null);

  useEffect(() => {
    if (!place.current) return;
    if (!document.getElementById(styleId)) document.head.append(Object.assign(document.createElement('meta'), { id: styleId }));
    const cy = cytoscape({
      container: place.current,
      minZoom: 0.03,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: 'single',
      textureOnViewport: true,
      hideEdgesOnViewport: false,
      layout: { name: 'preset' },
    });
    cy.on('zoom', () => setStep(zoomStep(cy.zoom())));
    cy.on('tap', (event) => latest.current.onChoose(event.target === cy ? null : event.target.data('linkId') === null ? null : event.target.id()));
    cy.on('dbltap', 'node', (event) => latest.current.onOpen(event.target.id()));
    cy.on('dragfree', 'node', (event) => latest.current.onMoved(event.target.id(), { ...event.target.position() }));
    core.current = cy;
    return () => {
      core.current = null;
      styled.current = null;
      cy.destroy();
    };
  }, []);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    const before = cy.nodes().length;
    cy.batch(() => {
      const wanted = new Set([...nodes.map((node) => node.id), ...edges.map((edge) => edge.id)]);
      cy.elements()
        .filter((element) => !wanted.has(element.id()))
        .remove();
      const against = new Set(edges.filter((edge) => isOpposing(edge.relation as LinkType)).map((edge) => edge.to));
      const fresh: ElementDefinition[] = [];
      for (const [number, node] of nodes.entries()) {
        const shown = { ...nodeShown(node, lettersReady ? shownName(node.label) : ''), pinned: pinned.has(node.id), against: against.has(node.id) };
        const known = cy.getElementById(node.id);
        if (known.nonempty()) known.data(shown);
        else fresh.push({ group: 'nodes', data: { id: node.id, ...shown }, position: { ...(latest.current.spots.get(node.id) ?? firstSpot(number)) } });
      }
      for (const edge of edges) {
        const known = cy.getElementById(edge.id);
        // An edge that is shown already is the same object: drawing its style anew for each of thousands takes seconds.
        if (known.empty()) fresh.push({ group: 'edges', data: { id: edge.id, source: edge.from, target: edge.to, ...edgeShown(edge) }, scratch: { edge } });
        else if (known.scratch('edge') !== edge) known.data(edgeShown(edge)).scratch('edge', edge);
      }
      cy.add(fresh);
    });
    if (before === 0) fitAll(cy);
  }, [nodes, edges, pinned, lettersReady, shownName]);

  useEffect(() => {
    const cy = core.current;
    cy?.batch(() => {
      for (const [id, spot] of spots) cy.getElementById(id).position({ ...spot });
    });
  }, [spots]);

  // A style is worked out for all that is drawn: once for each look, and for the zoom that the first fitting led to rather than the one before it.
  useEffect(() => {
    const cy = core.current;
    if (!cy || !place.current) return;
    const zoom = styled.current === null ? zoomStep(cy.zoom()) : step;
    const look = `${JSON.stringify(colours)} ${zoom}`;
    if (styled.current === look) return;
    styled.current = look;
    cy.style(boardStyle(colours, getComputedStyle(place.current).fontFamily, zoom));
  }, [colours, step]);

  useEffect(() => {
    const cy = core.current;
    cy?.batch(() => {
      cy.elements().removeClass('chosen dimmed');
      const one = chosen === null || nodes.length + edges.length === 0 ? null : cy.getElementById(chosen);
      if (!one || one.empty()) return;
      one.addClass('chosen');
      cy.elements().not(one.closedNeighborhood().union(one)).not(one.connectedNodes()).addClass('dimmed');
    });
  }, [chosen, nodes, edges]);

  useImperativeHandle(handle, () => ({
    fit: () => fitAll(core.current),
    zoom: (factor) => zoomBy(core.current, factor),
    move: (moved) => {
      const cy = core.current;
      cy?.batch(() => {
        for (const [id, spot] of moved) cy.getElementById(id).position({ ...spot });
      });
    },
    png: async (labels) => {
      const cy = core.current;
      if (!cy) return new Uint8Array();
      const own = new Map(cy.nodes().map((node) => [node.id(), node.data('label')]));
      const chosenNow = cy.elements('.chosen, .dimmed');
      cy.batch(() => {
        chosenNow.removeClass('chosen dimmed');
        for (const node of cy.nodes()) {
          const label = labels.get(node.id());
          if (label !== undefined) node.data('label', drawnLabel(label));
        }
      });
      const blob = await (cy.png({
        output: 'blob-promise',
        full: true,
        scale: 2,
        bg: colours.panel,
        maxWidth: 8_000,
        maxHeight: 8_000,
      }) as unknown as Promise<Blob>);
      cy.batch(() => {
        for (const node of cy.nodes()) node.data('label', own.get(node.id()));
      });
      return new Uint8Array(await blob.arrayBuffer());
    },
  }));

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const { onChoose, onOpen, onUnfold, onLink, onPin } = latest.current;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = towards(event.key, chosen, shownSpots(core.current));
    if (to !== null) {
      onChoose(to);
      bringIntoView(core.current, to);
    } else if (event.key === '+' || event.key === '=') zoomBy(core.current, 1.25);
    else if (event.key === '-') zoomBy(core.current, 0.8);
    else if (event.key === '0') fitAll(core.current);
    else if (event.key === 'Escape' && chosen !== null) onChoose(null);
    else if (chosen === null) return;
    else if (event.key === 'Enter') onOpen(chosen);
    else if (event.code === 'KeyE') onUnfold(chosen);
    else if (event.code === 'KeyL') onLink(chosen);
    else if (event.code === 'KeyP') onPin(chosen);
    else return;
    event.preventDefault();
  }

  const one = nodes.find((node) => node.id === chosen);
  const keys = { onKeyDown };
  return (
    <div className="board-canvas">
      <div ref={place} className="board-place" {...application} {...keys} />
      <p className="visually-hidden" role="status">
        {one && words.selected(shownName(one.label), words.kinds[one.kind], one.degree)}
      </p>
    </div>
  );
}

function nodeShown(node: BoardNode, label: string): object {
  return { kind: node.kind, label: drawnLabel(label), atRisk: node.atRisk, linkId: '' };
}

function drawnLabel(label: string): string {
  return labelLines(label, lettersOfLine).join('\n');
}

/** Whether the letters of all labels have come: a canvas keeps what it drew before them, and Hangul comes in many small files. */
function useLetters(place: RefObject<HTMLElement | null>, nodes: readonly BoardNode[]): boolean {
  const text = useMemo(() => [...new Set(nodes.map((node) => node.label).join(''))].join(''), [nodes]);
  const [come, setCome] = useState<string | null>(() => (document.fonts.check(letters(document.body), text) ? text : null));
  useEffect(() => {
    if (!place.current) return;
    let wanted = true;
    void document.fonts.load(letters(place.current), text).finally(() => wanted && setCome(text));
    return () => {
      wanted = false;
    };
  }, [place, text]);
  return come === text;
}

function letters(of: HTMLElement): string {
  return `12px ${getComputedStyle(of).fontFamily}`;
}

function edgeShown(edge: BoardEdge): object {
  const sense = isOpposing(edge.relation as LinkType) ? 'against' : isSupporting(edge.relation as LinkType) ? 'for' : 'other';
  const label = [words.relations[edge.relation], ...(edge.grade === null ? [] : [edge.grade])].join(' · ');
  return { drawn: edge.linkId !== null, linkId: edge.linkId, sense, label };
}

function shownSpots(cy: Core | null): ReadonlyMap<string, Spot> {
  return new Map(cy?.nodes().map((node) => [node.id(), node.position()]) ?? []);
}

function zoomBy(cy: Core | null, factor: number): void {
  cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

function bringIntoView(cy: Core | null, id: string): void {
  const at = cy?.getElementById(id).renderedPosition();
  if (!cy || !at) return;
  const inside = at.x > 40 && at.y > 40 && at.x < cy.width() - 40 && at.y < cy.height() - 60;
  if (!inside) cy.panBy({ x: cy.width() / 2 - at.x, y: cy.height() / 2 - at.y });
}

/** Everything in sight, but a few objects not larger than they are read well. */
function fitAll(cy: Core | null): void {
  cy?.fit(undefined, 36);
  if (cy && cy.zoom() > 1.25) {
    cy.zoom(1.25);
    cy.center();
  }
}
