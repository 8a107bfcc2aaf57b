package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/ui/kit"
	"leermoment/ui/theme"
)

// copy puts a text on the clipboard of the terminal (OSC 52), and keeps it to be
// shown: not every terminal has one, and none says whether it took the text.
func (a *App) copy(text string) tea.Cmd {
	a.copied = lang.PlainLines(text)
	a.said = a.c.Speaker.T("app.copied", lang.Args{"Text": kit.Fit(lang.Plain(text), a.size.W/2)})
	return tea.SetClipboard(a.copied)
}

// showCopied shows what was copied last.
func (a *App) showCopied() tea.Cmd {
	if a.copied == "" {
		a.said = a.c.Speaker.T("copy.nothing")
		return nil
	}
	a.overlay, a.chosen = newSheet(a.styles, a.c.Speaker, a.copied), nil
	return nil
}

// sheet is a text by itself on the whole screen, with nothing beside it, so that
// the terminal's own mouse can select it.
type sheet struct {
	styles  theme.Styles
	speaker *lang.Speaker
	pane    *kit.Pane
}

func newSheet(styles theme.Styles, speaker *lang.Speaker, text string) *sheet {
	s := &sheet{styles: styles, speaker: speaker, pane: kit.NewPane(styles, speaker)}
	s.pane.SetText(text)
	return s
}

// Restyle implements kit.Overlay.
func (s *sheet) Restyle(styles theme.Styles) {
	s.styles = styles
	s.pane.Restyle(styles)
}

// Update implements kit.Overlay.
func (s *sheet) Update(msg tea.Msg) (kit.Result, bool) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc", "q", "enter", "ctrl+t":
			return kit.Result{}, true
		}
	}
	s.pane.Update(msg)
	return kit.Result{}, false
}

// View implements kit.Overlay.
func (s *sheet) View(width, height int) string {
	lines := []string{s.styles.Muted.Render(kit.Fit(s.speaker.T("copy.select"), width)), s.styles.Border.Render(kit.Rule(width))}
	return strings.Join(append(lines, s.pane.View(width, max(1, height-len(lines)))), "\n")
}
