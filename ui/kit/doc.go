// Package kit holds the leaf widgets that screens are made of: text that fits,
// tables, tabs, overlays and forms. It knows nothing of complaints; it may
// import ui/theme and internal/lang only.
//
// Three promises hold for everything here. Text that is handed in as a label,
// a cell or a title is cleaned of control characters before it is drawn. No
// line is wider than the width that was asked for, and no block is higher than
// the height. No meaning rests on colour alone.
package kit
