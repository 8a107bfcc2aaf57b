package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"leermoment/internal/lang"
	"leermoment/internal/office"
	"leermoment/internal/organisation"
	"leermoment/ui/keymap"
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
	Chosen  bool // the screen was asked for, whatever the viewer prefers
	// Preferences are the viewer's; the zero value is none.
	Preferences office.Preferences
	// Keys are the viewer's; KeyFaults is what is wrong in KeyFile, where they
	// stand.
	Keys      keymap.Map
	KeyFile   string
	KeyFaults []keymap.Fault
	// ReadFile reads a file that is to be attached; nil where the person sits at
	// another machine.
	ReadFile func(path string) ([]byte, error)
	// Demo makes the made-up organisation, with who looks around in it; nil where
	// there is none to show.
	Demo func(ctx context.Context) (Config, error)
	// Print prints into a file; nil where the person sits at another machine.
	Print Printing
	Tick  func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// App is the root: it keeps the stack of screens and passes messages on.
type App struct {
	c       Config
	styles  theme.Styles
	seen    terminal
	size    nav.Size // of the window
	stack   []nav.Screen
	overlay kit.Overlay
	chosen  func(id string) tea.Cmd // what choosing in the overlay does
	seeking seeking                 // what the overlay looks for elsewhere
	said    string
	copied  string // last
	lines   bool   // who came in works line by line
	version int64
	trouble string    // with the file, as it was said
	awaited int       // answers to keys that are under way
	held    []tea.Msg // typed ahead
	coming  coming    // what waits for the viewer
}

// New makes the program.
func New(c Config) *App {
	a := &App{c: c, styles: theme.Plain()}
	a.speaks(c.Speaker)
	if c.Tick == nil {
		a.c.Tick = tea.Tick
	}
	a.follow(c.Preferences)
	return a
}

// follow does as somebody likes it: his colours and his language.
func (a *App) follow(p office.Preferences) {
	a.c.Preferences = p
	a.styles = a.dressed()
	if l, ok := lang.Parse(p["language"]); ok && !a.c.Asked {
		a.speaks(lang.New(l, a.c.Office.Zone()))
	}
}

// preferred follows preferences that were kept just now.
func (a *App) preferred(p office.Preferences) tea.Cmd {
	a.c.Asked = false
	if l, ok := lang.Parse(a.c.Org.Language); ok {
		a.speaks(lang.New(l, a.c.Office.Zone())) // where no other is preferred
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

// lookedAround is the made-up organisation.
type lookedAround struct {
	c   Config
	err error
}

// lookAround has the made-up organisation made; the person's own file stays empty.
func (a *App) lookAround() tea.Cmd {
	demo := a.c.Demo
	return func() tea.Msg {
		c, err := demo(context.Background())
		return lookedAround{c, err}
	}
}

func (a *App) lookedAround(l lookedAround) tea.Cmd {
	if l.err != nil {
		a.said = a.c.Speaker.T("setup.demo-failed")
		return nil
	}
	a.c.Office, a.c.Org, a.c.Viewer, a.c.Demo = l.c.Office, l.c.Org, l.c.Viewer, nil
	a.stack, a.version = nil, 0
	return tea.Batch(a.look(), a.start())
}

// redescribed is the organisation after its details were changed.
type redescribed struct {
	org *organisation.Organisation
	err error
}

// described reads what the organisation is called now, and its language.
func (a *App) described() tea.Cmd {
	o := a.c.Office
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		org, err := o.Organisation(ctx)
		return redescribed{org, err}
	}
}

// redescribed follows the organisation; who prefers no language of his own reads
// the screens in its language from now on.
func (a *App) redescribed(r redescribed) tea.Cmd {
	if r.err != nil {
		return nil
	}
	was := a.c.Org.Language
	a.c.Org = r.org
	if _, own := lang.Parse(a.c.Preferences["language"]); own || a.c.Asked || was == r.org.Language {
		return nil
	}
	a.c.Speaker = lang.New(lang.Language(r.org.Language), a.c.Office.Zone())
	a.stack = nil
	cmd := tea.Sequence(a.start(), a.push(a.dossier(settingsPlace)))
	a.said = a.c.Speaker.T("command.settings-kept")
	return cmd
}

// Lines says that who turned out to be here works line by line, and not here.
func (a *App) Lines() (v office.Viewer, ok bool) { return a.c.Viewer, a.lines }

// Leave ends the program from outside; half-filled forms are kept.
type Leave struct{}

type (
	beat    struct{}
	version struct {
		n   int64
		err error
	}
	entered struct {
		org     *organisation.Organisation
		viewer  office.Viewer
		prefer  office.Preferences
		said    string
		speaker *lang.Speaker // nil: as it is
	}
)

// Init implements tea.Model.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.look(), a.beat()}
	if a.looksAround() {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	cmds = append(cmds, a.start(), a.comes())
	a.said = a.keysWrong()
	return tea.Batch(cmds...)
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
	cmd := a.push(register.New(a.desk()))
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
