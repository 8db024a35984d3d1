type Layout = { readonly [paneId: string]: number };

const place = 'pane-sizes';

function all(): { readonly [name: string]: Layout } {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as { [name: string]: Layout }) : {};
  } catch {
    // No storage, or not ours: the panes start at their own sizes.
    return {};
  }
}

/** Sizes the analyst gave these panes. Only numbers and names of panes are kept, nothing of the case. */
export function rememberedLayout(name: string): Layout | null {
  const layout = all()[name];
  return layout && Object.values(layout).every((size) => typeof size === 'number') ? { ...layout } : null;
}

export function rememberLayout(name: string, layout: Layout): void {
  try {
    localStorage.setItem(place, JSON.stringify({ ...all(), [name]: layout }));
  } catch {
    // Without storage the sizes last as long as the window.
  }
}
