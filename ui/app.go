package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/ui/kit"
	"leermoment/ui/nav"
	"leermoment/ui/register"
	"leermoment/ui/theme"
)

// pulse is how often the program looks whether somebody else changed the file.
const pulse = time.Second

// Config is what the program needs. Tick makes the quiet timer; a test hands in
// its own.
type Config struct {
	Office  *office.Office
	Org     *organisation.Organisation
	Viewer  office.Viewer // zero: ask
	Subject string        // opened at the start; "" is the register
	Speaker *lang.Speaker
	Asked   bool // the language was asked for, and is not what the viewer prefers
	Colour  bool // the terminal has colours
	// Preferences are the viewer's; the zero value is none.
	Preferences office.Preferences
	// ReadFile reads a file that is to be attached; nil where the person sits at
	// another machine.
	ReadFile func(path string) ([]byte, error)
	Tick     func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// App is the root: it keeps the stack of screens and passes messages on.
type App struct {
	c       Config
	styles  theme.Styles
	size    nav.Size // of the window
	stack   []nav.Screen
	overlay kit.Overlay
	chosen  func(id string) tea.Cmd // what choosing in the overlay does
	said    string
	version int64
	trouble string    // with the file, as it was said
	coming  int       // answers to keys that are under way
	held    []tea.Msg // typed ahead
}

// New makes the program.
func New(c Config) *App {
	a := &App{c: c, styles: theme.Plain()}
	if c.Tick == nil {
		a.c.Tick = tea.Tick
	}
	a.follow(c.Preferences)
	return a
}

// follow does as somebody likes it: his colours and his language.
func (a *App) follow(p office.Preferences) {
	a.c.Preferences = p
	a.styles = theme.Plain()
	if a.c.Colour && p["colours"] != "none" {
		a.styles = theme.New(p["colours"] != "light")
	}
	if l, ok := lang.Parse(p["language"]); ok && !a.c.Asked {
		a.c.Speaker = lang.New(l, a.c.Office.Zone())
	}
}

// looksAround says whether the colours follow the terminal's background.
func (a *App) looksAround() bool {
	return a.c.Colour && (a.c.Preferences["colours"] == "" || a.c.Preferences["colours"] == "auto")
}

// preferred follows preferences that were kept just now.
func (a *App) preferred(p office.Preferences) tea.Cmd {
	a.c.Asked = false
	if l, ok := lang.Parse(a.c.Org.Language); ok {
		a.c.Speaker = lang.New(l, a.c.Office.Zone()) // where no other is preferred
	}
	a.follow(p)
	a.stack = nil
	cmd := a.start()
	if a.looksAround() {
		cmd = tea.Batch(cmd, tea.RequestBackgroundColor)
	}
	a.said = a.c.Speaker.T("preferences.kept")
	return cmd
}

// Leave ends the program from outside; half-filled forms are kept.
type Leave struct{}

type (
	beat    struct{}
	version struct {
		n   int64
		err error
	}
	entered struct {
		org    *organisation.Organisation
		viewer office.Viewer
		prefer office.Preferences
		said   string
	}
)

// Init implements tea.Model.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.look(), a.beat()}
	if a.looksAround() {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(append(cmds, a.start())...)
}

func (a *App) beat() tea.Cmd {
	return a.c.Tick(pulse, func(time.Time) tea.Msg { return beat{} })
}

// look asks the file whether anything has changed.
func (a *App) look() tea.Cmd {
	o := a.c.Office
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		n, err := o.Version(ctx)
		return version{n, err}
	}
}

// start opens the first screen: setting up an empty file, asking who it is, or
// the register.
func (a *App) start() tea.Cmd {
	switch {
	case a.c.Org.Seq == 0:
		return a.push(a.setup())
	case a.c.Viewer.ID == "":
		return a.askWho()
	}
	cmd := a.push(register.New(register.Config{Office: a.c.Office, Viewer: a.c.Viewer, Speaker: a.c.Speaker, Styles: a.styles}))
	if a.c.Subject != "" {
		cmd = tea.Batch(cmd, a.push(a.dossier(a.c.Subject)))
	}
	return cmd
}

func (a *App) askWho() tea.Cmd {
	var items []kit.Item
	for _, m := range a.c.Org.Active() {
		items = append(items, kit.Item{ID: m.Login, Label: m.Name, Detail: a.roles(m)})
	}
	return a.menu(a.c.Speaker.T("app.choose-who"), items, func(login string) tea.Cmd {
		if login == "" {
			return tea.Quit
		}
		o, org := a.c.Office, a.c.Org
		return func() tea.Msg {
			viewer, err := o.Acting(context.Background(), login, "")
			if err != nil {
				return nav.Say{Text: a.c.Speaker.Why(err, "app.failed")}
			}
			prefer, err := o.Preferences(context.Background(), viewer)
			if err != nil {
				return nav.Say{Text: a.c.Speaker.Why(err, "app.failed")}
			}
			return entered{org: org, viewer: viewer, prefer: prefer}
		}
	})
}

func (a *App) push(s nav.Screen) tea.Cmd {
	a.stack = append(a.stack, s)
	a.said = ""
	return s.Init()
}

func (a *App) top() nav.Screen {
	if len(a.stack) == 0 {
		return nil
	}
	return a.stack[len(a.stack)-1]
}

// pop leaves the top screen; what lies below reads again.
func (a *App) pop() tea.Cmd {
	var leave tea.Cmd
	if l, ok := a.top().(nav.Leaver); ok {
		leave = l.Leaving()
	}
	if len(a.stack) == 1 {
		return tea.Sequence(leave, tea.Quit)
	}
	a.stack = a.stack[:len(a.stack)-1]
	return a.asks(func() tea.Msg {
		if leave != nil {
			leave() // what is half filled in is kept before anybody reads it again
		}
		return nav.Changed{}
	})
}

// quit leaves at once; half-filled forms are kept.
func (a *App) quit() tea.Cmd {
	cmds := []tea.Cmd{}
	for _, s := range a.stack {
		if l, ok := s.(nav.Leaver); ok {
			cmds = append(cmds, l.Leaving())
		}
	}
	return tea.Sequence(append(cmds, tea.Quit)...)
}

// menu shows a list to choose from; do gets "" when nothing was chosen.
func (a *App) menu(title string, items []kit.Item, do func(id string) tea.Cmd) tea.Cmd {
	a.overlay, a.chosen = kit.NewMenu(a.styles, a.c.Speaker, title, items), do
	return nil
}
