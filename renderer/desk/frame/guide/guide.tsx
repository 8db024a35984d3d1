import { useState } from 'react';
import { Button as PageEntry } from 'react-aria-components/Button';
import { guideWords } from '#shared/wording/english/help-words.ts';
import { keysOf, runAction } from '../../bridge/actions.ts';
import { useNavigation } from '../../bridge/navigation.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { matches } from '../../components/list-find/folded-match.ts';
import { ListFind } from '../../components/list-find/list-find.tsx';
import { actions } from '../actions.ts';
import { views } from '../views.ts';
import { type GuidePage, guidePages } from './guide-pages.ts';
import { pictureOf } from './guide-pictures.ts';
import './guide.css';

/** Help without a network: it opens at the page of the view one is in. */
export function Guide({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      title={guideWords.title}
      open={open}
      onClose={onClose}
      size="large"
      actions={
        <Button
          onPress={() => {
            onClose();
            runAction('tour');
          }}
        >
          {guideWords.tour}
        </Button>
      }
    >
      <Pages />
    </Dialog>
  );
}

function Pages() {
  const { here } = useNavigation();
  const [shown, setShown] = useState(here.view);
  const [wanted, setWanted] = useState('');
  const found = guidePages(views).filter(({ title, text }) => matches([title, ...text].join(' '), wanted));
  const page = found.find(({ id }) => id === shown) ?? found[0];
  return (
    <div className="guide">
      <nav className="guide-pages" aria-label={guideWords.pages}>
        <ListFind label={guideWords.find} value={wanted} onChange={setWanted} />
        <ul>
          {found.map(({ id, title }) => (
            <li key={id}>
              <PageEntry className="page-entry guide-page cut" onPress={() => setShown(id)} {...(id === page?.id && { 'aria-current': 'page' as const })}>
                {title}
              </PageEntry>
            </li>
          ))}
        </ul>
      </nav>
      {page === undefined ? <p className="soft">{guideWords.nothing}</p> : <Page page={page} />}
    </div>
  );
}

function Page({ page: { id, title, text } }: { readonly page: GuidePage }) {
  const opener = actions.find((action) => action.id === `view/${id}`);
  const keys = opener === undefined ? [] : keysOf(opener);
  const picture = pictureOf(id);
  return (
    <article className="guide-text">
      <h3>{title}</h3>
      {text.map((paragraph) =>
        paragraph.startsWith('- ') ? (
          <ul key={paragraph}>
            {paragraph.split('\n').map((line) => (
              <li key={line}>{line.replace(/^- /, '')}</li>
            ))}
          </ul>
        ) : (
          <p key={paragraph}>{paragraph}</p>
        ),
      )}
      {picture !== null && <img className="guide-picture" src={picture} alt={guideWords.picture(title)} width={1280} height={800} />}
      {keys.length > 0 && (
        <p className="soft">
          {guideWords.keys}: <KeyHint keys={keys[0] ?? ''} />
        </p>
      )}
    </article>
  );
}
