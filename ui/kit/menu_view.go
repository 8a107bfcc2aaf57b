package kit

const (
	// menuWidth is the text width of a Menu, in cells.
	menuWidth = 64
	// detailHeight is the room for what explains the item under the cursor.
	detailHeight = 2
)

// View draws the line to type in, the items, and what explains the one under
// the cursor. The box does not change its size while one types.
func (m *Menu) View(width, height int) string {
	box := newFrame(m.styles, menuWidth, width, height)
	w, h := box.inner()
	if w <= 0 || h <= 0 {
		return ""
	}
	shown := m.shown()
	_, top := box.corner()
	m.measure(h, top, len(shown))
	lines := []string{m.filter.view(m.styles, m.speaker.T("kit.filter"), w)}
	for i := m.offset; i < m.offset+m.page; i++ {
		switch {
		case i < len(shown):
			lines = append(lines, m.viewItem(shown[i], i == m.cursor, w))
		case i == 0:
			lines = append(lines, Paint(m.styles, Muted, m.speaker.T("kit.no-match"), w))
		default:
			lines = append(lines, "")
		}
	}
	if h-len(lines) > 1 {
		lines = append(lines, m.viewDetail(shown, w, h-len(lines))...)
	}
	return box.draw(m.title, m.speaker.T("kit.keys-menu"), m.place(len(shown)), lines)
}

// measure divides the height: one line to type in, the items, a rule, and the
// explanation where there is room for it.
func (m *Menu) measure(height, top, shown int) {
	room := height - 1
	if room > detailHeight+2 {
		room -= detailHeight + 1
	}
	m.listAt = top + 1
	m.page = max(min(room, max(len(m.items), 1)), 0)
	m.offset = min(m.offset, m.cursor)
	m.offset = max(m.offset, m.cursor-m.page+1)
	m.offset = max(0, min(m.offset, shown-m.page))
}

func (m *Menu) viewItem(item Item, selected bool, width int) string {
	tone, mark, sign := Plain, " ", " "
	if item.Disabled != "" {
		tone, sign = Muted, "–"
	}
	hint := Fit(item.Hint, width/3)
	label := Fit(item.Label, width-3-Width(hint)-1)
	if !selected {
		return Clip(paint(toneStyle(m.styles, tone), Columns(mark+sign+" "+label, hint, width)), width)
	}
	mark = cursorMark
	return Clip(paint(selectedStyle(m.styles, tone), Columns(mark+sign+" "+label, hint, width)), width)
}

func (m *Menu) viewDetail(shown []Item, width, room int) []string {
	lines := []string{paint(m.styles.Border, Rule(width))}
	if m.cursor >= len(shown) {
		return exactly(lines, min(room, detailHeight+1))
	}
	item := shown[m.cursor]
	text, tone := item.Detail, Muted
	if item.Disabled != "" {
		text, tone = item.Disabled, Plain
	}
	if m.refused {
		text, tone = "✗ "+item.Disabled, Bad
	}
	wrapped := Wrap(text, width)
	for i, line := range wrapped {
		if i == detailHeight-1 && len(wrapped) > detailHeight {
			line = Fit(line, width-2) + " " + ellipsis
		}
		if i < detailHeight {
			lines = append(lines, paint(toneStyle(m.styles, tone), line))
		}
	}
	return exactly(lines, min(room, detailHeight+1))
}

// place is "3 van 12" when not all items are seen.
func (m *Menu) place(shown int) string {
	if shown <= m.page {
		return ""
	}
	return position(m.speaker, m.cursor+1, shown)
}
