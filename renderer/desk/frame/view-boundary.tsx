import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { Button } from '../components/button/button.tsx';
import { EmptyState } from '../components/empty-state/empty-state.tsx';

/** A view that fails takes only itself down. What it says never holds the exception, which may hold content of the case. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        icon={CircleAlert}
        title={deskWords.viewFailed}
        actions={<Button onPress={() => this.setState({ failed: false })}>{deskWords.showAgain}</Button>}
      >
        {deskWords.viewFailedWhy}
      </EmptyState>
    );
  }
}
