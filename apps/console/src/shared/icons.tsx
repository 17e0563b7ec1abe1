import type { ReactNode, SVGProps } from 'react';

/** Drawn by lines, in the colour of the text, and silent: what an icon means stands beside it in words. */
const icon = (lines: ReactNode) => {
  const Icon = (props: SVGProps<SVGSVGElement>) => (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...props}
    >
      {lines}
    </svg>
  );
  return Icon;
};

export const ListIcon = icon(<path d="M4 5h16v14H4zM4 14h4.5a3.5 3.5 0 0 0 7 0H20" />);
export const SearchIcon = icon(<path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 21 21" />);
export const MoonIcon = icon(<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z" />);
export const SunIcon = icon(
  <path d="M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19" />,
);
export const ArrowIcon = icon(<path d="M5 12h14M13 6l6 6-6 6" />);
export const ChevronIcon = icon(<path d="m6 9 6 6 6-6" />);
export const ClockIcon = icon(<path d="M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3 2" />);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const DashIcon = icon(<path d="M6 12h12" />);
export const AlertIcon = icon(<path d="M12 3 2.5 20h19zM12 10v4M12 17v.2" />);
export const MenuIcon = icon(<path d="M4 7h16M4 12h16M4 17h16" />);
export const LeaveIcon = icon(<path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4" />);
export const BookIcon = icon(<path d="M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11" />);
export const PaperIcon = icon(<path d="M6 3h8l4 4v14H6zM14 3v4h4" />);
export const UpIcon = icon(<path d="M12 19V5M6 11l6-6 6 6" />);
export const DownIcon = icon(<path d="M12 5v14M6 13l6 6 6-6" />);
export const KeyboardIcon = icon(<path d="M3 6h18v12H3zM7 10h.1M11 10h.1M15 10h.1M17 14h.1M7 14h7" />);
