import { useEffect, useState } from 'react';
import { drawnSheet, type Sheets } from '#shared/domain/evidence/sheets.ts';
import { send } from '../../bridge/use-command.ts';

const drawnAhead = 4;

/** Whether a page can be shown; one that nobody looked at yet is drawn, with a few after it. */
export function useDrawnSheet(evidenceId: string, sheets: Sheets, page: number): 'drawn' | 'drawing' | 'failed' {
  const [failed, setFailed] = useState<number | null>(null);
  const drawn = drawnSheet(sheets, page) !== null;
  useEffect(() => {
    if (drawn) return;
    let gone = false;
    void send('evidence/draw-pages', { id: evidenceId, first: page, count: drawnAhead }, () => true).then((reply) => {
      if (!gone && !reply.ok) setFailed(page);
    });
    return () => {
      gone = true;
    };
  }, [evidenceId, drawn, page]);
  return drawn ? 'drawn' : failed === page ? 'failed' : 'drawing';
}
