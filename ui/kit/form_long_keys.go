package kit

// Press takes a key that types nothing by itself, and says whether it was one
// that this text knows.
func (t *longText) Press(key string) bool {
	switch key {
	case "up", "shift+up":
		t.climb(-1)
	case "down", "shift+down":
		t.climb(1)
	case "pgup":
		t.climb(-t.height)
	case "pgdown":
		t.climb(t.height)
	default:
		if !t.walk(key) && !t.erase(key) {
			return false
		}
		t.want = -1
	}
	return true
}

// climb moves the cursor so many rows, and keeps its column where it can.
func (t *longText) climb(by int) {
	if t.want < 0 {
		t.want = t.column()
	}
	part := t.part()
	for ; by < 0 && (t.row > 0 || part > 0); by++ {
		if part--; part < 0 {
			t.row--
			part = len(t.begins(t.row)) - 1
		}
	}
	for ; by > 0 && (t.row < len(t.lines)-1 || part < len(t.begins(t.row))-1); by-- {
		if part++; part == len(t.begins(t.row)) {
			t.row, part = t.row+1, 0
		}
	}
	t.at = t.inRow(part, t.want)
}

// inRow is the byte at a cell of a row of the cursor's line, not behind the
// last letter of a row that goes on, since that is the beginning of the next.
func (t *longText) inRow(part, column int) int {
	begins, text := t.begins(t.row), t.lines[t.row].text
	at, used, end := begins[part], 0, len(text)
	if part+1 < len(begins) {
		end = letterBefore(text, begins[part+1])
	}
	for at < end {
		size, cells := letter(text, at)
		if used+cells > column {
			break
		}
		at, used = at+size, used+cells
	}
	return at
}

// walk moves the cursor along the text.
func (t *longText) walk(key string) bool {
	text := t.lines[t.row].text
	switch key {
	case "left", "shift+left", "ctrl+b":
		t.left()
	case "right", "shift+right", "ctrl+f":
		t.right()
	case "ctrl+left", "alt+left", "alt+b":
		if t.at == 0 {
			t.left()
		} else {
			t.at = wordBefore(text, t.at)
		}
	case "ctrl+right", "alt+right", "alt+f":
		if t.at == len(text) {
			t.right()
		} else {
			t.at = wordAfter(text, t.at)
		}
	case "home", "shift+home", "ctrl+a":
		t.at = t.begins(t.row)[t.part()]
	case "end", "shift+end", "ctrl+e":
		t.at = t.inRow(t.part(), len(text))
	case "ctrl+home", "alt+<":
		t.row, t.at = 0, 0
	case "ctrl+end", "alt+>":
		t.row = len(t.lines) - 1
		t.at = len(t.lines[t.row].text)
	default:
		return false
	}
	return true
}

func (t *longText) left() {
	switch {
	case t.at > 0:
		t.at = letterBefore(t.lines[t.row].text, t.at)
	case t.row > 0:
		t.row--
		t.at = len(t.lines[t.row].text)
	}
}

func (t *longText) right() {
	text := t.lines[t.row].text
	switch {
	case t.at < len(text):
		size, _ := letter(text, t.at)
		t.at += size
	case t.row < len(t.lines)-1:
		t.row, t.at = t.row+1, 0
	}
}

// erase takes letters, words or lines away, and enter begins a line.
func (t *longText) erase(key string) bool {
	text, at := t.lines[t.row].text, t.at
	switch key {
	case "enter", "shift+enter", "ctrl+j":
		t.Insert("\n")
	case "backspace", "shift+backspace", "ctrl+h":
		t.eraseTo(func() { t.left() })
	case "delete", "ctrl+d":
		t.eraseTo(func() { t.right() })
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		t.eraseTo(func() { t.walk("ctrl+left") })
	case "alt+d", "alt+delete", "ctrl+delete":
		t.eraseTo(func() { t.walk("ctrl+right") })
	case "ctrl+u":
		t.cut(0, at)
	case "ctrl+k":
		t.cut(at, len(text))
	default:
		return false
	}
	return true
}

// eraseTo takes away what the cursor goes over: in its line, or the line end
// between two.
func (t *longText) eraseTo(move func()) {
	row, at := t.row, t.at
	move()
	if t.row != row {
		t.join(max(row, t.row))
		return
	}
	t.cut(min(at, t.at), max(at, t.at))
}
