package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"leermoment/ui/theme"
)

// terminal is what the terminal told about itself.
type terminal struct {
	light   bool // its background
	old     bool // by its name it has sixteen colours, whatever is found out
	profile colorprofile.Profile
}

// few says whether it has sixteen colours alone, bare whether it has none.
func (t terminal) few() bool {
	return t.profile == colorprofile.ANSI || t.old && t.profile != colorprofile.TrueColor
}

func (t terminal) bare() bool {
	return t.profile == colorprofile.ASCII || t.profile == colorprofile.NoTTY
}

// dressed are the styles that somebody likes, as far as the terminal has them.
func (a *App) dressed() theme.Styles {
	liking := a.c.Preferences["colours"]
	dark := !a.seen.light
	if !a.looksAround() {
		dark = !strings.HasSuffix(liking, "light")
	}
	switch {
	case !a.c.Colour || a.seen.bare() || liking == "none":
		return theme.Plain()
	case a.seen.few() || strings.HasPrefix(liking, "16-"):
		return theme.Sixteen(dark)
	}
	return theme.New(dark)
}

// looksAround says whether the colours follow the terminal's background.
func (a *App) looksAround() bool {
	return a.c.Colour && (a.c.Preferences["colours"] == "" || a.c.Preferences["colours"] == "auto")
}

// sees takes what the terminal tells about itself.
func (a *App) sees(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		a.seen.light = !msg.IsDark()
	case tea.ColorProfileMsg:
		a.seen.profile = msg.Profile
	case tea.EnvMsg:
		term := msg.Getenv("TERM")
		a.seen.old = term == "linux" || strings.HasPrefix(term, "screen") && !strings.Contains(term, "256color")
	}
	return a.restyle(a.dressed())
}
