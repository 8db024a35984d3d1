import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { deskWords } from '#shared/wording/english/desk.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { setActionRunner } from '../bridge/actions.ts';
import { useNavigation } from '../bridge/navigation.ts';
import { useStore } from '../bridge/store.ts';
import { useQuery } from '../bridge/use-query.ts';
import { Banner } from '../components/banner/banner.tsx';
import { ToastRegion } from '../components/toast/toast-region.tsx';
import { runActionById } from './actions.ts';
import { CurrentView } from './current-view.tsx';
import { DropFiles } from './drop-files.tsx';
import { Guide } from './guide/guide.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { JobTray } from './job-tray.tsx';
import { closeOverlay, overlay } from './overlay.ts';
import { Palette } from './palette/palette.tsx';
import { shellState } from './shell-state.ts';
import { SideNavigation } from './side-navigation.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { Tour } from './tour/tour.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useRoleNames } from './use-role-names.ts';
import { useViewsAhead } from './use-views-ahead.ts';
import './frame.css';

/** The whole window: bars around one view, and what can stand over them. Asks the case nothing itself: an answer draws anew what shows it, not all of this. */
export function Frame() {
  const { here } = useNavigation();
  const over = useStore(overlay);
  const shell = useStore(shellState);
  useKeyboard();
  useEffect(() => setActionRunner(runActionById), []);
  return (
    <I18nProvider locale={languageTag()}>
      <div className="frame">
        {shell?.demonstrationEngine && (
          <div className="demonstration" role="alert">
            {deskWords.demonstrationEngine}
          </div>
        )}
        <ReadOnly />
        <TopBar />
        <div className="frame-middle">
          <SideNavigation />
          <main className="frame-view" id="view">
            <CurrentView key={here.view} id={here.view} />
          </main>
        </div>
        <StatusLine />
        <DropFiles />
        <Palette open={over === 'palette'} onClose={closeOverlay} />
        <Guide open={over === 'guide'} onClose={closeOverlay} />
        <HelpSheet open={over === 'help'} onClose={closeOverlay} />
        <JobTray open={over === 'jobs'} onClose={closeOverlay} />
        <ImportDialog mode={over === 'import-files' ? 'files' : over === 'import-text' ? 'text' : null} onClose={closeOverlay} />
        <Tour />
        <ToastRegion />
        <BehindTheScreen />
      </div>
    </I18nProvider>
  );
}

function ReadOnly() {
  const overview = useQuery('case/overview', {}).value;
  return overview?.readOnly ? <Banner tone="warn">{deskWords.readOnlyCase}</Banner> : null;
}

function BehindTheScreen() {
  useRoleNames();
  useViewsAhead(useQuery('case/overview', {}).value !== undefined);
  return null;
}
