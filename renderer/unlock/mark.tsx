/** The sign of the product: two statements that meet in one point. Same drawing as assets/icons/corroborate.svg. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true">
      <rect className="mark-ground" width="64" height="64" rx="14" />
      <path className="mark-line" d="M14 17h20M14 26h12" />
      <path className="mark-line" d="M14 47h20M14 38h12" />
      <path className="mark-join" d="M34 17c8 0 6 15 14 15M34 47c8 0 6-15 14-15" />
      <circle className="mark-point" cx="49" cy="32" r="5" />
    </svg>
  );
}
